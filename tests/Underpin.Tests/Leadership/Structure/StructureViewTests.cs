using Underpin.Leadership.Structure;
using static Underpin.Tests.Leadership.LeadershipData;

namespace Underpin.Tests.Leadership.Structure;

/// <summary>Who holds what on any day, past or to come.</summary>
public sealed class StructureViewTests
{
    static readonly DateOnly Summer = new(2027, 8, 31), Autumn = new(2027, 9, 1);

    static StructureView On(SchoolStructure structure, DateOnly day) => structure.AsOf(day, Content.Catalogue);

    [Fact]
    public void A_duty_is_held_to_the_last_day_and_by_the_next_holder_from_the_next()
    {
        var structure = Small(
            Assigned("ITS-01", Part.Accountable, "bo", until: Summer),
            Assigned("ITS-01", Part.Accountable, "ita", from: Autumn));
        Assert.Equal(["bo"], On(structure, Summer).AccountableSeats("ITS-01", "school"));
        Assert.Equal(["ita"], On(structure, Autumn).AccountableSeats("ITS-01", "school"));
    }

    [Fact]
    public void A_duty_of_a_post_follows_whoever_holds_the_post_that_day()
    {
        var structure = Small(Assigned("ITS-01", Part.Accountable, "i")) with { Holdings = [Holds("h", "hana"), Holds("i", "ita", until: Summer), Holds("i", "bo", from: Autumn)] };
        Assert.Equal(["ita"], On(structure, Summer).AccountableSeats("ITS-01", "school"));
        Assert.Equal(["bo"], On(structure, Autumn).AccountableSeats("ITS-01", "school"));
    }

    [Fact]
    public void A_vacant_post_answers_for_nothing()
    {
        var structure = Small(Assigned("ITS-01", Part.Accountable, "i")) with { Holdings = [Holds("h", "hana")] };
        Assert.Empty(On(structure, Today).AccountableSeats("ITS-01", "school"));
        Assert.True(On(structure, Today).IsVacant("i"));
    }

    [Fact]
    public void Two_people_who_share_a_post_are_one_seat()
    {
        var structure = Small(Assigned("ITS-01", Part.Accountable, "i")) with { Holdings = [Holds("i", "ita"), Holds("i", "bo")] };
        Assert.Equal(["i"], On(structure, Today).AccountableSeats("ITS-01", "school"));
        Assert.Equal(["ita", "bo"], On(structure, Today).Who("ITS-01", "school", Part.Accountable).Select(person => person.Code));
    }

    [Fact]
    public void A_person_named_twice_for_one_duty_is_one_seat() =>
        Assert.Equal(["ita"], On(Small(Assigned("ITS-01", Part.Accountable, "ita"), Assigned("ITS-01", Part.Accountable, "i")), Today).AccountableSeats("ITS-01", "school"));

    [Fact]
    public void What_is_held_for_every_school_is_held_for_each()
    {
        var structure = Small(Assigned("ITS-01", Part.Accountable, "hana", school: null));
        Assert.Equal(["hana"], On(structure, Today).AccountableSeats("ITS-01", "school"));
        Assert.Equal(["hana"], On(structure, Today).AccountableSeats("ITS-01", null));
    }

    [Fact]
    public void Somebody_with_several_posts_stands_in_the_highest_tier()
    {
        var structure = Small() with { Holdings = [Holds("i", "ita"), Holds("b", "ita")] };
        Assert.Equal(Tier.Core, On(structure, Today).TierOf("ita"));
        Assert.Null(On(structure, Today).TierOf("bo"));
    }

    [Fact]
    public void A_post_costs_its_salary_for_its_hours_with_on_costs_rounded_to_the_penny()
    {
        var post = Post("p", salary: 33_333) with { Fte = 0.6m };
        var structure = Small() with { Posts = [post], Holdings = [], OnCostsPercent = 38.5m, PayPoints = new Dictionary<string, decimal> { ["L5"] = 50_000 }, Meetings = [] };
        Assert.Equal(27_699.72m, On(structure, Today).CostOf(post));
        Assert.Equal(60_000m, On(structure, Today).CostOf(post with { Salary = null, PayPoint = "L5", Fte = 1, OnCostsPercent = 20 }));
        Assert.Null(On(structure, Today).CostOf(post with { Salary = null }));
    }

    [Fact]
    public void A_school_may_add_duties_of_its_own_and_strike_out_what_it_does_not_have()
    {
        var structure = Small() with
        {
            OwnDuties = [new() { Code = "ITS-90", Title = "The radio station", About = "Runs it.", Group = "ITS", Weight = 1 }],
            NotOurs = new Dictionary<string, string> { ["BUS-09"] = "Pupils bring their own lunch" },
        };
        var duties = On(structure, Today).DutiesOf(structure.Schools[0]).Select(duty => duty.Code).ToList();
        Assert.Contains("ITS-90", duties);
        Assert.DoesNotContain("BUS-09", duties);
    }
}
