using System.Numerics;

namespace Underpin.Qualifications;

/// <summary>
/// Finds which of the chosen units should count: the largest selection that meets the rule, or else the one that comes closest.
/// Selections are bit masks over the rule's units, which stand in order of falling credit.
/// </summary>
internal sealed class RuleSearch
{
    private readonly int[] _credit;
    private readonly ulong[] _barredWith;
    private readonly Group[] _groups;
    private readonly int _minimumCredit;
    private readonly int _minimumAtLevel;
    private readonly ulong _atLevel;
    private readonly bool _anyBarred;
    private readonly bool _anyLimit;

    private RuleSearch(int[] credit, ulong[] barredWith, Group[] groups, int minimumCredit, int minimumAtLevel, ulong atLevel)
    {
        _credit = credit;
        _barredWith = barredWith;
        _groups = groups;
        _minimumCredit = minimumCredit;
        _minimumAtLevel = minimumAtLevel;
        _atLevel = atLevel;
        _anyBarred = barredWith.Any(others => others != 0);
        _anyLimit = groups.Any(group => group.Limit < RuleOfCombination.MaximumUnits);
    }

    /// <summary>A search that holds a rule's units to some parts of it only.</summary>
    public static RuleSearch For(RuleOfCombination rule, IEnumerable<RulePart> parts)
    {
        var groups = rule.Groups.Select(group => new Group(rule.MaskOf(group.Units.Select(unit => unit.Code)))).ToArray();
        var barredWith = new ulong[rule.Units.Count];
        int minimumCredit = 0, minimumAtLevel = 0;
        ulong atLevel = 0;
        foreach (var part in parts)
        {
            switch (part)
            {
                case RulePart.MandatoryUnit mandatory:
                    GroupOf(mandatory.Group).Required |= 1UL << rule.BitOf(mandatory.Unit);
                    break;
                case RulePart.UnitsFromGroup units:
                    GroupOf(units.Group).MinimumUnits = units.Group.ChooseUnits;
                    break;
                case RulePart.CreditFromGroup credit:
                    GroupOf(credit.Group).MinimumCredit = credit.Group.ChooseCredit.Value;
                    break;
                case RulePart.GroupLimit limit:
                    GroupOf(limit.Group).Limit = limit.Units;
                    break;
                case RulePart.MinimumInAll all:
                    minimumCredit = all.Credit.Value;
                    break;
                case RulePart.MinimumAtLevel minimum:
                    minimumAtLevel = minimum.AtLevel.Credit.Value;
                    atLevel = rule.MaskOf(rule.Units.Where(unit => unit.Level >= minimum.AtLevel.Level).Select(unit => unit.Code));
                    break;
                case RulePart.BarredTogether barred:
                    var set = rule.MaskOf(barred.Units);
                    for (var rest = set; rest != 0; rest &= rest - 1)
                        barredWith[BitOperations.TrailingZeroCount(rest)] |= set & ~(rest & (~rest + 1));
                    break;
            }
        }
        return new([.. rule.Units.Select(unit => unit.Credit.Value)], barredWith, groups, minimumCredit, minimumAtLevel, atLevel);

        ref Group GroupOf(RuleGroup group)
        {
            var position = 0;
            while (!ReferenceEquals(rule.Groups[position], group))
                position++;
            return ref groups[position];
        }
    }

    /// <param name="chosen">The units to choose among.</param>
    /// <param name="stopWhenMet">Whether any selection that meets the rule will do.</param>
    public Selection Find(ulong chosen, bool stopWhenMet)
    {
        ulong inConflict = 0;
        if (_anyBarred)
            for (var rest = chosen; rest != 0; rest &= rest - 1)
                if ((_barredWith[BitOperations.TrailingZeroCount(rest)] & chosen) != 0)
                    inConflict |= rest & (~rest + 1);
        var best = Selection.None;
        ResolveBarred(chosen & ~inConflict, inConflict, stopWhenMet, ref best);
        return best;
    }

    public int CreditOf(ulong units)
    {
        var sum = 0;
        for (; units != 0; units &= units - 1)
            sum += _credit[BitOperations.TrailingZeroCount(units)];
        return sum;
    }

    public int CreditAtLevelOf(ulong units) => CreditOf(units & _atLevel);

