using FsCheck;
using FsCheck.Fluent;
using Underpin.Qualifications;

namespace Underpin.Tests.Qualifications;

[Trait("Database", "none")]
public sealed class RulePropertyTests
{
    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(600);

    [Fact]
    public void Every_selection_is_judged_as_trying_all_its_subsets_judges_it() => ForEachRule((rule, oracle) =>
    {
        for (ulong chosen = 0; chosen <= rule.Everything; chosen++)
            Assert.Equal(oracle.IsMet(chosen), rule.IsMet(chosen));
    });

    [Fact]
    public void Progress_counts_units_that_may_count_and_misses_something_exactly_when_the_rule_is_not_met() => ForEachRule((rule, oracle) =>
    {
        for (ulong chosen = 0; chosen <= rule.Everything; chosen++)
        {
            var progress = rule.Evaluate([.. rule.Units.Where((_, bit) => (chosen >> bit & 1) != 0).Select(unit => unit.Code)]);
            var counted = rule.MaskOf(progress.Groups.SelectMany(group => group.Counted));
            Assert.Equal(0UL, counted & ~chosen);
            Assert.True(oracle.CanCount(counted));
            Assert.Equal(oracle.IsMet(chosen), progress.IsMet);
            Assert.Equal(progress.IsMet, oracle.IsEnough(counted));
            Assert.Equal(progress.IsMet, progress.Missing.Count == 0);
            Assert.Equal(rule.Units.Where((_, bit) => (counted >> bit & 1) != 0).Sum(unit => unit.Credit.Value), progress.Credit.Value);
            Assert.Equal(progress.Credit.Value, progress.Groups.Sum(group => group.CreditHeld.Value));
        }
    });

    [Fact]
    public void A_rule_is_called_impossible_exactly_when_no_subset_of_its_units_meets_it() => ForEachRule((rule, oracle) =>
    {
        var answer = Satisfiability.Of(rule);
        Assert.Equal(oracle.CanBeMet, answer.CanBeMet);
        Assert.Equal(oracle.CanBeMet, answer.Reason is null);
    });

    [Fact]
    public void The_reason_given_is_enough_and_every_part_of_it_is_needed() => ForEachRule((rule, _) =>
    {
        var conflict = Satisfiability.Of(rule).Conflict;
        if (conflict.Count == 0)
            return;
        Assert.False(new RuleOracle(Only(rule, conflict)).CanBeMet);
        Assert.All(conflict, part => Assert.True(new RuleOracle(Only(rule, [.. conflict.Where(other => other != part)])).CanBeMet));
    });

    [Fact]
    public void Ways_to_meet_a_rule_are_counted_as_trying_all_subsets_counts_them() => ForEachRule((rule, oracle) =>
    {
        var ways = oracle.Ways;
        Assert.Equal(ways, Satisfiability.CountWays(rule, 1000));
        Assert.Equal(Math.Min(ways, 2), Satisfiability.CountWays(rule, 2));
    });

    [Fact]
    public void The_random_rules_are_of_every_kind()
    {
        var rules = Enumerable.Range(0, 500).Select(_ => TestRules.Small.Sample(1).First()).ToList();
        Assert.InRange(rules.Count(rule => Satisfiability.Of(rule).CanBeMet), 100, 400);
        Assert.Contains(rules, rule => Satisfiability.CountWays(rule) == 1);
        Assert.Contains(rules, rule => Satisfiability.CountWays(rule) > 4);
        Assert.Contains(rules, rule => Satisfiability.Of(rule).Conflict is { Count: > 3 });
    }

    private static void ForEachRule(Action<RuleOfCombination, RuleOracle> check) =>
        Prop.ForAll(TestRules.Small.ToArbitrary(), rule => check(rule, new RuleOracle(rule))).Check(Thorough);

    // A mandatory group of which only some units are still demanded splits into those and a group that asks for nothing.
    private static RuleOfCombination Only(RuleOfCombination rule, IReadOnlyList<RulePart> parts)
    {
        var demanded = parts.OfType<RulePart.MandatoryUnit>().Select(part => part.Unit).ToHashSet();
        var groups = rule.Groups.SelectMany(group => new[]
        {
            group with { Mandatory = true, ChooseUnits = 0, ChooseCredit = default, AtMostUnits = null, Units = [.. group.Units.Where(unit => demanded.Contains(unit.Code))] },
            group with
            {
                Mandatory = false,
                ChooseUnits = parts.OfType<RulePart.UnitsFromGroup>().Any(part => part.Group == group) ? group.ChooseUnits : 0,
                ChooseCredit = parts.OfType<RulePart.CreditFromGroup>().Any(part => part.Group == group) ? group.ChooseCredit : default,
                AtMostUnits = parts.OfType<RulePart.GroupLimit>().Any(part => part.Group == group) ? group.AtMostUnits : null,
                Units = [.. group.Units.Where(unit => !demanded.Contains(unit.Code))],
            },
        }).Where(group => group.Units.Count > 0).ToArray();
        return new(
            parts.OfType<RulePart.MinimumInAll>().Any() ? rule.MinimumCredit : default,
            parts.OfType<RulePart.MinimumAtLevel>().Any() ? rule.MinimumCreditAtLevel : null,
            groups,
            [.. parts.OfType<RulePart.BarredTogether>().Select(part => part.Units)]);
    }
}
