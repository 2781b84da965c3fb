using Underpin.Qualifications;
using static Underpin.Tests.Qualifications.TestRules;

namespace Underpin.Tests.Qualifications;

public sealed class RuleOfCombinationTests
{
    // A Level 3 certificate: two mandatory units, two of three for the setting, two of which are barred.
    private static readonly RuleOfCombination Certificate = Rule(
        18,
        AtLevel(3, 14),
        [
            Mandatory(Unit("EIT301", 6), Unit("EIT302", 4)),
            Choose(2, Unit("EIT205", 3, 2), Unit("EIT305", 4), Unit("EIT306", 5), Unit("EIT206", 4, 2)),
        ],
        ["EIT205", "EIT305"]);

    private static string[] Sentences(IEnumerable<RuleItem> items) => [.. items.Select(item => item.Sentence)];

    [Fact]
    public void With_nothing_chosen_everything_is_missing() => Assert.Equal(
        [
            "Add EIT301: every unit of Core is needed",
            "Add EIT302: every unit of Core is needed",
            "Choose two more units from Your setting",
            "You need 14 more credits at Level 3 or above",
            "You need 18 more credits",
        ],
        Sentences(Certificate.Evaluate([]).Missing));

    [Fact]
    public void A_rule_that_is_met_misses_nothing_and_shows_what_each_group_counts()
    {
        var progress = Certificate.Evaluate(["EIT306", "EIT301", "EIT302", "EIT305"]);
        Assert.True(progress.IsMet);
        Assert.Empty(progress.Missing);
        Assert.Empty(progress.Notices);
        Assert.Equal((19, 19), (progress.Credit.Value, progress.CreditAtLevel.Value));
        Assert.Equal(["EIT305", "EIT306"], progress.Groups[1].Counted);
        Assert.Equal((2, 2, 9), (progress.Groups[1].UnitsNeeded, progress.Groups[1].UnitsHeld, progress.Groups[1].CreditHeld.Value));
        Assert.All(progress.Groups, group => Assert.True(group.IsMet));
    }

    [Fact]
    public void One_more_unit_is_asked_for_in_the_singular()
    {
        var progress = Certificate.Evaluate(["EIT301", "EIT302", "EIT306"]);
        Assert.False(progress.IsMet);
        Assert.Equal(["Choose one more unit from Your setting", "You need 3 more credits"], Sentences(progress.Missing));
        Assert.False(progress.Groups[1].IsMet);
    }

    [Fact]
    public void Credit_below_the_level_does_not_stand_for_credit_at_it()
    {
        var progress = Certificate.Evaluate(["EIT301", "EIT302", "EIT205", "EIT206"]);
        Assert.Equal(["You need 4 more credits at Level 3 or above", "You need 1 more credit"], Sentences(progress.Missing));
    }

    [Fact]
    public void Of_barred_units_the_one_that_helps_most_counts_and_the_learner_is_told()
    {
        var progress = Certificate.Evaluate(["EIT301", "EIT302", "EIT205", "EIT305", "EIT206"]);
        Assert.True(progress.IsMet);
        Assert.Equal(["EIT305", "EIT206"], progress.Groups[1].Counted);
        Assert.Equal(["EIT205 and EIT305 cannot both count: keep one"], Sentences(progress.Notices));
    }

    [Fact]
    public void Barred_units_do_not_make_up_the_number_together()
    {
        var progress = Certificate.Evaluate(["EIT301", "EIT302", "EIT205", "EIT305"]);
        Assert.False(progress.IsMet);
        Assert.Equal("Choose one more unit from Your setting", progress.Missing[0].Sentence);
        Assert.Equal(["EIT205 and EIT305 cannot both count: keep one"], Sentences(progress.Notices));
    }

    [Fact]
    public void A_smaller_barred_unit_counts_where_only_it_meets_the_rule()
    {
        var rule = Rule(4, AtLevel(3, 4), [Choose(1, Unit("BIG", 9, 2), Unit("SMALL", 4))], ["BIG", "SMALL"]);
        var progress = rule.Evaluate(["BIG", "SMALL"]);
        Assert.True(progress.IsMet);
        Assert.Equal(["SMALL"], progress.Groups[0].Counted);
    }

    [Fact]
    public void A_mandatory_unit_is_kept_before_an_optional_one_it_is_barred_with()
    {
        var rule = Rule(0, null, [Mandatory(Unit("M", 1)), Choose(1, Unit("O", 9))], ["M", "O"]);
        var progress = rule.Evaluate(["M", "O"]);
        Assert.Equal(["M"], progress.Groups[0].Counted);
        Assert.Equal(["Choose one more unit from Your setting"], Sentences(progress.Missing));
    }

