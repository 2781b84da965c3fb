using Underpin.Leadership.Rotation;

namespace Underpin.Leadership.Plans;

internal enum RotationVerdict
{
    /// <summary>A plan, and a proof that none is better.</summary>
    Optimal,

    /// <summary>A plan that may not be the best.</summary>
    Best,

    /// <summary>A proof that there is none.</summary>
    Impossible,

    /// <summary>Neither a plan nor a proof.</summary>
    Undecided,
}

/// <summary>What a search came to, as it is kept.</summary>
internal sealed record RotationFindings
{
    public required RotationVerdict Verdict { get; init; }
    public RotationPlan? Plan { get; init; }
    public RotationObjective? Objective { get; init; }

    /// <summary>Empty while the search runs.</summary>
    public IReadOnlyList<RotationLevel> Levels { get; init; } = [];
    public long Steps { get; init; }

    /// <summary>What is being improved or proved, while the search runs.</summary>
    public string Goal { get; init; } = "";
    public IReadOnlyList<FoundConflict> Conflict { get; init; } = [];

    /// <summary>Whether each part of the conflict was shown to be needed.</summary>
    public bool IsMinimal { get; init; }

    /// <summary>Plans worth exactly as much.</summary>
    public IReadOnlyList<RotationPlan> Alternatives { get; init; } = [];
    public bool AlternativesAreAll { get; init; }

    /// <summary>Whether more work could not change it.</summary>
    public bool IsSettled => Verdict == RotationVerdict.Optimal
        || (Verdict == RotationVerdict.Impossible && IsMinimal && Conflict.All(c => c.Without is not null));

    public bool IsBetterThan(RotationFindings? other) => Objective is not null && (other?.Objective is null || Objective.CompareTo(other.Objective) < 0);
}

/// <summary>A condition that cannot be kept with the others.</summary>
/// <param name="Words">The condition, without a full stop.</param>
/// <param name="Where">Where it is changed, below the rotation's address: "/limits#pins".</param>
/// <param name="Without">What giving it up alone allows; null where that was not found out.</param>
internal sealed record FoundConflict(string Words, string Where, FoundWithout? Without);

/// <param name="Objective">What the plan would be worth; null where there still is none.</param>
/// <param name="Others">What then conflicts, in words.</param>
internal sealed record FoundWithout(RotationObjective? Objective, bool IsProved, IReadOnlyList<string> Others);

/// <summary>Searches, and gives what was found as it is kept.</summary>
internal static class RotationSolving
{
    /// <summary>Work for a search while somebody waits for the page, and for one in its own time.</summary>
    public const long AtOnce = 12_000_000, InItsTime = 400_000_000;

    const int MostAlternatives = 3;

    /// <param name="problem">Sound.</param>
    /// <param name="near">A plan to stay near to where that costs nothing.</param>
    public static RotationFindings Solve(RotationProblem problem, RotationPlan? near, long steps, IProgress<RotationProgress>? progress = null, CancellationToken cancel = default)
    {
        var options = new RotationOptions { Steps = steps, Near = NearTo(problem, near), Progress = progress };
        switch (RotationPlanner.Plan(problem, options, cancel))
        {
            case Optimal best:
                var others = RotationPlanner.Alternatives(problem, best, MostAlternatives, options with { Steps = steps / 4, Progress = null }, cancel);
                return Found(best) with { Verdict = RotationVerdict.Optimal, Alternatives = others.Plans, AlternativesAreAll = others.AreAll };
            case Planned planned:
                return Found(planned);
            case Impossible none:
                return new()
                {
                    Verdict = RotationVerdict.Impossible,
                    Steps = none.Effort.Steps,
                    IsMinimal = none.IsMinimal,
                    Conflict = [.. none.Conflict.Select(c => new FoundConflict(c.Condition.Words(problem), Where(problem, c.Condition), Without(problem, c.Without)))],
                };
            case var undecided:
                return new() { Verdict = RotationVerdict.Undecided, Steps = undecided.Effort.Steps };
        }
    }

    /// <summary>The best so far, for those who wait.</summary>
    public static RotationFindings SoFar(RotationProgress progress) => new()
    {
        Verdict = progress.Plan is null ? RotationVerdict.Undecided : RotationVerdict.Best,
        Plan = progress.Plan,
        Objective = progress.Objective,
        Steps = progress.Steps,
        Goal = progress.Goal,
    };

    static RotationFindings Found(Planned planned) => new()
    {
        Verdict = RotationVerdict.Best,
        Plan = planned.Plan,
        Objective = planned.Objective,
        Levels = planned.Levels,
        Steps = planned.Effort.Steps,
    };

    static FoundWithout? Without(RotationProblem problem, RotationResult? result) => result switch
    {
        Planned planned => new(planned.Objective, planned is Optimal, []),
        Impossible still => new(null, still.IsMinimal, [.. still.Conflict.Select(c => c.Condition.Words(problem))]),
        _ => null,
    };

    // A plan of other people, duties or years says nothing about the rest of it.
    static RotationPlan? NearTo(RotationProblem problem, RotationPlan? near)
    {
        if (near is null) return null;
        var (people, duties) = (problem.People.Select(p => p.Key).ToHashSet(), problem.Duties.Select(d => d.Key).ToHashSet());
        return near.Cells.All(c => people.Contains(c.Person) && duties.Contains(c.Duty) && c.Year >= problem.FirstYear && c.Year <= problem.LastYear) ? near : null;
    }

    static string Where(RotationProblem problem, RotationCondition condition) => condition switch
    {
        AskCondition ask => $"/conditions#{PersonAnchor(problem, ask.PersonKey)}",
        LoadLimitCondition limit => $"/conditions#{PersonAnchor(problem, limit.PersonKey)}",
        NoReturnCondition => "/conditions#numbers",
        NeverCondition never => $"/readiness?person={Uri.EscapeDataString(never.PersonKey)}",
        PinCondition => "/limits#pins",
        ApartCondition => "/limits#apart",
        TogetherCondition => "/limits#together",
        StillCondition => "/limits#still",
        _ => "#fixed",
    };

    /// <summary>Where a person stands in the form of the conditions.</summary>
    public static string PersonAnchor(RotationProblem problem, string key) => $"person-{Enumerable.Range(0, problem.People.Count).First(i => problem.People[i].Key == key)}";
}
