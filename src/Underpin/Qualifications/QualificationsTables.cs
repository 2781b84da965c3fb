using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Underpin.Access;
using Underpin.Platform.Database;

namespace Underpin.Qualifications;

internal sealed class QualificationsTables : IEntityTypeConfiguration<Unit>, IEntityTypeConfiguration<LearningOutcome>, IEntityTypeConfiguration<Criterion>,
    IEntityTypeConfiguration<Qualification>, IEntityTypeConfiguration<QualificationUnit>, IEntityTypeConfiguration<CentreApproval>,
    IEntityTypeConfiguration<PublishedContent>
{
    public void Configure(EntityTypeBuilder<PublishedContent> content) => content.Property(c => c.Id).ValueGeneratedNever();

    public void Configure(EntityTypeBuilder<Unit> unit)
    {
        unit.HasIndex(u => new { u.Code, u.Version }).IsUnique();
        unit.Property(u => u.Code).HasMaxLength(20);
        unit.Property(u => u.Competences).HasJson();
        unit.Property(u => u.Covers).HasJson();
        unit.Property(u => u.Evidence).HasJson();
        unit.Property(u => u.LeadsTo).HasJson();
        unit.Property(u => u.Sources).HasJson();
        unit.HasMany(u => u.Outcomes).WithOne().HasForeignKey(o => o.UnitId);
    }

    public void Configure(EntityTypeBuilder<LearningOutcome> outcome) =>
        outcome.HasMany(o => o.Criteria).WithOne().HasForeignKey(c => c.OutcomeId);

    public void Configure(EntityTypeBuilder<Criterion> criterion)
    {
        criterion.ToTable("Criteria").HasIndex(c => new { c.UnitId, c.Code }).IsUnique();
        criterion.Property(c => c.Code).HasMaxLength(10);
    }

    public void Configure(EntityTypeBuilder<Qualification> qualification)
    {
        qualification.HasIndex(q => new { q.Code, q.Version }).IsUnique();
        qualification.Property(q => q.Code).HasMaxLength(20);
        qualification.Property(q => q.Rule).HasJson();
        qualification.Property(q => q.LeadsTo).HasJson();
        qualification.Property(q => q.Sources).HasJson();
    }

    public void Configure(EntityTypeBuilder<QualificationUnit> unit)
    {
        unit.HasKey(u => new { u.QualificationId, u.UnitId });
        unit.HasOne<Qualification>().WithMany().HasForeignKey(u => u.QualificationId);
        unit.HasOne(u => u.Unit).WithMany().HasForeignKey(u => u.UnitId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<CentreApproval> approval)
    {
        approval.HasOne<Organisation>().WithMany().HasForeignKey(a => a.AwardingBodyId).OnDelete(DeleteBehavior.Restrict);
        approval.HasOne<Organisation>().WithMany().HasForeignKey(a => a.CentreId).OnDelete(DeleteBehavior.Restrict);
        approval.HasIndex(a => new { a.CentreId, a.QualificationCode }).IsUnique().HasFilter("\"Until\" IS NULL");
    }
}
