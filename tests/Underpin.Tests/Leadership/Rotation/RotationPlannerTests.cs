using System.Globalization;
using Underpin.Leadership.Rotation;

namespace Underpin.Tests.Leadership.Rotation;

public sealed class RotationPlannerTests
{
    /// <summary>Three people with two duties each, all ready for everything.</summary>
    static readonly RotationProblem Small = new()
    {
        FirstYear = 2027,
        Years = 2,
        People = [Named("Ada"), Named("Ben"), Named("Cyd")],
        Duties = [Held("Exams", "Ada", 3), Held("Trips", "Ada", 1), Held("Rooms", "Ben", 2), Held("Cover", "Ben", 2), Held("Data", "Cyd", 3), Held("Clubs", "Cyd", 1)],
    };

    static RotationPerson Named(string name) => new() { Key = name, Name = name };

    static RotationDuty Held(string name, string? holder, int weight) => new() { Key = name, Name = name, Weight = weight, Holder = holder };

    static Optimal Best(RotationProblem problem, RotationOptions? options = null)
    {
        var best = Assert.IsType<Optimal>(RotationPlanner.Plan(problem, options));
        Assert.Equal([], RotationChecker.Broken(problem, best.Plan, options?.SetAside));
        Assert.Equal(RotationChecker.Measure(problem, best.Plan), best.Objective);
        return best;
    }

    static string[] Conflict(RotationProblem problem)
    {
        var impossible = Assert.IsType<Impossible>(RotationPlanner.Plan(problem));
        Assert.True(impossible.IsMinimal);
        return [.. impossible.Conflict.Select(c => c.Condition.Words(problem))];
    }

    [Fact]
    public void Each_person_passes_one_on_and_receives_one_every_year()
    {
        var best = Best(Small);
        // Four for each would be even, but in the first year Ben can pass on only a duty of two, and nobody else has one to give in its place.
        Assert.Equal(new(0, 2, 2, 0, 0), best.Objective);
        var handovers = Handover.Of(Small, best.Plan);
        Assert.All(handovers.GroupBy(h => (h.Year, h.From)), g => Assert.Single(g));
        Assert.All(handovers.GroupBy(h => (h.Year, h.To)), g => Assert.Single(g));
        Assert.Equal(6, handovers.Count);
    }

    [Fact]
    public void Every_level_of_an_optimal_plan_is_its_own_proved_bound() =>
        Assert.All(Best(Small).Levels, level => Assert.True(level is { IsProved: true, Gap: 0 } && level.Value == level.Bound));

    [Fact]
    public void The_same_problem_and_seed_give_the_same_plan()
    {
        var problem = RotationCases.Ordinary(5, 12, 3, 7);
        Assert.Equal(Best(problem, new() { Seed = 3 }).Plan, Best(problem, new() { Seed = 3 }).Plan);
    }

    /// <summary>What one machine plans, every machine plans: written down once, from another run.</summary>
    [Fact]
    public void A_plan_is_the_same_on_every_machine()
    {
        var best = Best(RotationCases.Ordinary(4, 8, 2, 1));
        Assert.Equal("2111220200331330 6056 24", string.Concat(best.Plan.Cells.Select(c => c.Person[1..])) + string.Create(CultureInfo.InvariantCulture, $" {best.Effort.Steps} {best.Effort.Conflicts}"));
    }

    [Fact]
    public void Other_seeds_find_plans_of_the_same_worth()
    {
        var problem = RotationCases.Ordinary(4, 10, 3, 2);
        Assert.Single(Enumerable.Range(1, 5).Select(seed => Best(problem, new() { Seed = seed }).Objective).Distinct());
    }

    [Fact]
    public void Who_may_move_any_number_is_not_held_to_what_is_asked()
    {
        // Both of Cyd's duties stay where they are, and Cyd is asked to pass one on all the same.
        var stuck = Small with { People = [Named("Ada"), Named("Ben"), Named("Cyd") with { PassesOn = 1, Receives = 1 }], Pins = [new("Cyd", "Data"), new("Cyd", "Clubs")] };
        Assert.Contains("Cyd passes on one duty a year and receives one", Conflict(stuck));
        var best = Best(stuck with { People = [.. stuck.People.Select(p => p with { AnyNumber = p.Key == "Cyd" })] });
        Assert.Equal(["Data", "Clubs"], best.Plan.HeldBy("Cyd", 2028));
        Assert.Equal(0, best.Objective.ChangesBeyond);
    }

    [Fact]
    public void Somebody_whose_duties_are_all_pinned_is_asked_for_nothing()
    {
        var best = Best(Small with { Pins = [new("Cyd", "Data"), new("Cyd", "Clubs")] });
        Assert.Equal(["Data", "Clubs"], best.Plan.HeldBy("Cyd", 2028));
        Assert.DoesNotContain(Handover.Of(Small, best.Plan), h => h.To == "Cyd");
    }

