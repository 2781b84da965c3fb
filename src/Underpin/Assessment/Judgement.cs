using Underpin.Platform.History;

namespace Underpin.Assessment;

/// <summary>
/// An assessor's decision on one criterion of one submission. Never edited: a later round's judgement stands after it.
/// </summary>
internal sealed class Judgement : IOnRecord
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid SubmissionId { get; init; }
    public required Guid CriterionId { get; init; }
    /// <summary>1 for the first decision on the submission, 2 after a quality assurer returned it, and so on.</summary>
    public required int Round { get; init; }
    public required Guid AssessorId { get; init; }
    /// <summary>It shows what the criterion asks.</summary>
    public required bool Valid { get; init; }
    /// <summary>It is the learner's own work.</summary>
    public required bool Authentic { get; init; }
    /// <summary>It is recent enough.</summary>
    public required bool Current { get; init; }
    /// <summary>There is enough of it.</summary>
    public required bool Sufficient { get; init; }
    /// <summary>Another assessor would decide the same.</summary>
    public required bool Reliable { get; init; }
    public string Feedback { get; init; } = "";
    public required DateTimeOffset JudgedAt { get; init; }

    /// <summary>Met only when all five hold.</summary>
    public bool IsMet => Valid && Authentic && Current && Sufficient && Reliable;
}
