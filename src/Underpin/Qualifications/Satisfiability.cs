using System.Numerics;

namespace Underpin.Qualifications;

/// <summary>Whether anybody at all could meet a rule of combination.</summary>
/// <param name="CanBeMet">Whether some selection meets the rule.</param>
/// <param name="Reason">Why none does, in one sentence without its full stop; null where one does.</param>
/// <param name="Conflict">The demands and limits that cannot stand together, none of which could be left out of the reason.</param>
internal sealed record Satisfiability(bool CanBeMet, string? Reason, IReadOnlyList<RulePart> Conflict)
{
    /// <summary>Decides it exactly. A further unit never breaks a rule, so one evaluation of all units answers the question;
    /// only for the reason is the rule taken apart, in at most d^2 + d + l evaluations for d demands and l limits.</summary>
    public static Satisfiability Of(RuleOfCombination rule)
    {
        if (rule.IsMet(rule.Everything))
            return new(true, null, []);
        var parts = RulePart.All(rule);
        var limits = parts.Where(part => !part.IsDemand).ToList();
        var demands = SmallestConflict(rule, [.. parts.Where(part => part.IsDemand)], limits);
        limits = Reduced(limits, kept => CannotBeMet(rule, [.. demands, .. kept]));
        return new(false, Explain(rule, demands, limits), [.. demands, .. limits]);
    }

