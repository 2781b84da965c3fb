using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Underpin.Platform.History;

internal sealed class HistoryTables : IEntityTypeConfiguration<HistoryEntry>, IEntityTypeConfiguration<HistoryChain>
{
    public void Configure(EntityTypeBuilder<HistoryEntry> entry)
    {
        entry.ToTable("History");
        entry.HasIndex(e => new { e.ChainId, e.Number }).IsUnique();
        entry.HasIndex(e => new { e.About, e.At });
        entry.Property(e => e.Kind).HasMaxLength(80);
    }

    public void Configure(EntityTypeBuilder<HistoryChain> chain)
    {
        chain.ToTable("HistoryChains").HasKey(c => c.Id);
        // The house's own chain has the empty key, which would else be taken for one still to be made.
        chain.Property(c => c.Id).ValueGeneratedNever();
    }
}
