using System.Globalization;
using Underpin.Platform;

namespace Underpin.Leadership.Rotation;

/// <summary>A result as people read it in a terminal.</summary>
internal static class RotationReport
{
    public static void Write(RotationProblem problem, RotationResult result, TextWriter output)
    {
        switch (result)
        {
            case Planned planned:
                WritePlan(problem, planned, output);
                break;
            case Impossible impossible:
                WriteConflict(problem, impossible, output);
                break;
            default:
                output.WriteLine(Line($"Neither a plan nor a proof that there is none was found within {result.Effort.Steps:N0} steps."));
                break;
        }
    }

    /// <summary>What a plan is worth, in one sentence without its full stop.</summary>
    public static string InWords(RotationObjective objective) => Line(
        $"handovers that need shadowing weigh {objective.UnreadyWeight}; who gains least gains {Count(objective.LeastBreadth, "new duty", "new duties")}; heaviest and lightest load differ by {objective.Unevenness} over the years; {(objective.ChangesBeyond < 0 ? Count(-objective.ChangesBeyond, "handover", "handovers") + " fewer than asked" : Count(objective.ChangesBeyond, "handover", "handovers") + " beyond those asked")}");

    /// <summary>What one level's bound says, in a sentence.</summary>
    public static string InWords(RotationLevel level, bool moreIsBetter) => level.IsProved
        ? Line($"{level.Name}: {level.Value}. Proved: no plan has {(moreIsBetter ? "more" : "less")}{(level.Refuted == 0 ? "" : Line($" ({Count(level.Refuted, "better value", "better values")} searched and refuted)"))}.")
        : Line($"{level.Name}: {level.Value}. Not proved: no plan has {(moreIsBetter ? "more" : "less")} than {level.Bound}, a gap of {level.Gap}.");

    static void WritePlan(RotationProblem problem, Planned planned, TextWriter output)
    {
        var years = Enumerable.Range(problem.FirstYear, problem.Years).ToList();
        output.WriteLine(planned is Optimal ? "The best plan: proved that none is better." : "The best plan found. It is not proved best; the certificate says how far from it.");
        output.WriteLine();
        Table(["duty", "weight", "now", .. years.Select(SchoolYear.Name)],
            problem.Duties.Select(d => (string[])[d.Name, Line($"{d.Weight}"), Name(problem, d.Holder), .. years.Select(y => Marked(problem, planned.Plan, d, y))]), output);
        output.WriteLine("\"*\" marks who is new to a duty since the year before.\n");

        output.WriteLine("Certificate, in this order; each among the plans that are as good before it:");
        for (var i = 0; i < planned.Levels.Count; i++) output.WriteLine($"  {i + 1}. {InWords(planned.Levels[i], moreIsBetter: i == 1)}");
        output.WriteLine(Line($"  {planned.Effort.Steps:N0} steps, {planned.Effort.Conflicts:N0} conflicts learned from.\n"));

        output.WriteLine("Load of each person:");
        Table(["person", .. years.Select(SchoolYear.Name)],
            problem.People.Select(p => (string[])[p.Name, .. years.Select(y => Line($"{planned.Plan.HeldBy(p.Key, y).Sum(k => problem.Duties.First(d => d.Key == k).Weight)}"))]), output);

        output.WriteLine("Handovers:");
        foreach (var h in Handover.Of(problem, planned.Plan))
            output.WriteLine($"  {h.Date.InWords()}: {Duty(problem, h.Duty)}, from {Name(problem, h.From)} to {Name(problem, h.To)}{(h.NeedsShadowing ? ", after a term's shadowing" : "")}");
        output.WriteLine("\nPreparation:");
        foreach (var person in RotationPreparation.Of(problem, planned.Plan).GroupBy(t => t.Person))
        {
            output.WriteLine($"  {Name(problem, person.Key)}");
            foreach (var task in person) output.WriteLine($"    {task.From.InWords()} to {task.Until.InWords()}: {task.Words}");
        }
    }

    static void WriteConflict(RotationProblem problem, Impossible impossible, TextWriter output)
    {
        output.WriteLine("There is no plan. These cannot all be kept:");
        foreach (var conflicting in impossible.Conflict)
        {
            output.WriteLine($"  - {LeadershipWords.Sentence(conflicting.Condition.Words(problem))}");
            output.WriteLine(conflicting.Without switch
            {
                Planned allowed => $"      Without this there is a plan: {InWords(allowed.Objective)}.",
                Impossible other => $"      Without this there is still none: {string.Join("; ", other.Conflict.Select(o => o.Condition.Words(problem)))}.",
                _ => "      Whether there is a plan without this was not found out.",
            });
        }

        output.WriteLine(impossible.IsMinimal ? "Any fewer of them can be kept together." : "Perhaps not all of them are needed for the conflict: the work allowed ran out.");
    }

    static string Marked(RotationProblem problem, RotationPlan plan, RotationDuty duty, int year)
    {
        var before = year == problem.FirstYear ? duty.Holder : plan.HolderOf(duty.Key, year - 1);
        var holder = plan.HolderOf(duty.Key, year);
        return Name(problem, holder) + (holder == before ? "" : " *");
    }

    static void Table(IReadOnlyList<string> heads, IEnumerable<string[]> rows, TextWriter output)
    {
        var all = rows.ToList();
        var widths = heads.Select((head, i) => Math.Max(head.Length, all.Max(row => row[i].Length))).ToList();
        foreach (var row in all.Prepend([.. heads])) output.WriteLine("  " + string.Join("  ", row.Select((cell, i) => cell.PadRight(widths[i]))).TrimEnd());
        output.WriteLine();
    }

    static string Count(int number, string one, string many) => Line($"{number} {(number == 1 ? one : many)}");

    static string Name(RotationProblem problem, string? key) => problem.People.FirstOrDefault(p => p.Key == key)?.Name ?? "nobody";

    static string Duty(RotationProblem problem, string key) => problem.Duties.First(d => d.Key == key).Name;

    static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