    // Every way to take as many of the conflicting units as can stand together: of a unit and those it is barred with, one is
    // always among them. Branching at the unit with the fewest conflicts bounds the ways by 3^(n/3).
    private void ResolveBarred(ulong taken, ulong open, bool stopWhenMet, ref Selection best)
    {
        if (stopWhenMet && best.IsMet)
            return;
        ulong branches = 0;
        var fewest = int.MaxValue;
        for (var rest = open; rest != 0; rest &= rest - 1)
        {
            var unit = rest & (~rest + 1);
            var conflicts = _barredWith[BitOperations.TrailingZeroCount(rest)] & open;
            if (conflicts == 0)
            {
                taken |= unit;
                open &= ~unit;
            }
            else if (BitOperations.PopCount(conflicts) < fewest)
            {
                fewest = BitOperations.PopCount(conflicts);
                branches = conflicts | unit;
            }
        }
        if (open == 0)
        {
            ApplyLimits(0, taken, ref best);
            return;
        }
        for (; branches != 0; branches &= branches - 1)
        {
            var unit = branches & (~branches + 1);
            ResolveBarred(taken | unit, open & ~unit & ~_barredWith[BitOperations.TrailingZeroCount(branches)], stopWhenMet, ref best);
        }
    }

    // A group over its limit keeps as many as it may. For each split of the limit between units at the level and below it, the
    // largest units of either kind are as good as any others for every demand; so only the splits need trying.
    private void ApplyLimits(int from, ulong taken, ref Selection best)
    {
        for (var i = from; _anyLimit && i < _groups.Length; i++)
        {
            var limit = _groups[i].Limit;
            var held = taken & _groups[i].Units;
            if (BitOperations.PopCount(held) <= limit)
                continue;
            var (high, low) = (held & _atLevel, held & ~_atLevel);
            var mostHigh = Math.Min(limit, BitOperations.PopCount(high));
            for (var atLevel = Math.Max(0, limit - BitOperations.PopCount(low)); atLevel <= mostHigh; atLevel++)
                ApplyLimits(i + 1, taken & ~held | Lowest(high, atLevel) | Lowest(low, limit - atLevel), ref best);
            return;
        }
        var selection = Measure(taken);
        if (selection.IsBetterThan(best))
            best = selection;
    }

    private Selection Measure(ulong counted)
    {
        int mandatoryShort = 0, unitsShort = 0;
        var credit = CreditOf(counted);
        var creditShort = Math.Max(0, _minimumCredit - credit);
        if (_minimumAtLevel > 0)
            creditShort += Math.Max(0, _minimumAtLevel - CreditAtLevelOf(counted));
        foreach (ref readonly var group in _groups.AsSpan())
        {
            mandatoryShort += BitOperations.PopCount(group.Required & ~counted);
            if (group.MinimumUnits > 0)
                unitsShort += Math.Max(0, group.MinimumUnits - BitOperations.PopCount(counted & group.Units));
            if (group.MinimumCredit > 0)
                creditShort += Math.Max(0, group.MinimumCredit - CreditOf(counted & group.Units));
        }
        return new(counted, mandatoryShort, unitsShort, creditShort, credit);
    }

    private static ulong Lowest(ulong mask, int count)
    {
        var rest = mask;
        for (; count > 0; count--)
            rest &= rest - 1;
        return mask & ~rest;
    }

    private struct Group(ulong units)
    {
        public readonly ulong Units = units;
        public ulong Required;
        public int MinimumUnits;
        public int MinimumCredit;
        public int Limit = RuleOfCombination.MaximumUnits;
    }

    /// <summary>Units that count together, and how far they fall short of the rule.</summary>
    internal readonly record struct Selection(ulong Counted, int MandatoryShort, int UnitsShort, int CreditShort, int Credit)
    {
        public static Selection None => new(0, int.MaxValue, 0, 0, 0);

        public bool IsMet => (MandatoryShort | UnitsShort | CreditShort) == 0;

        // What only one unit can mend weighs most; among equals the learner's greater credit counts.
        public bool IsBetterThan(in Selection other) =>
            MandatoryShort != other.MandatoryShort ? MandatoryShort < other.MandatoryShort
            : UnitsShort != other.UnitsShort ? UnitsShort < other.UnitsShort
            : CreditShort != other.CreditShort ? CreditShort < other.CreditShort
            : Credit > other.Credit;
    }
}
