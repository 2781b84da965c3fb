using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Underpin.Access;
using Underpin.Framework.Content;

namespace Underpin.Framework.Drafting;

internal sealed class DraftingTables : IEntityTypeConfiguration<Draft>, IEntityTypeConfiguration<DraftLine>
{
    public void Configure(EntityTypeBuilder<Draft> draft)
    {
        draft.HasOne<Organisation>().WithMany().HasForeignKey(d => d.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        draft.HasIndex(d => new { d.OrganisationId, d.BegunAt });
        // Begun twice at once, only one stands.
        draft.HasIndex(d => d.FrameworkCode).IsUnique().HasFilter("\"Status\" NOT IN ('Published', 'Abandoned')");
        draft.Property(d => d.Title).HasMaxLength(DraftingRules.LongestDraftTitle);
    }

    public void Configure(EntityTypeBuilder<DraftLine> line)
    {
        line.HasOne<Draft>().WithMany().HasForeignKey(l => l.DraftId).OnDelete(DeleteBehavior.Restrict);
        line.HasIndex(l => new { l.DraftId, l.Path }).IsUnique();
        line.Property(l => l.Path).HasMaxLength(LinePath.LongestPath);
    }
}
