using Microsoft.EntityFrameworkCore;
using Underpin.Platform;
using Underpin.Portfolios;

namespace Underpin.Assessment;

internal sealed record SubmitOptions
{
    public required Guid EnrolmentUnitId { get; init; }
    public string Comment { get; init; } = "";
    public required bool DeclaresOwnWork { get; init; }
}

/// <summary>The learner puts a unit forward.</summary>
internal sealed class SubmissionService(UnderpinDb db, AssessmentMail mail)
{
    public async Task<Outcome<Submission>> SubmitAsync(SubmitOptions options, Change change, CancellationToken cancel)
    {
        var unit = await db.EnrolmentUnits.SingleOrDefaultAsync(u => u.Id == options.EnrolmentUnitId, cancel);
        if (unit is null) return new NotYourUnit();
        var enrolment = await db.Enrolments.AsNoTracking().SingleAsync(e => e.Id == unit.EnrolmentId, cancel);
        if (enrolment.LearnerId != change.ActorId) return new NotYourUnit();
        var plan = await SubmissionPlan.ReadAsync(db, unit, enrolment.Status, cancel);
        if (AssessmentRules.MaySubmit(plan, options.DeclaresOwnWork) is { } refusal) return refusal;

        var title = await db.Units.Where(u => u.Id == unit.UnitId).Select(u => new { u.Code, u.Title }).SingleAsync(cancel);
        var attempt = 1 + (await db.Submissions.Where(s => s.EnrolmentUnitId == unit.Id).MaxAsync(s => (int?)s.Attempt, cancel) ?? 0);
        var submission = new Submission
        {
            EnrolmentId = enrolment.Id,
            EnrolmentUnitId = unit.Id,
            UnitId = unit.UnitId,
            LearnerId = enrolment.LearnerId,
            CentreId = enrolment.CentreId,
            Attempt = attempt,
            SubmittedAt = change.At,
            Comment = options.Comment.Trim(),
        };
        submission.Evidence.AddRange(
            from criterion in plan.Criteria
            from evidence in criterion.Evidence
            select new SubmissionEvidence { SubmissionId = submission.Id, EvidenceId = evidence.Id, CriterionId = criterion.Id });
        db.Submissions.Add(submission);
        var pieces = await MarkAsSubmittedAsync(submission, change.At, cancel);
        var before = unit.Stage;
        unit.Stage = UnitStage.Submitted;
        db.Record(change, enrolment.CentreId, new UnitSubmitted(enrolment.Id) { Submission = submission.Id, Unit = title.Code, Attempt = attempt, Pieces = pieces, Before = before });
        await TellAssessorsAsync(submission, enrolment, $"{title.Code} {title.Title}", change, cancel);
        try
        {
            await db.SaveChangesAsync(cancel);
            return submission;
        }
        catch (DbUpdateException)
        {
            // The same press twice, or two windows: the other one won, and that is what the learner wanted.
            if (await db.EnrolmentUnits.AsNoTracking().AnyAsync(u => u.Id == unit.Id && u.Stage == UnitStage.Submitted, cancel))
                return new AlreadySubmitted(await db.Submissions.Where(s => s.EnrolmentUnitId == unit.Id).MaxAsync(s => s.Attempt, cancel));
            throw;
        }
    }

    async Task<int> MarkAsSubmittedAsync(Submission submission, DateTimeOffset at, CancellationToken cancel)
    {
        var ids = submission.Evidence.Select(e => e.EvidenceId).Distinct().ToList();
        foreach (var piece in await db.Evidence.Where(e => ids.Contains(e.Id)).ToListAsync(cancel)) piece.SubmittedAt ??= at;
        return ids.Count;
    }

    async Task TellAssessorsAsync(Submission submission, Enrolment enrolment, string unit, Change change, CancellationToken cancel)
    {
        var parties = await db.PartiesAsync(submission, cancel);
        var able = AssessmentRules.AbleToAssess(parties).Select(a => a.Id).ToList();
        var readers = enrolment.AssessorId is { } given && able.Contains(given) ? [given] : able;
        await mail.TellAsync(readers, $"{parties.LearnerName} has submitted {unit}",
            $"{parties.LearnerName} has put {unit} forward (attempt {submission.Attempt}) and is waiting for your judgement. Judge it beside the evidence here:",
            $"/submissions/{submission.Id}/judge", change.At, cancel);
    }
}
