using Underpin.Platform.History;
using Underpin.Portfolios;

namespace Underpin.Assessment;

internal sealed record UnitSubmitted(Guid Enrolment) : HistoryEvent(Enrolment)
{
    public required Guid Submission { get; init; }
    public required string Unit { get; init; }
    public required int Attempt { get; init; }
    public required int Pieces { get; init; }
    public required UnitStage Before { get; init; }
    public override string Summary => $"submitted {Unit} with {Words.Count(Pieces, "piece")} of evidence (attempt {Attempt}), declaring it their own work";
}

internal sealed record SubmissionDecided(Guid Enrolment) : HistoryEvent(Enrolment)
{
    public required Guid Submission { get; init; }
    public required string Unit { get; init; }
    public required int Attempt { get; init; }
    public required int Round { get; init; }
    public required bool Accepted { get; init; }
    public required int Met { get; init; }
    public required int NotMet { get; init; }
    public required SubmissionStatus Before { get; init; }
    public required SubmissionStatus After { get; init; }
    /// <summary>The learner's own assessor, when another decided.</summary>
    public required Guid? InPlaceOf { get; init; }
    public required bool ObservedByAssessor { get; init; }
    public required string? SampledBecause { get; init; }

    public override string Summary =>
        (Accepted ? $"accepted {Unit} (attempt {Attempt})" : $"referred {Unit} back (attempt {Attempt}): {Met} of {Met + NotMet} criteria met")
        + (InPlaceOf is null ? "" : ", in place of the learner's own assessor")
        + (ObservedByAssessor ? ", having observed some of the work" : "")
        + (SampledBecause is null ? "" : ". It was drawn for quality assurance");
}

internal sealed record SubmissionDrawn(Guid Enrolment) : HistoryEvent(Enrolment)
{
    public required Guid Submission { get; init; }
    public required string Unit { get; init; }
    public required string Because { get; init; }
    public override string Summary => $"drew {Unit} for quality assurance: {Because}";
}

internal sealed record JudgementReviewed(Guid Enrolment) : HistoryEvent(Enrolment)
{
    public required Guid Submission { get; init; }
    public required string Unit { get; init; }
    public required int Round { get; init; }
    public required bool Agreed { get; init; }
    public required string Reasons { get; init; }
    public override string Summary => Agreed ? $"agreed with the judgement of {Unit}" : $"returned the judgement of {Unit} to the assessor";
}
