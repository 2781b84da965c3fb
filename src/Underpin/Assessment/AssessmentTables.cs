using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Underpin.Access;
using Underpin.Portfolios;
using Underpin.Qualifications;

namespace Underpin.Assessment;

internal sealed class AssessmentTables : IEntityTypeConfiguration<Submission>, IEntityTypeConfiguration<SubmissionEvidence>,
    IEntityTypeConfiguration<Decision>, IEntityTypeConfiguration<Judgement>, IEntityTypeConfiguration<QualityReview>
{
    public void Configure(EntityTypeBuilder<Submission> submission)
    {
        submission.HasOne<EnrolmentUnit>().WithMany().HasForeignKey(s => s.EnrolmentUnitId).OnDelete(DeleteBehavior.Restrict);
        submission.HasOne<Enrolment>().WithMany().HasForeignKey(s => s.EnrolmentId).OnDelete(DeleteBehavior.Restrict);
        submission.HasOne<Account>().WithMany().HasForeignKey(s => s.AssessorId).OnDelete(DeleteBehavior.Restrict);
        submission.HasMany(s => s.Evidence).WithOne().HasForeignKey(e => e.SubmissionId);
        submission.HasMany(s => s.Decisions).WithOne().HasForeignKey(d => d.SubmissionId).OnDelete(DeleteBehavior.Restrict);
        submission.HasIndex(s => new { s.EnrolmentUnitId, s.Attempt }).IsUnique();
        submission.HasIndex(s => new { s.CentreId, s.Status, s.SubmittedAt });
    }

    public void Configure(EntityTypeBuilder<SubmissionEvidence> evidence)
    {
        evidence.HasKey(e => new { e.SubmissionId, e.EvidenceId, e.CriterionId });
        evidence.HasOne<Evidence>().WithMany().HasForeignKey(e => e.EvidenceId).OnDelete(DeleteBehavior.Restrict);
        evidence.HasOne<Criterion>().WithMany().HasForeignKey(e => e.CriterionId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Decision> decision)
    {
        decision.ToTable("Decisions");
        decision.HasOne<Account>().WithMany().HasForeignKey(d => d.AssessorId).OnDelete(DeleteBehavior.Restrict);
        decision.HasOne<Account>().WithMany().HasForeignKey(d => d.InPlaceOfId).OnDelete(DeleteBehavior.Restrict);
        decision.HasIndex(d => new { d.SubmissionId, d.Round }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Judgement> judgement)
    {
        judgement.Ignore(j => j.IsMet);
        judgement.HasOne<Submission>().WithMany().HasForeignKey(j => j.SubmissionId).OnDelete(DeleteBehavior.Restrict);
        judgement.HasOne<Criterion>().WithMany().HasForeignKey(j => j.CriterionId).OnDelete(DeleteBehavior.Restrict);
        judgement.HasOne<Account>().WithMany().HasForeignKey(j => j.AssessorId).OnDelete(DeleteBehavior.Restrict);
        judgement.HasIndex(j => new { j.SubmissionId, j.CriterionId, j.Round }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<QualityReview> review)
    {
        review.HasOne<Submission>().WithMany().HasForeignKey(r => r.SubmissionId).OnDelete(DeleteBehavior.Restrict);
        review.HasOne<Account>().WithMany().HasForeignKey(r => r.QualityAssurerId).OnDelete(DeleteBehavior.Restrict);
        review.HasIndex(r => new { r.SubmissionId, r.Round }).IsUnique();
    }
}
