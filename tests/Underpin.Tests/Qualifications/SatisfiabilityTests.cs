using Underpin.Qualifications;
using static Underpin.Tests.Qualifications.TestRules;

namespace Underpin.Tests.Qualifications;

public sealed class SatisfiabilityTests
{
    public static TheoryData<string, string> Impossible { get; } = new()
    {
        { "mandatory units bar each other", "A1 and A2 are both mandatory, but A1 and A2 cannot both count" },
        { "a group asks for more units than it holds", "Your setting asks for three units, but holds two units" },
        { "a group asks for more credit than it holds", "Going further asks for 9 credits, but its units come to 7 credits" },
        { "a group asks for more units than its limit", "Your setting asks for two units, but at most one unit can count, because Your setting counts at most one unit" },
        { "a group's units bar each other", "Your setting asks for two units, but at most one unit can count, because B1 and B2 cannot both count" },
        { "the credit is out of reach", "the rule asks for 20 credits, but all its units together come to 12 credits" },
        { "the credit at the level is out of reach", "the rule asks for 8 credits at Level 3 or above, but its units at that level or above come to 5 credits" },
        { "a mandatory unit bars what a group needs", "A1 is mandatory and Your setting asks for two units, but A1 and B1 cannot both count" },
        { "credit and level pull apart", "the rule asks for 8 credits at Level 3 or above and the rule asks for 9 credits, but Your setting counts at most one unit" },
        { "one of three barred", "Your setting asks for two units, but at most one unit can count, because only one of B1, B2 and B3 can count" },
    };

    private static RuleOfCombination Build(string what)
    {
        RuleUnit a1 = Unit("A1", 3), a2 = Unit("A2", 2), b1 = Unit("B1", 4, 2), b2 = Unit("B2", 3, 2), b3 = Unit("B3", 3, 2);
        return what switch
        {
            "mandatory units bar each other" => Rule(30, null, [Mandatory(a1, a2), Choose(1, b1)], ["A1", "A2"]),
            "a group asks for more units than it holds" => Rule(0, Mandatory(a1), Choose(3, b1, b2)),
            "a group asks for more credit than it holds" => Rule(0, ChooseCredit(9, b1, b2)),
            "a group asks for more units than its limit" => Rule(0, Choose(2, b1, b2) with { AtMostUnits = 1 }),
            "a group's units bar each other" => Rule(0, null, [Mandatory(a1, a2), Choose(2, b1, b2)], ["A1", "B1"], ["B1", "B2"]),
            "the credit is out of reach" => Rule(20, Mandatory(a1, a2), Choose(1, b1, b2)),
            "the credit at the level is out of reach" => Rule(10, AtLevel(3, 8), [Mandatory(a1, a2), Choose(1, b1, b2)]),
            "a mandatory unit bars what a group needs" => Rule(0, null, [Mandatory(a1, a2), Choose(2, b1, b2)], ["A1", "B1"]),
            "credit and level pull apart" => Rule(9, AtLevel(3, 8), [Choose(0, Unit("B1", 9, 2), Unit("B2", 8)) with { AtMostUnits = 1 }]),
            "one of three barred" => Rule(0, null, [Choose(2, b1, b2, b3)], ["B1", "B2", "B3"]),
            _ => throw new ArgumentException(what),
        };
    }

    [Theory]
    [MemberData(nameof(Impossible))]
    public void An_impossible_rule_is_told_with_its_smallest_reason(string what, string reason)
    {
        var answer = Satisfiability.Of(Build(what));
        Assert.False(answer.CanBeMet);
        Assert.Equal(reason, answer.Reason);
        Assert.Equal(0, Satisfiability.CountWays(Build(what)));
    }

    [Fact]
    public void A_rule_that_can_be_met_has_no_reason()
    {
        var answer = Satisfiability.Of(Rule(3, Mandatory(Unit("A", 3))));
        Assert.True(answer.CanBeMet);
        Assert.Null(answer.Reason);
        Assert.Empty(answer.Conflict);
    }

    [Fact]
    public void A_rule_that_leaves_no_choice_is_met_in_one_way() =>
        Assert.Equal(1, Satisfiability.CountWays(Rule(5, Mandatory(Unit("A", 3)), Choose(0, Unit("B", 2), Unit("C", 1)))));

    [Fact]
    public void Two_of_four_can_be_chosen_in_six_ways() =>
        Assert.Equal(6, Satisfiability.CountWays(Rule(0, Choose(2, [.. Enumerable.Range(0, 4).Select(i => Unit($"U{i}", 1))]))));

    [Fact]
    public void Counting_stops_at_the_cap() =>
        Assert.Equal(100, Satisfiability.CountWays(Rule(0, Choose(10, [.. Enumerable.Range(0, 30).Select(i => Unit($"U{i}", 1))]))));

    [Fact]
    public void Counting_to_less_than_one_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Satisfiability.CountWays(Rule(0, Mandatory(Unit("A", 3))), 0));
}
