namespace Underpin.Leadership.Rotation;

/// <summary>Something that one person does to make a handover go well.</summary>
/// <param name="Person">Key of who does it.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day.</param>
/// <param name="Words">What to do, as an instruction without a full stop.</param>
internal sealed record PreparationTask(string Person, DateOnly From, DateOnly Until, string Words, Handover Handover);

/// <summary>What each person does before the handovers of a plan.</summary>
internal static class RotationPreparation
{
    /// <summary>The summer term before a handover on 1 September, as most schools have it: 15 April to 20 July.</summary>
    public static (DateOnly From, DateOnly Until) TermBefore(int year) => (new(year, 4, 15), new(year, 7, 20));

    /// <summary>All tasks, by person in the problem's order and then by day.</summary>
    public static IReadOnlyList<PreparationTask> Of(RotationProblem problem, RotationPlan plan)
    {
        var names = problem.People.ToDictionary(p => p.Key, p => p.Name);
        var duties = problem.Duties.ToDictionary(d => d.Key, d => d.Name);
        var order = problem.People.Select((p, i) => (p.Key, i)).ToDictionary();
        return [.. Handover.Of(problem, plan).SelectMany(Tasks).OrderBy(t => order[t.Person]).ThenBy(t => t.From).ThenBy(t => t.Until)];

        IEnumerable<PreparationTask> Tasks(Handover handover)
        {
            var (duty, to, term) = (duties[handover.Duty], names[handover.To], TermBefore(handover.Year));
            var from = handover.From is { } giver ? names[giver] : null;
            if (handover.NeedsShadowing)
                yield return new(handover.To, term.From, term.Until, from is null ? $"Learn {duty}, which nobody holds, from whoever knows it" : $"Shadow {from} in {duty}", handover);
            else
                yield return new(handover.To, term.Until.AddDays(-19), term.Until, from is null ? $"Read in on {duty}, which nobody holds" : $"Meet {from} to take over {duty}", handover);
            if (handover.From is not null)
                yield return new(handover.From, term.Until.AddDays(-19), term.Until, handover.NeedsShadowing ? $"Have {to} beside you in {duty} and write down how it is done" : $"Write down how {duty} is done and go through it with {to}", handover);
        }
    }
}