    /// <summary>
    /// How many different selections meet the rule with no unit to spare (none could be left out): 0 means impossible,
    /// 1 that there is nothing to choose.
    /// </summary>
    /// <param name="rule">The rule.</param>
    /// <param name="cap">Counting stops here: an answer of <paramref name="cap"/> means that many or more.</param>
    /// <remarks>Another such selection lacks some unit of every one already found. Leaving each such unit out in turn, and
    /// looking again, therefore finds them all (Reiter, "A theory of diagnosis from first principles", 1987). The number of
    /// evaluations can grow exponentially with the number of optional units, but hardly before the cap is reached.</remarks>
    public static int CountWays(RuleOfCombination rule, int cap = 100)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(cap, 1);
        var everything = rule.Everything;
        ulong indispensable = 0;
        foreach (var unit in UnitsOf(everything))
            if (!rule.IsMet(everything & ~unit))
                indispensable |= unit;
        var found = new List<ulong>();
        var seen = new HashSet<ulong> { 0 };
        var open = new Stack<ulong>(seen);
        while (open.TryPop(out var leftOut))
        {
            var position = found.FindIndex(selection => (selection & leftOut) == 0);
            if (position < 0)
            {
                if (!rule.IsMet(everything & ~leftOut))
                    continue;
                found.Add(WithoutSpare(rule, everything & ~leftOut));
                if (found.Count == cap)
                    return cap;
                position = found.Count - 1;
            }
            foreach (var unit in UnitsOf(found[position] & ~indispensable))
                if (seen.Add(leftOut | unit))
                    open.Push(leftOut | unit);
        }
        return found.Count;
    }

    private static ulong WithoutSpare(RuleOfCombination rule, ulong selection)
    {
        foreach (var unit in UnitsOf(selection))
            if (rule.IsMet(selection & ~unit))
                selection &= ~unit;
        return selection;
    }

    private static IEnumerable<ulong> UnitsOf(ulong mask)
    {
        for (; mask != 0; mask &= mask - 1)
            yield return mask & (~mask + 1);
    }

    // Mandatory units that bar each other come first: whatever else fails, that has to be mended. Then one demand that fails
    // alone, then two, then whatever is left when no demand can be dropped any more.
    private static List<RulePart> SmallestConflict(RuleOfCombination rule, List<RulePart> demands, List<RulePart> limits)
    {
        var mandatory = demands.OfType<RulePart.MandatoryUnit>().ToList<RulePart>();
        return Pairs(mandatory).FirstOrDefault(Conflicts)
            ?? demands.Select(demand => new List<RulePart> { demand }).FirstOrDefault(Conflicts)
            ?? Pairs(demands).FirstOrDefault(Conflicts)
            ?? Reduced(demands, Conflicts);

        bool Conflicts(List<RulePart> some) => CannotBeMet(rule, [.. some, .. limits]);
    }

    private static IEnumerable<List<RulePart>> Pairs(List<RulePart> parts) =>
        parts.SelectMany((first, i) => parts.Skip(i + 1).Select(second => new List<RulePart> { first, second }));

    private static List<RulePart> Reduced(List<RulePart> parts, Predicate<List<RulePart>> stillConflicts)
    {
        var kept = parts;
        foreach (var part in parts)
        {
            var fewer = kept.Where(other => !ReferenceEquals(other, part)).ToList();
            if (stillConflicts(fewer))
                kept = fewer;
        }
        return kept;
    }

    private static bool CannotBeMet(RuleOfCombination rule, IEnumerable<RulePart> parts) =>
        !RuleSearch.For(rule, parts).Find(rule.Everything, stopWhenMet: true).IsMet;

    // Without limits all units count, and then each demand stands or falls alone: the conflict is one demand.
    private static string Explain(RuleOfCombination rule, List<RulePart> demands, List<RulePart> limits)
    {
        if (limits.Count == 0)
            return $"{Phrase(demands[0])}, but {WhatThereIs(demands[0])} {Most(rule, demands[0], limits)}";
        var because = RuleWords.List([.. limits.Select(Phrase)]);
        if (demands is [RulePart.MandatoryUnit first, RulePart.MandatoryUnit second] && limits.Count == 1)
            return $"{first.Unit} and {second.Unit} are both mandatory, but {because}";
        return demands is [var only]
            ? $"{Phrase(only)}, but at most {Most(rule, only, limits)} can count, because {because}"
            : $"{RuleWords.List([.. demands.Select(Phrase)])}, but {because}";
    }

    private static string Most(RuleOfCombination rule, RulePart demand, List<RulePart> limits)
    {
        var best = RuleSearch.For(rule, [demand, .. limits]).Find(rule.Everything, stopWhenMet: false);
        return demand switch
        {
            RulePart.UnitsFromGroup units => Units(units.Group.ChooseUnits - best.UnitsShort),
            RulePart.CreditFromGroup credit => new Credit(credit.Group.ChooseCredit.Value - best.CreditShort).ToString(),
            RulePart.MinimumAtLevel level => new Credit(level.AtLevel.Credit.Value - best.CreditShort).ToString(),
            _ => new Credit(best.Credit).ToString(),
        };
    }

    private static string Phrase(RulePart part) => part switch
    {
        RulePart.MandatoryUnit mandatory => $"{mandatory.Unit} is mandatory",
        RulePart.UnitsFromGroup units => $"{units.Group.Title} asks for {Units(units.Group.ChooseUnits)}",
        RulePart.CreditFromGroup credit => $"{credit.Group.Title} asks for {credit.Group.ChooseCredit}",
        RulePart.MinimumInAll all => $"the rule asks for {all.Credit}",
        RulePart.MinimumAtLevel level => $"the rule asks for {level.AtLevel.Credit} at {level.AtLevel.Level} or above",
        RulePart.GroupLimit limit => $"{limit.Group.Title} counts at most {Units(limit.Units)}",
        RulePart.BarredTogether barred => Lowered(RuleWords.CannotAllCount(barred.Units)),
        _ => throw new InvalidOperationException($"No words for {part.GetType().Name}."),
    };

    private static string WhatThereIs(RulePart demand) => demand switch
    {
        RulePart.UnitsFromGroup => "holds",
        RulePart.CreditFromGroup => "its units come to",
        RulePart.MinimumAtLevel => "its units at that level or above come to",
        _ => "all its units together come to",
    };

    private static string Units(int count) => count == 1 ? "one unit" : $"{RuleWords.Number(count)} units";

    private static string Lowered(string phrase) =>
        phrase.StartsWith("Only", StringComparison.Ordinal) ? $"only{phrase[4..]}" : phrase;
}
