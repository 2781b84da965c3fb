using Microsoft.EntityFrameworkCore;
using Underpin.Platform;
using Underpin.Platform.Database;
using Underpin.Portfolios;
using Underpin.Qualifications;

namespace Underpin.Assessment;

/// <summary>What an assessor says on one criterion.</summary>
internal sealed record CriterionJudgement
{
    public required Guid CriterionId { get; init; }
    public required bool Valid { get; init; }
    public required bool Authentic { get; init; }
    public required bool Current { get; init; }
    public required bool Sufficient { get; init; }
    public required bool Reliable { get; init; }
    public string Feedback { get; init; } = "";
    public bool IsMet => Valid && Authentic && Current && Sufficient && Reliable;
}

internal sealed record DecideOptions
{
    public required Guid SubmissionId { get; init; }
    /// <summary>The version of the submission that the assessor was looking at.</summary>
    public required int SeenVersion { get; init; }
    public required IReadOnlyList<CriterionJudgement> Judgements { get; init; }
    public string Feedback { get; init; } = "";
    public required bool Accept { get; init; }
}

/// <summary>An assessor judges what was put forward.</summary>
internal sealed class JudgementService(UnderpinDb db, AssessmentMail mail)
{
    public async Task<Outcome<Submission>> DecideAsync(DecideOptions options, Change change, CancellationToken cancel)
    {
        var submission = await db.Submissions.SingleOrDefaultAsync(s => s.Id == options.SubmissionId, cancel);
        if (submission is null) return new NoSuchSubmission();
        var parties = await db.PartiesAsync(submission, cancel);
        if (AssessmentRules.MayAssess(parties, change.ActorId) is { } refusal) return refusal;
        if (submission.RowVersion != options.SeenVersion) return await db.MeanwhileAsync(submission.Id, cancel);
        if (!submission.IsWithAssessor) return new NotWithAssessor(submission.Status);
        var enrolment = await db.Enrolments.AsNoTracking().SingleAsync(e => e.Id == submission.EnrolmentId, cancel);
        if (enrolment.Status != EnrolmentStatus.Active) return new EnrolmentNotActive(enrolment.Status);
        var criteria = await db.Criteria.AsNoTracking().Where(c => c.UnitId == submission.UnitId).OrderBy(c => c.Order).ToListAsync(cancel);
        if (AssessmentRules.MayDecide(criteria, options.Judgements, options.Accept) is { } incomplete) return incomplete;

        var unit = await db.Units.AsNoTracking().SingleAsync(u => u.Id == submission.UnitId, cancel);
        var assessor = change.ActorId!.Value;
        var round = 1 + await db.QualityReviews.CountAsync(r => r.SubmissionId == submission.Id && !r.Agreed, cancel);
        var because = options.Accept ? SamplingRules.Draw(await FactsAsync(submission, unit, round, parties, assessor, cancel)) : null;
        var decision = new Decision
        {
            SubmissionId = submission.Id,
            Round = round,
            AssessorId = assessor,
            Accepted = options.Accept,
            Feedback = options.Feedback.Trim(),
            InPlaceOfId = enrolment.AssessorId == assessor ? null : enrolment.AssessorId,
            ObservedByAssessor = AssessmentRules.Observed(parties, assessor),
            DecidedAt = change.At,
        };
        db.Add(decision);
        db.Judgements.AddRange(options.Judgements.Select(j => new Judgement
        {
            SubmissionId = submission.Id,
            CriterionId = j.CriterionId,
            Round = round,
            AssessorId = assessor,
            Valid = j.Valid,
            Authentic = j.Authentic,
            Current = j.Current,
            Sufficient = j.Sufficient,
            Reliable = j.Reliable,
            Feedback = j.Feedback.Trim(),
            JudgedAt = change.At,
        }));
        var before = submission.Status;
        if (options.Accept) submission.Accept(assessor, change.At, decision.Feedback, because);
        else submission.ReferBack(assessor, change.At, decision.Feedback);
        var place = await db.EnrolmentUnits.SingleAsync(u => u.Id == submission.EnrolmentUnitId, cancel);
        place.Stage = submission.Status switch
        {
            SubmissionStatus.Accepted => UnitStage.Achieved,
            SubmissionStatus.Sampled => UnitStage.Accepted,
            _ => UnitStage.ReferredBack,
        };
        db.SeenAs(submission, options.SeenVersion);
        await RecordAsync(submission, unit, decision, options, before, because, parties, change, cancel);
        try
        {
            await db.SaveChangesAsync(cancel);
            return submission;
        }
        catch (DbUpdateException)
        {
            // Two assessors at once: the row's version or the round's unique index lets only one through.
            if (await db.Set<Decision>().AsNoTracking().AnyAsync(d => d.SubmissionId == submission.Id && d.Round == round, cancel)) return await db.MeanwhileAsync(submission.Id, cancel);
            throw;
        }
    }