    [Fact]
    public void Units_over_a_groups_limit_do_not_count_and_the_best_mixture_does()
    {
        var group = Choose(0, Unit("A", 9, 2), Unit("B", 8, 2), Unit("C", 4), Unit("D", 3)) with { AtMostUnits = 2 };
        var progress = Rule(12, AtLevel(3, 4), [group]).Evaluate(["A", "B", "C", "D"]);
        Assert.True(progress.IsMet);
        Assert.Equal(["A", "C"], progress.Groups[0].Counted);
        Assert.Equal(["No more than two units of Your setting can count: you have chosen more"], Sentences(progress.Notices));
    }

    [Fact]
    public void Credit_from_a_group_is_asked_for_by_the_group() => Assert.Equal(
        ["Choose units worth 2 more credits from Going further"],
        Sentences(Rule(0, ChooseCredit(6, Unit("A", 4), Unit("B", 3))).Evaluate(["A"]).Missing));

    [Fact]
    public void A_unit_that_is_not_in_the_rule_is_named_and_counts_for_nothing()
    {
        var progress = Certificate.Evaluate(["EIT999"]);
        Assert.Equal(0, progress.Credit.Value);
        Assert.Equal(["EIT999 is not part of this qualification"], Sentences(progress.Notices));
    }

    [Fact]
    public void Of_three_barred_units_one_is_to_be_kept() => Assert.Equal(
        ["Only one of A, B and C can count: keep one"],
        Sentences(Rule(0, null, [Choose(0, Unit("A", 1), Unit("B", 1), Unit("C", 1))], ["A", "B", "C"]).Evaluate(["C", "A", "B"]).Notices));

    [Fact]
    public void Choosing_a_unit_twice_counts_it_once() =>
        Assert.Equal(6, Certificate.Evaluate(["EIT301", "EIT301"]).Credit.Value);

    [Fact]
    public void The_most_tangled_rule_that_is_allowed_is_still_answered()
    {
        // Ten sets of three barred units: 59,049 ways to resolve them, none of which is enough.
        var units = Enumerable.Range(0, 30).Select(i => Unit($"U{i}", 1 + i % 3)).ToArray();
        var barred = Enumerable.Range(0, 10).Select(i => new[] { $"U{3 * i}", $"U{3 * i + 1}", $"U{3 * i + 2}" }).ToArray();
        Assert.True(Rule(30, null, [Choose(10, units)], barred).IsMet((1UL << 30) - 1));
        Assert.StartsWith(
            "the rule asks for 31 credits, but at most 30 credits can count, because only one of U0, U1 and U2 can count",
            Satisfiability.Of(Rule(31, null, [Choose(10, units)], barred)).Reason,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_of_the_most_units_a_rule_can_name_uses_every_bit()
    {
        var rule = Rule(64, Choose(64, [.. Enumerable.Range(0, 64).Select(i => Unit($"U{i}", 1))]));
        Assert.True(rule.IsMet(ulong.MaxValue));
        Assert.False(rule.IsMet(ulong.MaxValue >> 1));
        Assert.True(rule.Evaluate([.. rule.Units.Select(unit => unit.Code)]).IsMet);
    }

    [Fact]
    public void A_rule_that_contradicts_its_own_form_is_not_made()
    {
        Assert.Throws<ArgumentException>(() => Rule(1, Mandatory()));
        Assert.Throws<ArgumentException>(() => Rule(1, Mandatory(Unit("A", 1)), Choose(1, Unit("A", 1))));
        Assert.Throws<ArgumentException>(() => Rule(1, Mandatory(Unit("A", 1)) with { ChooseUnits = 1 }));
        Assert.Throws<ArgumentException>(() => Rule(1, Choose(1, Unit("A", 1)) with { AtMostUnits = 0 }));
        Assert.Throws<ArgumentException>(() => Rule(1, null, [Choose(1, Unit("A", 1))], ["A", "B"]));
        Assert.Throws<ArgumentException>(() => Rule(1, null, [Choose(1, Unit("A", 1))], ["A"]));
        Assert.Throws<ArgumentException>(() => Rule(1, Choose(1, [.. Enumerable.Range(0, 65).Select(i => Unit($"U{i}", 1))])));
        Assert.Throws<ArgumentException>(() => Rule(1, Choose(1, Unit("A", 999), Unit("B", 1))));
    }
}
