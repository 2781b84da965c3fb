namespace Underpin.Leadership.Rotation;

/// <summary>What a plan is worth, counted from the plan itself.</summary>
internal static class RotationMeasure
{
    public static RotationObjective Of(RotationProblem problem, RotationPlan plan)
    {
        var weights = problem.Duties.ToDictionary(d => d.Key, d => d.Weight);
        var handovers = Handover.Of(problem, plan);
        var gained = handovers.GroupBy(h => h.To).ToDictionary(g => g.Key, g => g.Select(h => h.Duty).Distinct().Count(d => problem.Duties.First(x => x.Key == d).Holder != g.Key));
        var gaining = RotationAsks.WhoShouldGain(problem).ToList();
        return new(
            handovers.Where(h => h.NeedsShadowing).Sum(h => weights[h.Duty]),
            gaining.Count == 0 ? 0 : gaining.Min(p => gained.GetValueOrDefault(p.Key)),
            Enumerable.Range(problem.FirstYear, problem.Years).Sum(year => UnevennessOf(problem, plan, year)),
            handovers.Count - RotationAsks.Total(problem),
            problem.Together.Where(t => !t.Must).Sum(t => Enumerable.Range(problem.FirstYear, problem.Years).Count(year => plan.HolderOf(t.One, year) != plan.HolderOf(t.Other, year))));
    }

    static long UnevennessOf(RotationProblem problem, RotationPlan plan, int year)
    {
        var loads = problem.Duties.GroupBy(d => plan.HolderOf(d.Key, year)).ToDictionary(g => g.Key, g => g.Sum(d => (long)d.Weight));
        var sharing = problem.People.Where(p => !(year < p.Joins) && !(year >= p.Leaves) && RotationAsks.TakesPart(problem, p.Key)).Select(p => loads.GetValueOrDefault(p.Key)).ToList();
        return sharing.Count == 0 ? 0 : sharing.Max() - sharing.Min();
    }
}