    async Task<SamplingFacts> FactsAsync(Submission submission, Unit unit, int round, Parties parties, Guid assessor, CancellationToken cancel)
    {
        var decided = await (
            from decision in db.Set<Decision>()
            where decision.AssessorId == assessor && decision.SubmissionId != submission.Id
            join other in db.Submissions on decision.SubmissionId equals other.Id
            where other.CentreId == submission.CentreId
            group decision by other.UnitId into unitDecisions
            select new { UnitId = unitDecisions.Key, Count = unitDecisions.Select(d => d.SubmissionId).Distinct().Count() }).ToListAsync(cancel);
        var units = decided.Select(d => d.UnitId).ToList();
        var areas = await db.Units.AsNoTracking().Where(u => units.Contains(u.Id)).Select(u => new { u.Id, u.Code, u.Competences }).ToListAsync(cancel);
        var related = areas.Where(u => u.Code == unit.Code || Areas(u.Competences).Overlaps(Areas(unit.Competences))).Select(u => u.Id).ToHashSet();
        var lastReview = await (
            from review in db.QualityReviews
            join decision in db.Set<Decision>() on new { review.SubmissionId, review.Round } equals new { decision.SubmissionId, decision.Round }
            where decision.AssessorId == assessor && review.SubmissionId != submission.Id
            join other in db.Submissions on review.SubmissionId equals other.Id
            where other.CentreId == submission.CentreId
            orderby review.ReviewedAt descending, review.Id descending
            select (bool?)review.Agreed).FirstOrDefaultAsync(cancel);
        return new()
        {
            SubmissionId = submission.Id,
            Centre = parties.CentreName,
            DecidedHere = decided.Sum(d => d.Count),
            DecidedInArea = decided.Where(d => related.Contains(d.UnitId)).Sum(d => d.Count),
            UnitAcceptedHere = await (
                from other in db.Submissions
                where other.CentreId == submission.CentreId && other.Id != submission.Id
                    && (other.Status == SubmissionStatus.Accepted || other.Status == SubmissionStatus.Sampled || other.Status == SubmissionStatus.Agreed)
                join otherUnit in db.Units on other.UnitId equals otherUnit.Id
                where otherUnit.Code == unit.Code
                select other.Id).AnyAsync(cancel),
            Attempt = submission.Attempt,
            Round = round,
            LastReviewReturned = lastReview == false,
            Pieces = await db.SubmissionEvidence.Where(e => e.SubmissionId == submission.Id).Select(e => e.EvidenceId).Distinct().CountAsync(cancel),
        };
    }

    // The framework's codes begin with their area: SUP-1 stands in SUP.
    static HashSet<string> Areas(IReadOnlyList<UnitCompetence> competences) => [.. competences.Select(c => c.Code.Split('-')[0])];

    async Task RecordAsync(Submission submission, Unit unit, Decision decision, DecideOptions options, SubmissionStatus before, string? because, Parties parties, Change change, CancellationToken cancel)
    {
        var met = options.Judgements.Count(j => j.IsMet);
        db.Record(change, submission.CentreId, new SubmissionDecided(submission.EnrolmentId)
        {
            Submission = submission.Id,
            Unit = unit.Code,
            Attempt = submission.Attempt,
            Round = decision.Round,
            Accepted = decision.Accepted,
            Met = met,
            NotMet = options.Judgements.Count - met,
            Before = before,
            After = submission.Status,
            InPlaceOf = decision.InPlaceOfId,
            ObservedByAssessor = decision.ObservedByAssessor,
            SampledBecause = because,
        });
        var name = $"{unit.Code} {unit.Title}";
        var (subject, text) = submission.Status switch
        {
            SubmissionStatus.Accepted => ($"You have achieved {name}", $"{change.ActorName} judged that you meet every criterion of {name}. The unit is yours. Read the feedback here:"),
            SubmissionStatus.Sampled => ($"{name} has been accepted", $"{change.ActorName} judged that you meet every criterion of {name}. A quality assurer now looks at the judgement, as happens with some of them. Read the feedback here:"),
            _ => ($"{name} needs a little more", $"{change.ActorName} has read what you put forward for {name}. Some criteria need more before they are met. The feedback says what, and your evidence is all still there:"),
        };
        await mail.TellAsync([submission.LearnerId], subject, text, $"/submissions/{submission.Id}", change.At, cancel);
        if (submission.Status != SubmissionStatus.Sampled) return;
        var reviewers = AssessmentRules.AbleToReview(parties with { Deciders = parties.Deciders.Append(decision.AssessorId).ToHashSet() });
        await mail.TellAsync([.. reviewers.Select(r => r.Id)], $"A judgement of {name} is drawn for you to look at",
            $"{change.ActorName} accepted {name} of {parties.LearnerName}. Why it was drawn: {because}", $"/submissions/{submission.Id}/review", change.At, cancel);
    }
}
