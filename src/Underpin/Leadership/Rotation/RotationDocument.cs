namespace Underpin.Leadership.Rotation;

/// <summary>A result as programs read it: names in place of keys, words for conditions. docs/guide/rotation.md describes it.</summary>
internal static class RotationDocument
{
    public static object Of(RotationProblem problem, RotationResult result, int seed) => result switch
    {
        Planned planned => new
        {
            Ok = true,
            Verdict = planned is Optimal ? "optimal" : "best found",
            Seed = seed,
            planned.Effort,
            Objective = planned.Objective,
            Certificate = planned.Levels.Select(l => new { l.Name, l.Value, l.Bound, l.Gap, Proved = l.IsProved, l.Refuted }),
            Plan = problem.Duties.Select(d => new
            {
                Duty = d.Name,
                d.Weight,
                Now = Name(problem, d.Holder),
                Years = Enumerable.Range(problem.FirstYear, problem.Years).Select(year => new { Year = year, Holder = Name(problem, planned.Plan.HolderOf(d.Key, year)) }),
            }),
            Handovers = Handover.Of(problem, planned.Plan).Select(h => new { Duty = DutyName(problem, h.Duty), h.Date, From = Name(problem, h.From), To = Name(problem, h.To), Shadowing = h.NeedsShadowing }),
            Preparation = RotationPreparation.Of(problem, planned.Plan).Select(t => new { Person = Name(problem, t.Person), t.From, t.Until, Task = t.Words, HandoverOn = t.Handover.Date }),
        },
        Impossible impossible => new
        {
            Ok = false,
            Verdict = "impossible",
            Seed = seed,
            impossible.Effort,
            Minimal = impossible.IsMinimal,
            Conflict = impossible.Conflict.Select(c => new
            {
                Condition = c.Condition.Words(problem),
                Without = c.Without switch
                {
                    Planned allowed => (object)new { Possible = true, Proved = allowed is Optimal, allowed.Objective },
                    Impossible other => new { Possible = false, Conflict = other.Conflict.Select(o => o.Condition.Words(problem)) },
                    _ => new { Possible = (bool?)null },
                },
            }),
        },
        _ => new { Ok = false, Verdict = "undecided", Seed = seed, result.Effort },
    };

    static string? Name(RotationProblem problem, string? key) => problem.People.FirstOrDefault(p => p.Key == key)?.Name;

    static string DutyName(RotationProblem problem, string key) => problem.Duties.First(d => d.Key == key).Name;
}
