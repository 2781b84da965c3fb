using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Underpin.Access;
using Underpin.Qualifications;

namespace Underpin.Portfolios;

internal sealed class PortfoliosTables : IEntityTypeConfiguration<Enrolment>, IEntityTypeConfiguration<EnrolmentUnit>, IEntityTypeConfiguration<Evidence>, IEntityTypeConfiguration<EvidenceMapping>
{
    public void Configure(EntityTypeBuilder<Enrolment> enrolment)
    {
        enrolment.HasOne<Account>().WithMany().HasForeignKey(e => e.LearnerId).OnDelete(DeleteBehavior.Restrict);
        enrolment.HasOne<Account>().WithMany().HasForeignKey(e => e.AssessorId).OnDelete(DeleteBehavior.Restrict);
        enrolment.HasOne<Qualification>().WithMany().HasForeignKey(e => e.QualificationId).OnDelete(DeleteBehavior.Restrict);
        enrolment.HasOne<Organisation>().WithMany().HasForeignKey(e => e.CentreId).OnDelete(DeleteBehavior.Restrict);
        enrolment.HasOne<Organisation>().WithMany().HasForeignKey(e => e.EmployerId).OnDelete(DeleteBehavior.Restrict);
        enrolment.HasMany(e => e.Units).WithOne().HasForeignKey(u => u.EnrolmentId);
        enrolment.HasIndex(e => e.LearnerNumber).IsUnique();
        enrolment.HasIndex(e => new { e.CentreId, e.Status });
        // One enrolment at a time for a learner and a qualification, whoever asks twice at once.
        enrolment.HasIndex(e => new { e.LearnerId, e.QualificationId }).IsUnique().HasFilter("\"Status\" IN ('Requested', 'Active')");
    }

    public void Configure(EntityTypeBuilder<EnrolmentUnit> unit)
    {
        unit.HasOne<Unit>().WithMany().HasForeignKey(u => u.UnitId).OnDelete(DeleteBehavior.Restrict);
        unit.HasIndex(u => new { u.EnrolmentId, u.UnitId }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Evidence> evidence)
    {
        evidence.HasOne<Enrolment>().WithMany().HasForeignKey(e => e.EnrolmentId).OnDelete(DeleteBehavior.Restrict);
        evidence.Property(e => e.Title).HasMaxLength(200);
        evidence.OwnsOne(e => e.File);
        evidence.OwnsOne(e => e.Statement);
        evidence.HasMany(e => e.Mappings).WithOne().HasForeignKey(m => m.EvidenceId);
        evidence.Ignore(e => e.IsUsable);
    }

    public void Configure(EntityTypeBuilder<EvidenceMapping> mapping)
    {
        mapping.HasKey(m => new { m.EvidenceId, m.CriterionId });
        mapping.HasOne<Criterion>().WithMany().HasForeignKey(m => m.CriterionId).OnDelete(DeleteBehavior.Restrict);
        mapping.HasOne<EnrolmentUnit>().WithMany().HasForeignKey(m => m.EnrolmentUnitId).OnDelete(DeleteBehavior.Restrict);
    }
}
