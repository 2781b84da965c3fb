using Underpin.Assessment;
using Underpin.Portfolios;
using Underpin.Qualifications;

namespace Underpin.Tests.Assessment;

public sealed class AssessmentRulesTests
{
    static readonly Colleague Ruth = new(Guid.CreateVersion7(), "Ruth Delaney");
    static readonly Colleague Ana = new(Guid.CreateVersion7(), "Ana Kovac");
    static readonly Colleague Owen = new(Guid.CreateVersion7(), "Owen Price");
    static readonly Colleague Priya = new(Guid.CreateVersion7(), "Priya Nair");

    static Parties Parties(Guid? learner = null, Guid[]? managers = null, Guid[]? deciders = null, params Witnessed[] witnessed) => new()
    {
        LearnerId = learner ?? Guid.CreateVersion7(),
        LearnerName = "Joe Bright",
        CentreName = "Estuary Training Centre",
        ManagersOfLearner = (managers ?? []).ToHashSet(),
        Deciders = (deciders ?? []).ToHashSet(),
        Witnessed = witnessed,
        Assessors = [Ana, Ruth],
        QualityAssurers = [Owen, Priya, Ruth],
    };

    [Fact]
    public void An_assessor_with_no_tie_to_the_learner_may_judge() => Assert.Null(AssessmentRules.MayAssess(Parties(), Ruth.Id));

    [Fact]
    public void Somebody_without_the_role_may_not_judge() => Assert.IsType<NotAssessorOfCentre>(AssessmentRules.MayAssess(Parties(), Owen.Id));

    [Fact]
    public void Nobody_and_the_system_may_not_judge() => Assert.IsType<NotAssessorOfCentre>(AssessmentRules.MayAssess(Parties(), null));

    [Fact]
    public void Nobody_judges_their_own_work_and_is_told_who_else_could() =>
        Assert.Equal("This is your own work, so you can't judge it. Ask another assessor: Ana Kovac.", AssessmentRules.MayAssess(Parties(learner: Ruth.Id), Ruth.Id)!.Message);

    [Fact]
    public void A_manager_does_not_judge_and_is_told_when_nobody_else_could() =>
        Assert.Equal("You manage Joe Bright, so you can't judge their work. Nobody else at Estuary Training Centre can do it yet: ask the centre's administrator to invite another assessor.",
            AssessmentRules.MayAssess(Parties(managers: [Ruth.Id, Ana.Id]), Ruth.Id)!.Message);

    [Fact]
    public void Who_gave_testimony_does_not_judge() =>
        Assert.IsType<OwnTestimonyCannotBeAssessed>(AssessmentRules.MayAssess(Parties(witnessed: new Witnessed(Ruth.Id, EvidenceKind.Witness, "The hall on open evening")), Ruth.Id));

    [Fact]
    public void Who_observed_the_work_may_judge_and_it_is_known()
    {
        var parties = Parties(witnessed: new Witnessed(Ruth.Id, EvidenceKind.Observation, "The hall on open evening"));
        Assert.Null(AssessmentRules.MayAssess(parties, Ruth.Id));
        Assert.True(AssessmentRules.Observed(parties, Ruth.Id));
        Assert.False(AssessmentRules.Observed(parties, Ana.Id));
    }

    [Fact]
    public void Nobody_checks_their_own_judgement_and_is_told_who_else_could() =>
        Assert.Equal("You judged this yourself, so you can't check the judgement. Ask another quality assurer: Owen Price or Priya Nair.",
            AssessmentRules.MayReview(Parties(deciders: [Ruth.Id]), Ruth.Id)!.Message);

    [Fact]
    public void A_quality_assurer_does_not_check_their_own_work_a_report_s_or_one_they_witnessed()
    {
        Assert.IsType<OwnWorkCannotBeReviewed>(AssessmentRules.MayReview(Parties(learner: Owen.Id), Owen.Id));
        Assert.IsType<ManagedLearnerCannotBeReviewed>(AssessmentRules.MayReview(Parties(managers: [Owen.Id]), Owen.Id));
        Assert.IsType<OwnStatementCannotBeReviewed>(AssessmentRules.MayReview(Parties(witnessed: new Witnessed(Owen.Id, EvidenceKind.Observation, "The hall")), Owen.Id));
        Assert.IsType<NotAQualityAssurerHere>(AssessmentRules.MayReview(Parties(), Ana.Id));
        Assert.Null(AssessmentRules.MayReview(Parties(deciders: [Ana.Id]), Owen.Id));
    }

