namespace Underpin.Leadership.Rotation;

/// <summary>How a plan is looked for.</summary>
internal sealed record RotationOptions
{
    /// <summary>Which of several plans of equal worth is found, and in which order plans are tried. Same problem and options, same plan.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The work allowed, in visits to rows of the model: the bound is never time.</summary>
    public long Steps { get; init; } = 400_000_000;

    /// <summary>Conditions that are not asked.</summary>
    public IReadOnlyList<RotationCondition> SetAside { get; init; } = [];

    /// <summary>Told each better plan as it is found. A search stopped by cancellation gives the best one found so far.</summary>
    public IProgress<RotationProgress>? Progress { get; init; }

    /// <summary>A plan to begin from, such as the one that is being changed: the new one tends to stay near it where that costs nothing.</summary>
    public RotationPlan? Near { get; init; }
}

/// <summary>How far a search has come.</summary>
/// <param name="Plan">The best plan so far; null while there is none.</param>
/// <param name="Goal">What is being improved or proved.</param>
internal sealed record RotationProgress(RotationPlan? Plan, RotationObjective? Objective, string Goal, long Steps);
