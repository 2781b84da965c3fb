namespace Underpin.Leadership.Rotation;

/// <summary>Who holds each duty in each year of a plan.</summary>
/// <param name="Cells">One for each duty and year, by duty in the problem's order and then by year.</param>
internal sealed record RotationPlan(IReadOnlyList<RotationCell> Cells)
{
    readonly Dictionary<(string Duty, int Year), string> _holders = Cells.ToDictionary(c => (c.Duty, c.Year), c => c.Person);

    /// <summary>Key of the one who holds a duty in a year of the plan.</summary>
    /// <exception cref="KeyNotFoundException">The plan has no such duty or year.</exception>
    public string HolderOf(string duty, int year) => _holders[(duty, year)];

    /// <summary>Keys of what a person holds in a year, in the problem's order.</summary>
    public IEnumerable<string> HeldBy(string person, int year) => Cells.Where(c => c.Year == year && c.Person == person).Select(c => c.Duty);

    public bool Equals(RotationPlan? other) => other is not null && Cells.SequenceEqual(other.Cells);

    public override int GetHashCode() => Cells.Aggregate(0, HashCode.Combine);
}

/// <summary>A duty's passing from one person to another on 1 September of a school year.</summary>
/// <param name="Duty">The duty's key.</param>
/// <param name="Year">The school year that begins with it.</param>
/// <param name="From">Key of who passes it on; null for a vacant duty.</param>
/// <param name="To">Key of who receives it.</param>
/// <param name="NeedsShadowing">Whether the one who receives it is to spend a term beside the duty first: not ready, and never held it before.</param>
internal sealed record Handover(string Duty, int Year, string? From, string To, bool NeedsShadowing)
{
    public DateOnly Date => SchoolYear.Begins(Year);

    /// <summary>Every handover of a plan, by year and then in the problem's order of duties.</summary>
    public static IReadOnlyList<Handover> Of(RotationProblem problem, RotationPlan plan)
    {
        var shadowing = problem.Readiness.Where(r => r.Level == Readiness.AfterShadowing).Select(r => (r.Person, r.Duty)).ToHashSet();
        var told = problem.Readiness.Select(r => (r.Person, r.Duty)).ToHashSet();
        var handovers = new List<Handover>();
        foreach (var duty in problem.Duties)
        {
            var holder = duty.Holder;
            var held = new HashSet<string?> { holder };
            for (var year = problem.FirstYear; year <= problem.LastYear; year++)
            {
                var next = plan.HolderOf(duty.Key, year);
                if (next == holder) continue;
                var unready = shadowing.Contains((next, duty.Key)) || (problem.OtherwiseReady == Readiness.AfterShadowing && !told.Contains((next, duty.Key)));
                handovers.Add(new(duty.Key, year, holder, next, held.Add(next) && unready));
                holder = next;
            }
        }

        return [.. handovers.OrderBy(h => h.Year)];
    }
}
