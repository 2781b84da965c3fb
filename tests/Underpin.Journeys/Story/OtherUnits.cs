using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Underpin.Access;
using Underpin.Assessment;
using Underpin.Platform;
using Underpin.Portfolios;
using Underpin.Qualifications;
using Underpin.Tests;

namespace Underpin.Journeys.Story;

/// <summary>Takes the units that nobody walks page by page through the same services, so that a journey stays short.</summary>
internal static class OtherUnits
{
    public static async Task AchieveOtherUnitsAsync(this JourneySite site, Cast cast, string learnersEmail)
    {
        var (learner, enrolment) = await site.Site.DbAsync(async db =>
        {
            var learner = await db.Users.AsNoTracking().SingleAsync(a => a.Email == learnersEmail);
            return (learner, await db.Enrolments.AsNoTracking().Include(e => e.Units).SingleAsync(e => e.LearnerId == learner.Id));
        });
        foreach (var place in enrolment.Units.Where(u => u.Stage == UnitStage.Working))
        {
            var unit = await site.Site.DbAsync(db => db.Units.AsNoTracking().Include(u => u.Outcomes).ThenInclude(o => o.Criteria).SingleAsync(u => u.Id == place.UnitId));
            var criteria = unit.Outcomes.SelectMany(o => o.Criteria).Select(c => c.Id).ToList();
            await site.GatherEvidenceAsync(enrolment, learner, unit, criteria);
            var submission = await site.DoAsync<SubmissionService, Submission>((s, change) =>
                s.SubmitAsync(new() { EnrolmentUnitId = place.Id, DeclaresOwnWork = true }, change, CancellationToken.None), learner);
            var judged = await site.DoAsync<JudgementService, Submission>((s, change) => s.DecideAsync(new()
            {
                SubmissionId = submission.Id,
                SeenVersion = submission.RowVersion,
                Judgements = criteria.ConvertAll(c => new CriterionJudgement { CriterionId = c, Valid = true, Authentic = true, Current = true, Sufficient = true, Reliable = true }),
                Accept = true,
            }, change, CancellationToken.None), cast.Assessor);
            if (judged.Status != SubmissionStatus.Sampled) continue;
            await site.DoAsync<QualityService, Submission>((s, change) => s.ReviewAsync(
                new() { SubmissionId = judged.Id, SeenVersion = judged.RowVersion, Agreed = true }, change, CancellationToken.None), cast.QualityAssurer);
        }
    }

    static async Task GatherEvidenceAsync(this JourneySite site, Enrolment enrolment, Account learner, Unit unit, List<Guid> criteria)
    {
        foreach (var title in (string[])["My week", "A second week"])
        {
            var piece = await site.DoAsync<EvidenceService, Evidence>((s, change) => s.AddAsync(new()
            {
                EnrolmentId = enrolment.Id,
                Draft = new() { Kind = EvidenceKind.Account, Title = $"{title}: {unit.Title}", WorkDate = site.Site.Clock.Today().AddDays(-10), Text = "What I did each day, with the tickets." },
            }, change, CancellationToken.None), learner);
            await site.DoAsync<EvidenceService, Evidence>((s, change) => s.ClaimAsync(
                new() { EvidenceId = piece.Id, CriterionIds = criteria, Seen = piece.RowVersion }, change, CancellationToken.None), learner);
        }
    }

    static Task<T> DoAsync<TService, T>(this JourneySite site, Func<TService, Change, Task<Outcome<T>>> act, Account by) where TService : notnull => site.Site.RunAsync(async services =>
    {
        var change = new Change { ActorId = by.Id, ActorName = by.Name.ToString(), At = site.Site.Clock.Now() };
        var outcome = await act(services.GetRequiredService<TService>(), change);
        Assert.True(outcome.Refusal is null, $"{by.Name} was refused: {outcome.Refusal?.Message}");
        return outcome.Value;
    });
}
