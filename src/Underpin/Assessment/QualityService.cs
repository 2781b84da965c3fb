using Microsoft.EntityFrameworkCore;
using Underpin.Platform;
using Underpin.Platform.Database;
using Underpin.Portfolios;

namespace Underpin.Assessment;

internal sealed record ReviewOptions
{
    public required Guid SubmissionId { get; init; }
    /// <summary>The version of the submission that the quality assurer was looking at.</summary>
    public required int SeenVersion { get; init; }
    public required bool Agreed { get; init; }
    public string Reasons { get; init; } = "";
}

internal sealed record DrawOptions
{
    public required Guid SubmissionId { get; init; }
    public required string Because { get; init; }
}

/// <summary>A quality assurer looks at a judgement.</summary>
internal sealed class QualityService(UnderpinDb db, AssessmentMail mail)
{
    public async Task<Outcome<Submission>> ReviewAsync(ReviewOptions options, Change change, CancellationToken cancel)
    {
        var submission = await db.Submissions.SingleOrDefaultAsync(s => s.Id == options.SubmissionId, cancel);
        if (submission is null) return new NoSuchSubmission();
        var parties = await db.PartiesAsync(submission, cancel);
        if (AssessmentRules.MayReview(parties, change.ActorId) is { } refusal) return refusal;
        if (submission.RowVersion != options.SeenVersion) return await db.MeanwhileAsync(submission.Id, cancel);
        if (submission.Status != SubmissionStatus.Sampled) return new NotDrawn(submission.Status);
        if (!options.Agreed && string.IsNullOrWhiteSpace(options.Reasons)) return new ReturnWithoutReasons();
        if (await RefuseUnlessActiveAsync(submission, cancel) is { } ended) return ended;

        var round = await db.Set<Decision>().Where(d => d.SubmissionId == submission.Id).MaxAsync(d => d.Round, cancel);
        var review = new QualityReview
        {
            SubmissionId = submission.Id,
            Round = round,
            QualityAssurerId = change.ActorId!.Value,
            Agreed = options.Agreed,
            Reasons = options.Reasons.Trim(),
            ReviewedAt = change.At,
        };
        db.QualityReviews.Add(review);
        var place = await db.EnrolmentUnits.SingleAsync(u => u.Id == submission.EnrolmentUnitId, cancel);
        if (options.Agreed) submission.Agree();
        else submission.Return();
        place.Stage = options.Agreed ? UnitStage.Achieved : UnitStage.Submitted;
        db.SeenAs(submission, options.SeenVersion);
        var unit = await db.Units.Where(u => u.Id == submission.UnitId).Select(u => new { u.Code, u.Title }).SingleAsync(cancel);
        db.Record(change, submission.CentreId, new JudgementReviewed(submission.EnrolmentId) { Submission = submission.Id, Unit = unit.Code, Round = round, Agreed = review.Agreed, Reasons = review.Reasons });
        var name = $"{unit.Code} {unit.Title}";
        if (options.Agreed)
            await mail.TellAsync([submission.LearnerId], $"You have achieved {name}", $"The judgement of {name} has been quality assured and stands. The unit is yours:", $"/submissions/{submission.Id}", change.At, cancel);
        else
            await mail.TellAsync([submission.AssessorId!.Value], $"Your judgement of {name} has come back",
                $"{change.ActorName} looked at your judgement of {name} of {parties.LearnerName} and asks you to decide again:\n\n{review.Reasons}", $"/submissions/{submission.Id}/judge", change.At, cancel);
        return await SaveAsync(submission, cancel);
    }

    /// <summary>Draws an accepted submission by hand.</summary>
    public async Task<Outcome<Submission>> DrawAsync(DrawOptions options, Change change, CancellationToken cancel)
    {
        var submission = await db.Submissions.SingleOrDefaultAsync(s => s.Id == options.SubmissionId, cancel);
        if (submission is null) return new NoSuchSubmission();
        var parties = await db.PartiesAsync(submission, cancel);
        if (parties.QualityAssurers.All(q => q.Id != change.ActorId)) return new NotAQualityAssurerHere(parties.CentreName);
        if (submission.Status != SubmissionStatus.Accepted) return new CannotBeDrawn(submission.Status);
        if (string.IsNullOrWhiteSpace(options.Because)) return new DrawWithoutReason();
        if (await RefuseUnlessActiveAsync(submission, cancel) is { } ended) return ended;

        var because = $"Drawn by hand: {options.Because.Trim()}";
        submission.Draw(because);
        var place = await db.EnrolmentUnits.SingleAsync(u => u.Id == submission.EnrolmentUnitId, cancel);
        place.Stage = UnitStage.Accepted;
        var unit = await db.Units.Where(u => u.Id == submission.UnitId).Select(u => u.Code).SingleAsync(cancel);
        db.Record(change, submission.CentreId, new SubmissionDrawn(submission.EnrolmentId) { Submission = submission.Id, Unit = unit, Because = options.Because.Trim() });
        return await SaveAsync(submission, cancel);
    }

    async Task<EnrolmentNotActive?> RefuseUnlessActiveAsync(Submission submission, CancellationToken cancel)
    {
        var status = await db.Enrolments.Where(e => e.Id == submission.EnrolmentId).Select(e => e.Status).SingleAsync(cancel);
        return status == EnrolmentStatus.Active ? null : new(status);
    }

    async Task<Outcome<Submission>> SaveAsync(Submission submission, CancellationToken cancel)
    {
        var version = submission.RowVersion;
        try
        {
            await db.SaveChangesAsync(cancel);
            return submission;
        }
        catch (DbUpdateException)
        {
            if (await db.Submissions.AsNoTracking().AnyAsync(s => s.Id == submission.Id && s.RowVersion != version, cancel)) return await db.MeanwhileAsync(submission.Id, cancel);
            throw;
        }
    }
}
