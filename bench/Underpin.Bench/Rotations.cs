using System.Diagnostics;
using System.Globalization;
using Underpin.Leadership.Rotation;
using Underpin.Tests.Leadership.Rotation;

namespace Underpin.Bench;

/// <summary>
/// The rotation planner beside an integer programming solver (COIN-OR cbc) on the same problems in the same run, one after the other on one processor.
/// Where the solver has not proved its value when its time is up, the ratio is what it is at least.
/// </summary>
internal static class Rotations
{
    public static int Run(string[] args)
    {
        var seconds = args.Length > 0 && int.TryParse(args[0], CultureInfo.InvariantCulture, out var given) ? given : 60;
        // Compiled before it is measured: the site runs long.
        for (var i = 0; i < 30; i++) RotationPlanner.Plan(RotationCases.Ordinary(4, 12, 4, 100 + i), new() { Steps = 2_000_000 });

        Console.WriteLine($"Worth: unready weight, least breadth, unevenness, changes beyond, years parted. cbc has {seconds} s for each problem.");
        Console.WriteLine("| problem | planner | ms | proved bound | cbc | ms | proved | ratio |\n|---|---|---:|---|---|---:|---|---:|");
        for (var seed = 1; seed <= 5; seed++) Compare(4, 12, 4, seed, seconds);
        for (var seed = 1; seed <= 5; seed++) Compare(6, 18, 4, seed, seconds);
        for (var seed = 1; seed <= 3; seed++) Compare(15, 45, 5, seed, seconds);
        return 0;
    }

    static void Compare(int people, int duties, int years, int seed, int seconds)
    {
        var problem = RotationCases.Ordinary(people, duties, years, seed);
        var start = Stopwatch.GetTimestamp();
        var found = (Planned)RotationPlanner.Plan(problem, new() { Steps = people > 10 ? 150_000_000 : 400_000_000 });
        var ours = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        start = Stopwatch.GetTimestamp();
        var (plan, ended) = RotationOracle.BestWithin(problem, seconds);
        // Our plan stands, so a search that ended with none has proved nothing.
        var proved = ended && plan is not null;
        var theirs = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        var other = plan is null ? null : RotationChecker.Measure(problem, plan);
        if (RotationChecker.Broken(problem, found.Plan).Count > 0) throw new InvalidOperationException("The planner's plan is not sound.");
        if (other?.CompareTo(found.Objective) < 0 || (proved && found is Optimal && other != found.Objective)) Console.WriteLine($"The next line is a defeat: cbc found {Worth(other!)}.");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {people} x {duties} x {years}, seed {seed} | {Worth(found.Objective)} | {ours:N0} | {string.Join(" ", found.Levels.Select(l => l.Bound))}{(found is Optimal ? "" : ", not proved")} | {(other is null ? "nothing" : Worth(other))} | {theirs:N0} | {(proved ? "yes" : "no")} | {(proved ? "" : "> ")}{theirs / ours:N0} |"));
    }

    static string Worth(RotationObjective objective) => string.Join(" ", Enumerable.Range(0, 5).Select(i => objective[i]));
}
