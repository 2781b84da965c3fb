using Underpin.Assessment;
using Underpin.Certificates;
using Underpin.Certificates.Claims;
using Underpin.Portfolios;
using Underpin.Qualifications;

namespace Underpin.Tests.Certificates.Claims;

public sealed class AwardingChecksTests
{
    static readonly Guid Learner = Guid.CreateVersion7();
    static readonly Guid Assessor = Guid.CreateVersion7();
    static readonly Guid Assurer = Guid.CreateVersion7();
    static readonly DateOnly Today = new(2026, 11, 20);

    static ClaimedUnit Unit(string code, UnitStage stage = UnitStage.Achieved, SubmissionStatus? latest = SubmissionStatus.Agreed) => new()
    {
        Code = code,
        Title = $"Unit {code}",
        Stage = stage,
        Latest = latest,
        Assessors = [Assessor],
        QualityAssurers = [Assurer],
    };

    static readonly ClaimFacts Ready = new()
    {
        LearnerId = Learner,
        AccountIsErased = false,
        EmailIsConfirmed = true,
        Enrolment = EnrolmentStatus.Active,
        EnrolledOn = Today,
        CentreName = "Estuary Training Centre",
        QualificationTitle = "Level 3 Certificate",
        Rule = new(new Credit(10), null, [new() { Code = "A", Title = "Core units", Mandatory = true, Units = [new("A", new RqfLevel(3), new Credit(5)), new("B", new RqfLevel(3), new Credit(5))] }], []),
        Units = [Unit("A"), Unit("B")],
        Approvals = [new(new(2025, 9, 1), null, false)],
        Held = null,
        Today = Today,
    };

    static ClaimFacts With(ClaimedUnit second) => Ready with { Units = [Unit("A"), second] };

    public static TheoryData<string, string, string> Failing => new()
    {
        { "erased account", "The learner's name and account are in order", "erased" },
        { "unconfirmed e-mail", "The learner's name and account are in order", "confirm" },
        { "requested", "The enrolment is active", "Accept it first" },
        { "withdrawn", "The enrolment is active", "enrol again" },
        { "completed", "The enrolment is active", "has been awarded" },
        { "unit missing", "The achieved units meet the rule of combination", "Add B" },
        { "waiting", "Every judgement is settled", "Wait for the decision" },
        { "achieved without judgement", "Every judgement is settled", "without a judgement" },
        { "sampled", "Sampling is done", "quality assurer" },
        { "returned", "No action is open", "look again" },
        { "referred back", "No action is open", "resubmit" },
        { "judged by the learner", "Nobody judged their own work", "by the learner" },
        { "assured by the learner", "Nobody judged their own work", "by the learner" },
        { "judge assured", "Nobody judged their own work", "same person" },
        { "no approval", "The centre is approved", "Ask the awarding body for approval" },
        { "approval to come", "The centre is approved", "not approved" },
        { "approval ended", "The centre is approved", "ended on 19 November 2026" },
        { "held", "The learner does not hold it already", "already holds" },
    };

    static ClaimFacts Case(string name) => name switch
    {
        "erased account" => Ready with { AccountIsErased = true },
        "unconfirmed e-mail" => Ready with { EmailIsConfirmed = false },
        "requested" => Ready with { Enrolment = EnrolmentStatus.Requested },
        "withdrawn" => Ready with { Enrolment = EnrolmentStatus.Withdrawn },
        "completed" => Ready with { Enrolment = EnrolmentStatus.Completed },
        "unit missing" => Ready with { Units = [Unit("A")] },
        "waiting" => With(Unit("B", UnitStage.Submitted, SubmissionStatus.Waiting)),
        "achieved without judgement" => With(Unit("B", UnitStage.Achieved, null)),
        "sampled" => With(Unit("B", UnitStage.Accepted, SubmissionStatus.Sampled)),
        "returned" => With(Unit("B", UnitStage.Submitted, SubmissionStatus.Returned)),
        "referred back" => With(Unit("B", UnitStage.ReferredBack, SubmissionStatus.ReferredBack)),
        "judged by the learner" => With(Unit("B") with { Assessors = [Learner] }),
        "assured by the learner" => With(Unit("B") with { QualityAssurers = [Learner] }),
        "judge assured" => With(Unit("B") with { QualityAssurers = [Assessor] }),
        "no approval" => Ready with { Approvals = [] },
        "approval to come" => Ready with { Approvals = [new(Today.AddDays(1), null, true)] },
        "approval ended" => Ready with { Approvals = [new(new(2024, 1, 1), Today.AddDays(-1), true)] },
        "held" => Ready with { Held = CertificateNumber.Create() },
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
    };

    [Fact]
    public void A_learner_who_has_done_everything_passes_every_check()
    {
        var checks = AwardingChecks.Run(Ready);
        Assert.Equal(9, checks.Count);
        Assert.All(checks, c => Assert.True(c.Passed, c.Finding));
        Assert.All(checks, c => Assert.EndsWith(".", c.Finding, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Failing))]
    public void Each_thing_that_is_not_in_order_is_found_and_said(string name, string check, string words)
    {
        var failed = AwardingChecks.Run(Case(name)).Where(c => !c.Passed).ToList();
        Assert.Contains(failed, c => c.Title == check && c.Finding.Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public void The_last_day_of_an_approval_still_counts() =>
        Assert.All(AwardingChecks.Run(Ready with { Approvals = [new(new(2024, 1, 1), Today, false)] }), c => Assert.True(c.Passed, c.Finding));

    [Fact]
    public void A_learner_who_was_enrolled_before_the_approval_ended_may_finish()
    {
        var ended = Ready with { EnrolledOn = new(2025, 5, 1), Approvals = [new(new(2024, 1, 1), Today.AddDays(-1), true)] };
        Assert.All(AwardingChecks.Run(ended), c => Assert.True(c.Passed, c.Finding));
        Assert.Contains(AwardingChecks.Run(ended), c => c.Finding.EndsWith("The learner was enrolled while it lasted, and may finish.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_unit_that_was_never_submitted_and_is_not_needed_holds_nothing_up() =>
        Assert.All(AwardingChecks.Run(Ready with { Units = [.. Ready.Units, Unit("C", UnitStage.Working, null)] }), c => Assert.True(c.Passed, c.Finding));
}
