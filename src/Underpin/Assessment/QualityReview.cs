using Underpin.Platform.History;

namespace Underpin.Assessment;

/// <summary>A quality assurer's look at a sampled judgement: agreed, or returned with reasons and an action.</summary>
internal sealed class QualityReview : IOnRecord
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid SubmissionId { get; init; }
    /// <summary>The round of judgement that was looked at.</summary>
    public required int Round { get; init; }
    public required Guid QualityAssurerId { get; init; }
    public required bool Agreed { get; init; }
    public required string Reasons { get; init; }
    public required DateTimeOffset ReviewedAt { get; init; }
}