    static readonly Criterion[] Two =
    [
        new() { UnitId = Guid.NewGuid(), Code = "1.1", Text = "one", IsSchool = false, Order = 1 },
        new() { UnitId = Guid.NewGuid(), Code = "1.2", Text = "two", IsSchool = false, Order = 2 },
    ];

    static CriterionJudgement On(Criterion criterion, bool met, string feedback = "") =>
        new() { CriterionId = criterion.Id, Valid = true, Authentic = true, Current = true, Sufficient = true, Reliable = met, Feedback = feedback };

    [Theory]
    [InlineData(true, true, "", true, null)]
    [InlineData(true, false, "", true, typeof(CriteriaNotMet))]
    [InlineData(true, true, "", false, typeof(NothingToReferBack))]
    [InlineData(true, false, "", false, typeof(ReferralWithoutFeedback))]
    [InlineData(true, false, "   ", false, typeof(ReferralWithoutFeedback))]
    [InlineData(true, false, "Add the lamp log", false, null)]
    public void A_decision_must_fit_its_judgements(bool firstMet, bool secondMet, string feedback, bool accept, Type? refusal) =>
        Assert.Equal(refusal, AssessmentRules.MayDecide(Two, [On(Two[0], firstMet), On(Two[1], secondMet, feedback)], accept)?.GetType());

    [Fact]
    public void Every_criterion_is_judged_once_and_no_other()
    {
        Assert.Equal("Judge every criterion: 1.2 is missing.", AssessmentRules.MayDecide(Two, [On(Two[0], true)], true)!.Message);
        Assert.IsType<CriterionJudgedTwice>(AssessmentRules.MayDecide(Two, [On(Two[0], true), On(Two[0], true)], true));
        var foreign = new Criterion { UnitId = Guid.NewGuid(), Code = "9.9", Text = "forged", IsSchool = false, Order = 1 };
        Assert.IsType<CriterionOfAnotherUnit>(AssessmentRules.MayDecide(Two, [On(Two[0], true), On(Two[1], true), On(foreign, true)], true));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Each_of_the_five_questions_can_hold_a_criterion_back(int question)
    {
        bool Holds(int i) => i != question;
        var judgement = new CriterionJudgement { CriterionId = Two[0].Id, Valid = Holds(0), Authentic = Holds(1), Current = Holds(2), Sufficient = Holds(3), Reliable = Holds(4) };
        Assert.False(judgement.IsMet);
    }

    static SubmissionPlan Plan(EnrolmentStatus enrolment = EnrolmentStatus.Active, UnitStage stage = UnitStage.Working, bool gap = false)
    {
        var piece = new Evidence { EnrolmentId = Guid.NewGuid(), Kind = EvidenceKind.Account, Title = "Ticket log", WorkDate = new(2026, 11, 1), AddedAt = default, AddedById = Guid.NewGuid() };
        return new()
        {
            EnrolmentUnitId = Guid.NewGuid(),
            EnrolmentStatus = enrolment,
            Stage = stage,
            Criteria = [.. Two.Select((c, i) => new PlannedCriterion { Id = c.Id, Code = c.Code, Text = c.Text, Evidence = gap && i == 1 ? [] : [piece], NotYet = [] })],
        };
    }

    [Fact]
    public void A_unit_goes_forward_only_whole_from_the_learner_s_hands_in_an_active_enrolment_and_declared()
    {
        Assert.Null(AssessmentRules.MaySubmit(Plan(), true));
        Assert.Null(AssessmentRules.MaySubmit(Plan(stage: UnitStage.ReferredBack), true));
        Assert.IsType<OwnWorkNotDeclared>(AssessmentRules.MaySubmit(Plan(), false));
        Assert.Equal(["1.2"], Assert.IsType<CriteriaWithoutEvidence>(AssessmentRules.MaySubmit(Plan(gap: true), true)).Codes);
        foreach (var stage in new[] { UnitStage.Submitted, UnitStage.Accepted, UnitStage.Achieved })
            Assert.IsType<UnitNotWithLearner>(AssessmentRules.MaySubmit(Plan(stage: stage), true));
        foreach (var status in new[] { EnrolmentStatus.Requested, EnrolmentStatus.Declined, EnrolmentStatus.Withdrawn, EnrolmentStatus.Completed })
            Assert.IsType<EnrolmentNotActive>(AssessmentRules.MaySubmit(Plan(enrolment: status), true));
    }
}
