using Underpin.Platform.History;

namespace Underpin.Assessment;

/// <summary>
/// What an assessor decided on a submission as a whole, in one round. Never edited: when a quality assurer returns it, the next
/// round's decision stands after it.
/// </summary>
internal sealed class Decision : IOnRecord
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid SubmissionId { get; init; }
    /// <summary>The round of the judgements it sums up.</summary>
    public required int Round { get; init; }
    public required Guid AssessorId { get; init; }
    public required bool Accepted { get; init; }
    public string Feedback { get; init; } = "";
    /// <summary>The assessor the centre gave the learner, when another one decided in their place.</summary>
    public Guid? InPlaceOfId { get; init; }
    /// <summary>The assessor watched some of the work: a record of observation put forward is their own.</summary>
    public bool ObservedByAssessor { get; init; }
    public required DateTimeOffset DecidedAt { get; init; }
}
