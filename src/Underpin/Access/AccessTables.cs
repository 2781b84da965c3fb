using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Underpin.Platform.Database;
using Underpin.Platform.Values;

namespace Underpin.Access;

internal sealed class AccessTables : IEntityTypeConfiguration<Account>, IEntityTypeConfiguration<Organisation>, IEntityTypeConfiguration<Membership>, IEntityTypeConfiguration<OneTimeLink>
{
    public void Configure(EntityTypeBuilder<Account> account)
    {
        account.ToTable("Accounts");
        account.Property(a => a.Name).HasConversion<ParsableConverter<PersonName>>().HasMaxLength(PersonName.MaximumLength);
    }

    public void Configure(EntityTypeBuilder<Organisation> organisation)
    {
        organisation.HasIndex(o => o.Code).IsUnique();
        organisation.HasIndex(o => o.TrustId);
        organisation.Property(o => o.Code).HasMaxLength(40);
        organisation.Property(o => o.Name).HasMaxLength(200);
        organisation.Property(o => o.Kinds).HasConversion<int>();
        organisation.HasOne<Organisation>().WithMany().HasForeignKey(o => o.TrustId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Membership> membership)
    {
        membership.HasOne<Account>().WithMany().HasForeignKey(m => m.AccountId).OnDelete(DeleteBehavior.Restrict);
        membership.HasOne<Organisation>().WithMany().HasForeignKey(m => m.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        membership.HasOne<Account>().WithMany().HasForeignKey(m => m.LineManagerId).OnDelete(DeleteBehavior.Restrict);
        membership.HasIndex(m => new { m.AccountId, m.OrganisationId, m.Role }).IsUnique().HasFilter("\"Until\" IS NULL");
        membership.HasIndex(m => new { m.OrganisationId, m.Role });
    }

    public void Configure(EntityTypeBuilder<OneTimeLink> link) => link.HasIndex(l => l.TokenHash).IsUnique();
}
