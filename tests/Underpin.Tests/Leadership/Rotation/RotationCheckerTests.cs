using Underpin.Leadership.Rotation;

namespace Underpin.Tests.Leadership.Rotation;

public sealed class RotationCheckerTests
{
    static readonly RotationProblem Problem = RotationCases.Ordinary(4, 8, 3, 6);

    static readonly RotationPlan Plan = Assert.IsType<Planned>(RotationPlanner.Plan(Problem), exactMatch: false).Plan;

    static RotationPlan With(Func<RotationCell, RotationCell> change) => new([.. Plan.Cells.Select(change)]);

    [Fact]
    public void A_sound_plan_breaks_nothing() => Assert.Empty(RotationChecker.Broken(Problem, Plan));

    [Fact]
    public void A_duty_moved_out_of_turn_is_told() =>
        Assert.Contains(RotationChecker.Broken(Problem, With(c => c is { Duty: "d0", Year: 2028 } ? c with { Person = Problem.People.First(p => p.Key != c.Person).Key } : c)), told => told.Contains("a year and receives", StringComparison.Ordinal));

    [Fact]
    public void A_duty_without_a_holder_in_a_year_is_told() =>
        Assert.Contains("Duty 1 has 0 holders in 2028/29", RotationChecker.Broken(Problem, new([.. Plan.Cells.Where(c => c is not { Duty: "d0", Year: 2028 })])));

    [Fact]
    public void Somebody_who_has_left_is_told()
    {
        var left = Problem with { People = [.. Problem.People.Select((p, i) => i == 0 ? p with { Leaves = 2029 } : p)] };
        Assert.Contains("Person 1 is not in post in 2029/30", RotationChecker.Broken(left, Plan));
    }

    /// <summary>Every kind of condition, each with a plan that breaks it and nothing else of its kind.</summary>
    [Fact]
    public void Each_kind_of_condition_is_held_against_the_plan()
    {
        var moved = Handover.Of(Problem, Plan).First(h => h.Year == 2028);
        var other = Problem.Duties.First(d => d.Key != moved.Duty && Plan.HolderOf(d.Key, 2028) == moved.To).Key;
        var elsewhere = Problem.Duties.First(d => Plan.HolderOf(d.Key, 2028) != moved.To).Key;
        RotationProblem[] broken =
        [
            Problem with { LoadLimit = 1 },
            Problem with { Pins = [new(moved.From!, moved.Duty, 2028, 2028)] },
            Problem with { Readiness = [new(moved.To, moved.Duty, Readiness.Never)] },
            Problem with { Apart = [new(moved.Duty, other)] },
            Problem with { Together = [new(moved.Duty, elsewhere, Must: true)] },
            Problem with { Still = [new(moved.Duty, 2028)] },
            Problem with { Fixed = [new(moved.Duty, 2028, moved.From!)] },
            Problem with { Asks = [new(moved.To, 2028, 0, 0)] },
        ];
        Assert.All(broken, problem => Assert.NotEmpty(RotationChecker.Broken(problem with { Readiness = [.. problem.Readiness] }, Plan)));
        var settled = Problem with { Settled = [new(moved.Duty, 2028, moved.From!)] };
        Assert.Contains("the plan says otherwise", Assert.Single(RotationChecker.Broken(settled, Plan)), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_returned_too_soon_is_told()
    {
        var problem = new RotationProblem
        {
            FirstYear = 2027,
            Years = 2,
            People = [new() { Key = "a", Name = "Ada" }, new() { Key = "b", Name = "Ben" }],
            Duties = [new() { Key = "x", Name = "Exams", Holder = "a" }, new() { Key = "y", Name = "Trips", Holder = "b" }],
            NoReturnYears = 2,
        };
        var back = new RotationPlan([new("x", 2027, "b"), new("x", 2028, "a"), new("y", 2027, "a"), new("y", 2028, "b")]);
        Assert.Equal("Not kept: nobody takes a duty back within 2 years of passing it on", Assert.Single(RotationChecker.Broken(problem, back)));
        Assert.Empty(RotationChecker.Broken(problem with { NoReturnYears = 1 }, back));
    }

    [Fact]
    public void A_plan_is_measured_as_it_was_by_hand()
    {
        // Year 1: a{Exams 3, Rooms 2}, b{Trips 1}. Year 2: a{Rooms 2, Trips 1}, b{Exams 3}. Exams needs shadowing for b, who takes it in year 2.
        var problem = new RotationProblem
        {
            FirstYear = 2027,
            Years = 2,
            People = [new() { Key = "a", Name = "Ada" }, new() { Key = "b", Name = "Ben" }],
            Duties = [new() { Key = "x", Name = "Exams", Weight = 3, Holder = "a" }, new() { Key = "y", Name = "Trips", Holder = "b" }, new() { Key = "z", Name = "Rooms", Weight = 2, Holder = null }],
            Readiness = [new("b", "x", Readiness.AfterShadowing)],
            Together = [new("x", "z")],
        };
        var plan = new RotationPlan([new("x", 2027, "a"), new("x", 2028, "b"), new("y", 2027, "b"), new("y", 2028, "a"), new("z", 2027, "a"), new("z", 2028, "a")]);
        // Three handovers, four asked; the pair is parted in year 2; loads 5 and 1, then 3 and 3; Ben gains one duty, Ada two.
        Assert.Equal(new(3, 1, 4, -1, 1), RotationChecker.Measure(problem, plan));
    }
}
