using Underpin.Leadership.Rotation;

namespace Underpin.Tests.Leadership.Rotation;

/// <summary>What holds for any problem, on generated ones.</summary>
[Trait("Database", "none")]
public sealed class RotationPropertyTests
{
    static readonly List<(RotationProblem Problem, Optimal Best)> Solved =
        [.. Enumerable.Range(2001, 120).Select(RotationCases.Any).Select(p => (p, RotationPlanner.Plan(p) as Optimal)).Where(s => s.Item2 is not null).Select(s => (s.p, s.Item2!))];

    [Fact]
    public void There_is_something_to_hold_it_against() => Assert.True(Solved.Count >= 40, $"Only {Solved.Count} problems have a plan.");

    [Fact]
    public void Every_plan_is_sound_and_worth_what_it_says() => Assert.All(Solved, s =>
    {
        Assert.Equal([], RotationChecker.Broken(s.Problem, s.Best.Plan));
        Assert.Equal(RotationChecker.Measure(s.Problem, s.Best.Plan), s.Best.Objective);
    });

    [Fact]
    public void Fixing_cells_as_the_best_plan_has_them_changes_its_worth_in_nothing() => Assert.All(Solved.Take(40), s =>
    {
        var cells = s.Best.Plan.Cells.Where((_, i) => i % 3 == 0).Where(c => !s.Problem.Fixed.Contains(c)).Where(c => !s.Problem.Fixed.Any(f => f.Duty == c.Duty && f.Year == c.Year));
        var again = RotationPlanner.Plan(s.Problem with { Fixed = [.. s.Problem.Fixed, .. cells] });
        Assert.Equal(s.Best.Objective, Assert.IsType<Optimal>(again).Objective);
    });

    [Fact]
    public void Giving_up_a_condition_never_makes_the_best_plan_worse() => Assert.All(Solved.Take(25), s =>
    {
        foreach (var condition in RotationCondition.Of(s.Problem).Take(6))
        {
            var without = Assert.IsType<Optimal>(RotationPlanner.Plan(s.Problem, new() { SetAside = [condition] }));
            Assert.True(without.Objective.CompareTo(s.Best.Objective) <= 0, $"Without \"{condition.Words(s.Problem)}\": {without.Objective}, with it: {s.Best.Objective}");
        }
    });

    [Fact]
    public void The_order_of_people_and_duties_changes_the_worth_in_nothing() => Assert.All(Solved.Take(40), s =>
    {
        var turned = s.Problem with { People = [.. s.Problem.People.Reverse()], Duties = [.. s.Problem.Duties.Reverse()] };
        Assert.Equal(s.Best.Objective, Assert.IsType<Optimal>(RotationPlanner.Plan(turned)).Objective);
    });

    [Fact]
    public void A_departure_keeps_what_has_been_and_gives_a_verdict() => Assert.All(Solved.Where(s => s.Problem.Years > 1).Take(25), s =>
    {
        var leaver = s.Problem.People[^1].Key;
        var departure = RotationPlanner.Departure(s.Problem, s.Best.Plan, leaver, s.Problem.FirstYear + 1);
        if (departure.Result is not Optimal after)
        {
            Assert.NotEmpty(Assert.IsType<Impossible>(departure.Result).Conflict);
            return;
        }

        Assert.Equal([], RotationChecker.Broken(departure.Problem, after.Plan));
        Assert.DoesNotContain(after.Plan.Cells, c => c.Person == leaver && c.Year > s.Problem.FirstYear);
    });
}
