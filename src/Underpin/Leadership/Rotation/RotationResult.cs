namespace Underpin.Leadership.Rotation;

/// <summary>What planning came to.</summary>
/// <param name="Effort">How much work it took: visits to rows of the model, and conflicts from which something was learned.</param>
internal abstract record RotationResult(RotationEffort Effort);

/// <summary>Work done, the same on every machine.</summary>
internal sealed record RotationEffort(long Steps, long Conflicts)
{
    public RotationEffort And(RotationEffort other) => new(Steps + other.Steps, Conflicts + other.Conflicts);
}

/// <summary>A plan was found.</summary>
internal abstract record Planned(RotationPlan Plan, RotationObjective Objective, IReadOnlyList<RotationLevel> Levels, RotationEffort Effort) : RotationResult(Effort);

/// <summary>No plan is better: every level's value is its proved bound.</summary>
internal sealed record Optimal(RotationPlan Plan, RotationObjective Objective, IReadOnlyList<RotationLevel> Levels, RotationEffort Effort) : Planned(Plan, Objective, Levels, Effort);

/// <summary>The best plan found within the work allowed. <see cref="RotationLevel.Gap"/> says how far from proved it is.</summary>
internal sealed record Best(RotationPlan Plan, RotationObjective Objective, IReadOnlyList<RotationLevel> Levels, RotationEffort Effort) : Planned(Plan, Objective, Levels, Effort);

/// <summary>There is no plan.</summary>
/// <param name="Conflict">Conditions that cannot all be kept, though any fewer of them can.</param>
/// <param name="IsMinimal">Whether that was proved of every one of them; not when the work allowed ran out.</param>
internal sealed record Impossible(IReadOnlyList<ConflictingCondition> Conflict, bool IsMinimal, RotationEffort Effort) : RotationResult(Effort);

/// <summary>Neither a plan nor a proof that there is none was found within the work allowed.</summary>
internal sealed record Undecided(RotationEffort Effort) : RotationResult(Effort);

/// <summary>A condition of a conflict, and what giving it up alone would allow.</summary>
/// <param name="Without">The plan without it and what that is worth; <see cref="Impossible"/> when other conditions conflict as well. Its own conditions do not
/// say again what relaxing them would allow.</param>
internal sealed record ConflictingCondition(RotationCondition Condition, RotationResult? Without);
