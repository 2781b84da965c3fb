using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Underpin.Access;
using Underpin.Assessment;
using Underpin.Platform;
using Underpin.Portfolios;
using Underpin.Qualifications;
using Underpin.Tests.Portfolios;

namespace Underpin.Tests.Assessment;

/// <summary>A unit put forward, and those around it.</summary>
internal sealed record TestSubmission(Submission Submission, TestEnrolment Enrolment, Unit Unit)
{
    public Guid Id => Submission.Id;
    public TestCentre Centre => Enrolment.Centre;
    public IReadOnlyList<Criterion> Criteria => [.. Unit.Outcomes.SelectMany(o => o.Criteria).OrderBy(c => c.Order)];
}

/// <summary>Drives learners, assessors and quality assurers through the room's own services.</summary>
internal static class AssessmentData
{
    public static Change By(this TestData data, Account account) => new() { ActorId = account.Id, ActorName = account.Name.ToString(), At = data.Site.Clock.Now() };

    public static Task<Outcome<Submission>> SubmitAsync(this TestData data, TestEnrolment enrolment, Unit unit, Account? by = null, bool declares = true, string comment = "") =>
        data.Site.RunAsync(s => s.GetRequiredService<SubmissionService>().SubmitAsync(
            new() { EnrolmentUnitId = enrolment.Place(unit).Id, DeclaresOwnWork = declares, Comment = comment }, data.By(by ?? enrolment.Learner), CancellationToken.None));

    /// <summary>A learner with two pieces of evidence for every criterion of their first unit, which they have submitted.</summary>
    public static async Task<TestSubmission> SubmissionAsync(this TestData data, TestCentre? centre = null, Account? learner = null, Account? assessor = null, TestEnrolment? enrolment = null, int pieces = 2)
    {
        enrolment ??= await data.EnrolmentAsync(centre, learner, assessor);
        var unit = enrolment.Units[0];
        for (var i = 1; i <= pieces; i++) await data.EvidenceAsync(enrolment, unit, $"Ticket log {i}");
        return new((await data.SubmitAsync(enrolment, unit)).Value, enrolment, unit);
    }

    public static List<CriterionJudgement> AllMet(this TestSubmission submission, bool met = true, string feedback = "") =>
        [.. submission.Criteria.Select(c => new CriterionJudgement { CriterionId = c.Id, Valid = true, Authentic = true, Current = true, Sufficient = met, Reliable = true, Feedback = feedback })];

    /// <summary>The submission as it stands in the database now.</summary>
    public static Task<Submission> NowAsync(this TestData data, TestSubmission submission) =>
        data.Site.DbAsync(db => db.Submissions.AsNoTracking().SingleAsync(s => s.Id == submission.Id));

    public static async Task<Outcome<Submission>> DecideAsync(this TestData data, TestSubmission submission, bool accept, Account? by = null, IReadOnlyList<CriterionJudgement>? judgements = null, int? seen = null)
    {
        var version = seen ?? (await data.NowAsync(submission)).RowVersion;
        return await data.Site.RunAsync(s => s.GetRequiredService<JudgementService>().DecideAsync(
            new() { SubmissionId = submission.Id, SeenVersion = version, Judgements = judgements ?? submission.AllMet(accept, accept ? "" : "Show the record of lamp hours."), Feedback = "A tidy portfolio.", Accept = accept },
            data.By(by ?? submission.Centre.Assessor), CancellationToken.None));
    }

    public static async Task<Outcome<Submission>> ReviewAsync(this TestData data, TestSubmission submission, bool agreed, Account? by = null, string reasons = "Ask for the date of the photograph.", int? seen = null)
    {
        var version = seen ?? (await data.NowAsync(submission)).RowVersion;
        return await data.Site.RunAsync(s => s.GetRequiredService<QualityService>().ReviewAsync(
            new() { SubmissionId = submission.Id, SeenVersion = version, Agreed = agreed, Reasons = reasons }, data.By(by ?? submission.Centre.QualityAssurer), CancellationToken.None));
    }

    public static Task<Outcome<Submission>> DrawAsync(this TestData data, TestSubmission submission, Account? by = null, string because = "New to the unit") =>
        data.Site.RunAsync(s => s.GetRequiredService<QualityService>().DrawAsync(new() { SubmissionId = submission.Id, Because = because }, data.By(by ?? submission.Centre.QualityAssurer), CancellationToken.None));

    public static Task<UnitStage> StageAsync(this TestData data, TestSubmission submission) =>
        data.Site.DbAsync(db => db.EnrolmentUnits.Where(u => u.Id == submission.Submission.EnrolmentUnitId).Select(u => u.Stage).SingleAsync());

    /// <summary>Makes an accepted submission, whatever sampling says, into one that nobody drew.</summary>
    public static async Task<TestSubmission> UnsampledAsync(this TestData data, TestCentre centre)
    {
        for (var i = 0; i < 40; i++)
        {
            var submission = await data.SubmissionAsync(centre);
            if ((await data.DecideAsync(submission, accept: true)).Value.Status == SubmissionStatus.Accepted) return submission;
        }

        throw new InvalidOperationException("Forty acceptances were all drawn.");
    }

    public static T Refused<T>(this Outcome<Submission> outcome) where T : Refusal => Assert.IsType<T>(outcome.Refusal);
}
