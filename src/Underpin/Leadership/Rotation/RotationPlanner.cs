namespace Underpin.Leadership.Rotation;

/// <summary>
/// Plans who holds which duty in which year: the best plan with the proof that it is, or the conditions that make one impossible.
/// </summary>
/// <remarks>
/// Pure: no clock, no randomness but the seed, whole numbers only. The problem is NP-hard and the search exponential at worst; the work is bounded by
/// <see cref="RotationOptions.Steps"/>. README.md in this folder says what is counted and how it is proved.
/// </remarks>
internal static class RotationPlanner
{
    /// <summary>The best plan, or why there is none.</summary>
    /// <param name="problem">What is asked.</param>
    /// <param name="options">How it is looked for.</param>
    /// <param name="cancel">Stops the search, which gives the best plan so far.</param>
    /// <exception cref="ArgumentException">The problem is not sound: <see cref="RotationValidation"/> says why.</exception>
    public static RotationResult Plan(RotationProblem problem, RotationOptions? options = null, CancellationToken cancel = default)
    {
        options = Sound(problem, options);
        var search = new RotationSearch(problem, options, cancel);
        if (search.Run() is { } result) return result;
        var conflict = new RotationConflict(problem, options, cancel);
        var conditions = conflict.Find(smallest: true);
        var effort = search.Effort.And(conflict.Effort);
        var relaxed = conditions.Select(condition => new ConflictingCondition(condition, Without(problem, options, condition, cancel))).ToList();
        return new Impossible(relaxed, conflict.IsMinimal, relaxed.Aggregate(effort, (sum, r) => sum.And(r.Without!.Effort)));
    }

    /// <summary>Plans that are worth exactly as much as one already found.</summary>
    /// <param name="found">What <see cref="Plan"/> gave for this problem and these options.</param>
    /// <param name="most">How many at most.</param>
    public static RotationAlternatives Alternatives(RotationProblem problem, Planned found, int most, RotationOptions? options = null, CancellationToken cancel = default) =>
        new RotationSearch(problem, Sound(problem, options), cancel).Alternatives(found, most);

    /// <summary>What it does to a plan when somebody leaves on 1 September of a year: earlier years stand, the rest is planned again, near the old plan where that costs nothing.</summary>
    /// <param name="plan">A plan for the problem.</param>
    /// <param name="person">Key of who leaves. Pins and cells fixed for them fall away from that year.</param>
    /// <param name="year">The first school year without them, within the plan.</param>
    /// <exception cref="ArgumentException">The problem is not sound, has no such person, or would have nobody left.</exception>
    public static RotationDeparture Departure(RotationProblem problem, RotationPlan plan, string person, int year, RotationOptions? options = null, CancellationToken cancel = default)
    {
        if (problem.People.All(p => p.Key != person)) throw new ArgumentException($"There is nobody with the key {person} among the people.", nameof(person));
        if (year < problem.FirstYear || year > problem.LastYear) throw new ArgumentOutOfRangeException(nameof(year), year, $"The plan runs from {problem.FirstYear} to {problem.LastYear}.");
        var changed = problem with
        {
            // What was asked of them by default stays so, though their pins end.
            People = [.. problem.People.Select(p => p.Key != person ? p : p with
            {
                Leaves = Math.Min(year, p.Leaves ?? year),
                PassesOn = RotationAsks.EveryYear(problem, person, passesOn: true),
                Receives = RotationAsks.EveryYear(problem, person, passesOn: false),
            })],
            Pins = [.. problem.Pins.Select(p => p.Person != person ? p : p with { Until = Math.Min(year - 1, p.Until ?? year) }).Where(p => p.Until is null || p.Until >= (p.From ?? problem.FirstYear))],
            Fixed = [.. problem.Fixed.Where(f => f.Person != person || f.Year < year)],
            Asks = [.. problem.Asks.Where(a => a.Person != person || a.Year < year)],
            Settled = [.. plan.Cells.Where(c => c.Year < year)],
        };
        var result = Plan(changed, (options ?? new()) with { Near = plan }, cancel);
        return new(changed, result, result is Planned planned ? [.. planned.Plan.Cells.Except(plan.Cells)] : []);
    }

    static RotationResult Without(RotationProblem problem, RotationOptions options, RotationCondition condition, CancellationToken cancel)
    {
        options = options with { SetAside = [.. options.SetAside, condition], Progress = null, Steps = options.Steps / 4 };
        var search = new RotationSearch(problem, options, cancel);
        if (search.Run() is { } result) return result;
        var conflict = new RotationConflict(problem, options, cancel);
        return new Impossible([.. conflict.Find(smallest: false).Select(c => new ConflictingCondition(c, null))], conflict.IsMinimal, search.Effort.And(conflict.Effort));
    }

    static RotationOptions Sound(RotationProblem problem, RotationOptions? options) =>
        RotationValidation.Check(problem) is [var first, ..] ? throw new ArgumentException(first.Message, nameof(problem)) : options ?? new();
}

/// <summary>Other plans of equal worth.</summary>
/// <param name="AreAll">Whether there are no more than these.</param>
internal sealed record RotationAlternatives(IReadOnlyList<RotationPlan> Plans, bool AreAll);

/// <summary>What a departure does.</summary>
/// <param name="Problem">The problem with the departure in it and earlier years settled.</param>
/// <param name="Changed">Cells of the new plan that the old one has otherwise.</param>
internal sealed record RotationDeparture(RotationProblem Problem, RotationResult Result, IReadOnlyList<RotationCell> Changed);
