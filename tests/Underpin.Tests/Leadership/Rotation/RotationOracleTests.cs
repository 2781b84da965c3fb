using Underpin.Leadership.Rotation;

namespace Underpin.Tests.Leadership.Rotation;

/// <summary>
/// 300 generated problems against integer programming: equal objectives, or equal verdicts and conflicts of which nothing can be left out.
/// Split in two, so that two processors share them.
/// </summary>
[Trait("Database", "none")]
public sealed class RotationOracleTests
{
    [Theory]
    [MemberData(nameof(FirstHalf))]
    public void A_rotation_is_worth_what_an_integer_programme_finds_or_its_conflict_is_one(int first, int last) => RotationAgainstOracle.Compare(first, last);

    public static TheoryData<int, int> FirstHalf => RotationAgainstOracle.Blocks(1, 15);
}

/// <summary>The other half.</summary>
[Trait("Database", "none")]
public sealed class RotationOracleMoreTests
{
    [Theory]
    [MemberData(nameof(SecondHalf))]
    public void A_rotation_is_worth_what_an_integer_programme_finds_or_its_conflict_is_one(int first, int last) => RotationAgainstOracle.Compare(first, last);

    public static TheoryData<int, int> SecondHalf => RotationAgainstOracle.Blocks(16, 30);

    [Fact]
    public void The_generated_problems_are_of_every_kind()
    {
        var problems = Enumerable.Range(1, 300).Select(RotationAgainstOracle.Problem).ToList();
        Assert.All(problems, problem => Assert.Empty(RotationValidation.Check(problem)));
        Assert.Equal([3, 4, 5, 6], problems.Select(p => p.People.Count).Distinct().Order());
        Assert.Equal([1, 2, 3, 4], problems.Select(p => p.Years).Distinct().Order());
        Assert.Equal((6, 18), (problems.Min(p => p.Duties.Count), problems.Max(p => p.Duties.Count)));
        var kinds = problems.SelectMany(RotationCondition.Of).GroupBy(c => c.GetType()).ToDictionary(g => g.Key, g => g.Count());
        Assert.Equal(typeof(RotationCondition).Assembly.GetTypes().Count(t => t.IsSubclassOf(typeof(RotationCondition))), kinds.Count);
        Assert.All(kinds.Values, count => Assert.True(count >= 20, $"{count} conditions of a kind are few."));
        Assert.True(problems.Count(p => p.People.Any(x => x.Leaves is not null)) >= 30);
        Assert.True(problems.Count(p => p.People.Any(x => x.Joins is not null)) >= 30);
        Assert.True(problems.Count(p => p.Duties.Any(d => d.Holder is null)) >= 30);
        Assert.True(problems.Count(p => p.Together.Any(t => !t.Must)) >= 30);
    }
}

internal static class RotationAgainstOracle
{
    // These take the oracle longer than all others together.
    static readonly int[] TooSlow = [40, 54, 90, 100, 130];

    public static RotationProblem Problem(int number) => RotationCases.Any(TooSlow.Contains(number) ? number + 1000 : number);

    public static TheoryData<int, int> Blocks(int first, int last)
    {
        var blocks = new TheoryData<int, int>();
        for (var block = first; block <= last; block++) blocks.Add(10 * block - 9, 10 * block);
        return blocks;
    }

    public static void Compare(int first, int last)
    {
        for (var number = first; number <= last; number++) Compare(Problem(number), $"Problem {number}");
    }

    static void Compare(RotationProblem problem, string name)
    {
        var best = RotationOracle.Best(problem);
        switch (RotationPlanner.Plan(problem))
        {
            case Optimal optimal:
                Assert.True(optimal.Objective == best, $"{name}: the planner proves {optimal.Objective}, the oracle {best?.ToString() ?? "that there is no plan"}");
                Assert.Equal([], RotationChecker.Broken(problem, optimal.Plan));
                Assert.Equal(best, RotationChecker.Measure(problem, optimal.Plan));
                break;
            case Impossible impossible:
                Assert.True(best is null, $"{name}: the planner finds no plan, the oracle {best}");
                Assert.True(impossible.IsMinimal, $"{name}: the conflict is not shown to be minimal");
                CompareConflict(problem, impossible, name);
                break;
            case var other:
                Assert.Fail($"{name}: {other.GetType().Name}");
                break;
        }
    }

    static void CompareConflict(RotationProblem problem, Impossible impossible, string name)
    {
        var conflict = impossible.Conflict.Select(c => c.Condition).ToList();
        Assert.False(RotationOracle.IsPossible(problem, conflict), $"{name}: the conflict is none");
        foreach (var condition in conflict) Assert.True(RotationOracle.IsPossible(problem, [.. conflict.Where(c => c != condition)]), $"{name}: without \"{condition.Words(problem)}\" it conflicts all the same");
        foreach (var (condition, without) in impossible.Conflict)
        {
            if (without is not Optimal allowed) continue;
            Assert.Equal([], RotationChecker.Broken(problem, allowed.Plan, [condition]));
            Assert.Equal(allowed.Objective, RotationChecker.Measure(problem, allowed.Plan));
        }
    }
}
