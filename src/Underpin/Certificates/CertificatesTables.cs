using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Underpin.Access;
using Underpin.Platform.Database;
using Underpin.Platform.Values;
using Underpin.Portfolios;

namespace Underpin.Certificates;

internal sealed class CertificatesTables : IEntityTypeConfiguration<Claim>, IEntityTypeConfiguration<Certificate>
{
    public void Configure(EntityTypeBuilder<Claim> claim)
    {
        claim.HasOne<Enrolment>().WithMany().HasForeignKey(c => c.EnrolmentId).OnDelete(DeleteBehavior.Restrict);
        claim.Property(c => c.Checks).HasJson();
        claim.HasIndex(c => new { c.AwardingBodyId, c.Status });
        claim.HasIndex(c => new { c.CentreId, c.Status });
        // Claimed twice at once, only one stands.
        claim.HasIndex(c => c.EnrolmentId).IsUnique().HasFilter("\"Status\" <> 'Refused'");
    }

    public void Configure(EntityTypeBuilder<Certificate> certificate)
    {
        certificate.HasOne<Claim>().WithMany().HasForeignKey(c => c.ClaimId).OnDelete(DeleteBehavior.Restrict);
        certificate.HasOne<Account>().WithMany().HasForeignKey(c => c.LearnerId).OnDelete(DeleteBehavior.Restrict);
        certificate.Property(c => c.HolderName).HasConversion<ParsableConverter<PersonName>>().HasMaxLength(PersonName.MaximumLength);
        certificate.Property(c => c.Units).HasJson();
        certificate.HasIndex(c => c.Number).IsUnique();
        certificate.HasIndex(c => c.StatusIndex).IsUnique();
        certificate.HasIndex(c => c.ClaimId).IsUnique();
        certificate.HasIndex(c => new { c.LearnerId, c.QualificationCode }).IsUnique().HasFilter("\"RevokedAt\" IS NULL");
    }
}
