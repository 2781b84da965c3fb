using Underpin.Platform.Database;
using Underpin.Platform.History;

namespace Underpin.Certificates;

internal enum ClaimStatus
{
    /// <summary>Waiting for the awarding body.</summary>
    Waiting,
    Awarded,
    /// <summary>Refused with a reason; the centre may claim again.</summary>
    Refused,
}

/// <summary>A centre's claim of a certificate for a learner who has completed a qualification.</summary>
internal sealed class Claim : IVersioned, IOnRecord
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid EnrolmentId { get; init; }
    public required Guid CentreId { get; init; }
    public required Guid AwardingBodyId { get; init; }
    public required Guid ClaimedById { get; init; }
    public required DateTimeOffset ClaimedAt { get; init; }
    public ClaimStatus Status { get; private set; } = ClaimStatus.Waiting;
    /// <summary>The checks as they stood when the claim was decided, or made.</summary>
    public required IReadOnlyList<ClaimCheck> Checks { get; set; }
    public Guid? DecidedById { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }
    public string? Reason { get; private set; }
    public int RowVersion { get; set; }

    public void Award(Guid? by, DateTimeOffset at) => Decide(ClaimStatus.Awarded, by, at, null);

    public void Refuse(Guid by, DateTimeOffset at, string reason) => Decide(ClaimStatus.Refused, by, at, reason);

    void Decide(ClaimStatus status, Guid? by, DateTimeOffset at, string? reason)
    {
        if (Status != ClaimStatus.Waiting) throw new InvalidOperationException($"The claim is already {Status}.");
        Status = status;
        DecidedById = by;
        DecidedAt = at;
        Reason = reason;
    }
}

/// <summary>One of the awarding body's checks: what was asked, whether it passed, and what was found.</summary>
internal sealed record ClaimCheck(string Title, bool Passed, string Finding);