    [Fact]
    public void A_handover_to_somebody_unready_costs_its_weight_only_where_it_must()
    {
        var unready = Small with { Readiness = [new("Ben", "Exams", Readiness.AfterShadowing), new("Cyd", "Exams", Readiness.AfterShadowing)] };
        Assert.Equal(0, Best(unready).Objective.UnreadyWeight);
        var best = Best(unready with { Fixed = [new("Exams", 2027, "Ben")] });
        Assert.Equal(3, best.Objective.UnreadyWeight);
        Assert.Equal("Ben", Assert.Single(Handover.Of(unready, best.Plan), h => h.NeedsShadowing).To);
    }

    [Fact]
    public void Who_leaves_passes_everything_on_and_who_joins_takes_over()
    {
        var problem = Small with { People = [Named("Ada"), Named("Ben") with { Leaves = 2028 }, Named("Cyd"), Named("Dee") with { Joins = 2028 }] };
        var best = Best(problem);
        Assert.Empty(best.Plan.HeldBy("Ben", 2028));
        Assert.NotEmpty(best.Plan.HeldBy("Dee", 2028));
        Assert.Empty(best.Plan.HeldBy("Dee", 2027));
    }

    [Fact]
    public void A_vacant_duty_is_filled_from_the_first_year()
    {
        var problem = Small with { Duties = [.. Small.Duties, Held("Wellbeing", null, 2)] };
        var best = Best(problem);
        Assert.Null(Assert.Single(Handover.Of(problem, best.Plan), h => h is { Duty: "Wellbeing", Year: 2027 }).From);
    }

    [Fact]
    public void A_pair_best_kept_together_stays_together_where_that_costs_nothing_else()
    {
        var problem = Small with { Extra = 1, Together = [new("Rooms", "Cover")] };
        Assert.Equal(0, Best(problem).Objective.PartedYears);
    }

    [Fact]
    public void Nobody_takes_back_what_they_passed_on_too_soon()
    {
        var problem = RotationCases.Ordinary(3, 6, 4, 5) with { NoReturnYears = 3, Readiness = [], Apart = [] };
        var best = Best(problem);
        foreach (var handover in Handover.Of(problem, best.Plan))
            Assert.DoesNotContain(Enumerable.Range(handover.Year, 3).Where(y => y <= problem.LastYear), y => best.Plan.HolderOf(handover.Duty, y) == handover.From);
    }

    [Fact]
    public void What_conflicts_is_said_in_words_and_nothing_more_than_that()
    {
        Assert.Equal(
            ["Exams stays with Ada in 2027/28", "Ada cannot hold Exams, because the law asks for a licence"],
            Conflict(Small with
            {
                Pins = [new("Ada", "Exams", 2027, 2027), new("Ben", "Rooms")],
                Readiness = [new("Ada", "Exams", Readiness.Never, "the law asks for a licence"), new("Cyd", "Exams", Readiness.Never)],
            }));
    }

    [Fact]
    public void A_conflict_by_counting_alone_is_found()
    {
        // Twelve in all, and no more than nine may be carried.
        var conflict = Conflict(Small with { LoadLimit = 3 });
        Assert.Equal(["Ada carries a load of at most 3", "Ben carries a load of at most 3", "Cyd carries a load of at most 3"], conflict);
    }

    [Fact]
    public void Of_two_conflicts_the_smaller_is_told()
    {
        var conflict = Conflict(Small with { LoadLimit = 3, Readiness = [.. Small.People.Select(p => new ReadinessEntry(p.Key, "Exams", Readiness.Never))], Pins = [new("Ada", "Trips"), new("Ben", "Trips")] });
        Assert.Equal(["Trips stays with Ada", "Trips stays with Ben"], conflict);
    }

    [Fact]
    public void Each_condition_of_a_conflict_says_what_giving_it_up_would_allow()
    {
        var problem = Small with { Pins = [new("Ada", "Exams"), new("Ben", "Exams", 2028, 2028)] };
        var impossible = Assert.IsType<Impossible>(RotationPlanner.Plan(problem));
        Assert.All(impossible.Conflict, c => Assert.Equal([], RotationChecker.Broken(problem, Assert.IsType<Optimal>(c.Without).Plan, [c.Condition])));
        var twice = problem with { Pins = [.. problem.Pins, new("Ada", "Data"), new("Ben", "Data", 2028, 2028)] };
        Assert.All(Assert.IsType<Impossible>(RotationPlanner.Plan(twice)).Conflict, c => Assert.NotEmpty(Assert.IsType<Impossible>(c.Without).Conflict));
    }

