using Underpin.Platform;

namespace Underpin.Portfolios;

internal static class EnrolmentRules
{
    internal sealed record AssessorFacts(string Name, string Learner, string Centre, bool IsLearner, bool IsAssessorHere, bool ManagesLearner);

    /// <summary>Whether this person can be the learner's assessor.</summary>
    public static Refusal? CannotAssess(AssessorFacts assessor) =>
        assessor.IsLearner ? new AssessesThemselves(assessor.Name)
        : !assessor.IsAssessorHere ? new NotAnAssessorHere(assessor.Centre)
        : assessor.ManagesLearner ? new AssessesWhomTheyManage(assessor.Name, assessor.Learner)
        : null;

    /// <summary>Whether the learner may work on the portfolio now.</summary>
    public static Refusal? CannotWork(EnrolmentStatus status, string centre) => status switch
    {
        EnrolmentStatus.Active => null,
        EnrolmentStatus.Requested => new NotAcceptedYet(centre),
        _ => new EnrolmentClosed(status),
    };

    /// <summary>Whether a unit can leave the portfolio. Nothing is lost silently: evidence mapped to it keeps it there.</summary>
    public static Refusal? CannotLeaveOut(string unit, UnitStage stage, int pieces) =>
        stage != UnitStage.Working ? new UnitWasSubmitted(unit)
        : pieces > 0 ? new UnitHasEvidence(unit, pieces)
        : null;
}
