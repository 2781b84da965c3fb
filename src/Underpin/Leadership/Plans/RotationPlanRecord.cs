using Underpin.Leadership.Rotation;
using Underpin.Platform.Database;

namespace Underpin.Leadership.Plans;

internal enum RotationState
{
    /// <summary>The conditions are kept; nothing has been looked for since they last changed.</summary>
    Stated,

    /// <summary>The search is not over, and waits for its turn.</summary>
    Waiting,

    Running,

    /// <summary>The search is over; <see cref="RotationFindings.Verdict"/> says how it ended.</summary>
    Done,
}

/// <summary>The rotation of a scenario: what is asked of it, what the search found, and what was adopted. It goes when its scenario is erased, with every name in it.</summary>
internal sealed class RotationPlanRecord : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ScenarioId { get; init; }
    /// <summary>Keys of people are their codes in the scenario; of duties, see <see cref="RotationStatement.KeyOf"/>.</summary>
    public required RotationProblem Problem { get; set; }
    /// <summary>Counts the changes of the conditions; forms carry the one that they showed.</summary>
    public required int Edition { get; set; }
    /// <summary>The revision of the scenario that <see cref="Problem"/> was last matched with.</summary>
    public required int Revision { get; set; }
    public required RotationState State { get; set; }
    public required DateTimeOffset ChangedAt { get; set; }
    public required Guid ChangedById { get; set; }
    /// <summary>When the search last gave a sign of life; null unless it runs.</summary>
    public DateTimeOffset? SeenAt { get; set; }
    public bool StopAsked { get; set; }
    /// <summary>What was found for <see cref="Problem"/>; while a search runs, the best so far.</summary>
    public RotationFindings? Findings { get; set; }
    /// <summary>What those who do not plan may see.</summary>
    public RotationAdopted? Adopted { get; set; }
    public int RowVersion { get; set; }

    public bool IsLooking => State is RotationState.Waiting or RotationState.Running;
}

/// <summary>A plan that was written into the scenario, as it was then.</summary>
internal sealed record RotationAdopted(RotationProblem Problem, RotationPlan Plan, DateTimeOffset At);