    [Fact]
    public void A_cell_fixed_by_hand_holds_and_the_rest_is_planned_around_it()
    {
        var first = Best(Small);
        var other = Small.People.First(p => p.Key != first.Plan.HolderOf("Data", 2028)).Key;
        var again = Best(Small with { Fixed = [new("Data", 2028, other)] }, new() { Near = first.Plan });
        Assert.Equal(other, again.Plan.HolderOf("Data", 2028));
    }

    [Fact]
    public void Alternatives_are_different_plans_of_the_same_worth_and_all_of_them_when_it_says_so()
    {
        var problem = Small with { Years = 1, Pins = [new("Ada", "Exams"), new("Ben", "Rooms"), new("Cyd", "Data")], };
        var best = Best(problem);
        var all = RotationPlanner.Alternatives(problem, best, 1000);
        Assert.True(all.AreAll);
        Assert.Equal(all.Plans.Count, all.Plans.Append(best.Plan).Distinct().Count() - 1);
        Assert.All(all.Plans, plan => Assert.Equal([], RotationChecker.Broken(problem, plan)));
        Assert.All(all.Plans, plan => Assert.Equal(best.Objective, RotationChecker.Measure(problem, plan)));
        // Each gives the one duty that is not pinned, in one of the two ways round; Trips, Cover and Clubs weigh 1, 2 and 1.
        Assert.Single(all.Plans);
        Assert.False(RotationPlanner.Alternatives(Small, Best(Small), 2).AreAll);
    }

    [Fact]
    public void A_departure_leaves_earlier_years_as_they_are_and_plans_the_rest_again()
    {
        var problem = RotationCases.Ordinary(4, 8, 3, 3) with { LoadLimit = null, Readiness = [], Pins = [new("p0", "d0")] };
        var plan = Best(problem).Plan;
        var departure = RotationPlanner.Departure(problem, plan, "p0", 2028);
        var after = Assert.IsType<Optimal>(departure.Result);
        Assert.Equal([], RotationChecker.Broken(departure.Problem, after.Plan));
        Assert.Equal(plan.Cells.Where(c => c.Year == 2027), after.Plan.Cells.Where(c => c.Year == 2027));
        Assert.DoesNotContain(after.Plan.Cells, c => c.Year >= 2028 && c.Person == "p0");
        Assert.NotEmpty(departure.Changed);
        Assert.All(departure.Changed, c => Assert.True(c.Year >= 2028 && plan.HolderOf(c.Duty, c.Year) != c.Person));
    }

    [Fact]
    public void Little_work_gives_the_best_found_with_an_honest_gap()
    {
        var problem = RotationCases.Ordinary(8, 24, 3, 1);
        var found = Assert.IsType<Best>(RotationPlanner.Plan(problem, new() { Steps = 300_000 }));
        Assert.Equal([], RotationChecker.Broken(problem, found.Plan));
        Assert.Contains(found.Levels, level => level.Gap > 0);
        Assert.Equal(found.Levels.Select(l => l.Value), Enumerable.Range(0, 5).Select(i => found.Objective[i]));
    }

    [Fact]
    public void Hardly_any_work_gives_no_verdict() =>
        Assert.IsType<Undecided>(RotationPlanner.Plan(RotationCases.Ordinary(8, 24, 3, 1), new() { Steps = 100 }));

    [Fact]
    public void A_search_that_is_stopped_keeps_the_best_plan_so_far()
    {
        using var stop = new CancellationTokenSource();
        var told = new List<RotationProgress>();
        var problem = RotationCases.Ordinary(8, 24, 3, 1);
        var found = Assert.IsType<Planned>(RotationPlanner.Plan(problem, new() { Progress = new Told(p => { told.Add(p); stop.Cancel(); }) }, stop.Token), exactMatch: false);
        Assert.Equal(told[^1].Objective, found.Objective);
        Assert.Equal([], RotationChecker.Broken(problem, found.Plan));
    }

    [Fact]
    public void Each_plan_told_while_searching_is_better_than_the_last()
    {
        var told = new List<RotationProgress>();
        RotationPlanner.Plan(RotationCases.Ordinary(6, 15, 3, 4), new() { Progress = new Told(told.Add) });
        Assert.True(told.Count > 1);
        Assert.All(told.Zip(told.Skip(1)), pair => Assert.True(pair.Second.Objective!.CompareTo(pair.First.Objective) <= 0));
    }

    [Fact]
    public void An_unsound_problem_is_not_planned() =>
        Assert.Contains("expected 1 to 8", Assert.Throws<ArgumentException>(() => RotationPlanner.Plan(Small with { Years = 9 })).Message, StringComparison.Ordinal);

    sealed class Told(Action<RotationProgress> act) : IProgress<RotationProgress>
    {
        public void Report(RotationProgress value) => act(value);
    }
}
