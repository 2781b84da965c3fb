using Underpin.Platform;
using Underpin.Portfolios;

namespace Underpin.Assessment;

/// <summary>Who else could do what one person may not.</summary>
internal sealed record AskAnother(string Role, IReadOnlyList<string> Names, string Centre)
{
    public override string ToString() => Names.Count > 0
        ? $"Ask another {Role}: {Words.AnyOf(Names)}."
        : $"Nobody else at {Centre} can do it yet: ask the centre's administrator to invite another {Role}.";
}

internal sealed record NamedCriterion(Guid Id, string Code);

// Who may judge
internal sealed record NotAssessorOfCentre(string Centre) : Refusal($"Only an assessor of {Centre} can judge this. If you should be one, ask the centre's administrator.");

internal sealed record OwnWorkCannotBeAssessed(AskAnother Others) : Refusal($"This is your own work, so you can't judge it. {Others}");

internal sealed record ManagedLearnerCannotBeAssessed(string Learner, AskAnother Others) : Refusal($"You manage {Learner}, so you can't judge their work. {Others}");

internal sealed record OwnTestimonyCannotBeAssessed(string Title, AskAnother Others) : Refusal($"You gave the witness testimony “{Title}”, so you can't also judge it. {Others}");

// Who may review
internal sealed record NotAQualityAssurerHere(string Centre) : Refusal($"Only a quality assurer of {Centre} can do this. If you should be one, ask the centre's administrator.");

internal sealed record OwnWorkCannotBeReviewed(AskAnother Others) : Refusal($"This is your own work, so you can't quality-assure how it was judged. {Others}");

internal sealed record OwnJudgementCannotBeReviewed(AskAnother Others) : Refusal($"You judged this yourself, so you can't check the judgement. {Others}");

internal sealed record ManagedLearnerCannotBeReviewed(string Learner, AskAnother Others) : Refusal($"You manage {Learner}, so you can't quality-assure the judgement of their work. {Others}");

internal sealed record OwnStatementCannotBeReviewed(string Title, AskAnother Others) : Refusal($"“{Title}” is your own statement, so you can't quality-assure a judgement that rests on it. {Others}");

// Submitting
internal sealed record NotYourUnit() : Refusal("Only the learner can submit a unit. If this is your portfolio, sign in as yourself.");

internal sealed record EnrolmentNotActive(EnrolmentStatus Status) : Refusal(Status switch
{
    EnrolmentStatus.Requested => "The centre hasn't accepted this enrolment yet. You can go on once it has.",
    EnrolmentStatus.Completed => "The certificate has been awarded, so this enrolment is closed.",
    _ => "This enrolment has ended, so nothing more can be submitted or decided. Talk to the centre.",
});

internal sealed record UnitNotWithLearner(UnitStage Stage) : Refusal(Stage switch
{
    UnitStage.Submitted => "This unit is already with the assessor. Wait for the decision; you'll get an e-mail.",
    _ => "This unit has already been accepted. There is nothing left to submit.",
});

internal sealed record CriteriaWithoutEvidence(IReadOnlyList<string> Codes) : Refusal(
    $"{(Codes.Count == 1 ? "Criterion" : "Criteria")} {Words.AllOf(Codes)} {(Codes.Count == 1 ? "has" : "have")} no evidence that can be used yet. Add a piece, or show which of your evidence covers {(Codes.Count == 1 ? "it" : "them")}, and submit again.");

internal sealed record OwnWorkNotDeclared() : Refusal("Confirm that the evidence is your own work. The assessor can't begin without it.");

internal sealed record AlreadySubmitted(int Attempt) : Refusal($"This unit has just been submitted as attempt {Attempt}, perhaps from another window. There is nothing more to do.");

// Deciding
internal sealed record NoSuchSubmission() : Refusal("There is no such submission.");

internal sealed record ChangedMeanwhile(string WhatHappened) : Refusal($"{WhatHappened} Nothing of yours was saved; it is all still below.");

internal sealed record NotWithAssessor(SubmissionStatus Status) : Refusal($"This submission is not waiting for a decision: {Words.Of(Status)}.");

internal sealed record CriterionOfAnotherUnit() : Refusal("One of these criteria does not belong to the unit. Open the page again and judge the criteria it shows.");

internal sealed record CriterionJudgedTwice() : Refusal("A criterion was judged twice in one decision. Open the page again and judge each once.");

internal sealed record CriteriaNotJudged(IReadOnlyList<string> Codes) : Refusal($"Judge every criterion: {Words.AllOf(Codes)} {(Codes.Count == 1 ? "is" : "are")} missing.");

internal sealed record CriteriaNotMet(IReadOnlyList<NamedCriterion> Criteria) : Refusal(
    $"The unit can be accepted only when every criterion is met. {Words.AllOf([.. Criteria.Select(c => c.Code)])} {(Criteria.Count == 1 ? "is" : "are")} not: tick all five, or refer the unit back.");

internal sealed record NothingToReferBack() : Refusal("Every criterion is met, so there is nothing to refer back. Accept the unit, or untick what the evidence does not show.");

internal sealed record ReferralWithoutFeedback(IReadOnlyList<NamedCriterion> Criteria) : Refusal(
    $"Say what is needed for {Words.AllOf([.. Criteria.Select(c => c.Code)])}, so that the learner knows what to do next.");

// Quality assurance
internal sealed record NotDrawn(SubmissionStatus Status) : Refusal($"This submission is not waiting for quality assurance: {Words.Of(Status)}.");

internal sealed record ReturnWithoutReasons() : Refusal("Say why it goes back and what the assessor should do.");

internal sealed record CannotBeDrawn(SubmissionStatus Status) : Refusal($"Only an accepted submission that nobody has drawn yet can be drawn. This one: {Words.Of(Status)}.");

internal sealed record DrawWithoutReason() : Refusal("Say why you draw it. The reason stands beside it for everyone who looks at the sampling.");
