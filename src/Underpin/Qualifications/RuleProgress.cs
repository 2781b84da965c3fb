using System.Numerics;

namespace Underpin.Qualifications;

/// <summary>How far chosen units go towards a rule of combination.</summary>
internal sealed record RuleProgress
{
    public required bool IsMet { get; init; }

    /// <summary>Credit of the units that count.</summary>
    public required Credit Credit { get; init; }

    /// <summary>Credit of those that count and are at the rule's level or above; 0 where the rule names no level.</summary>
    public required Credit CreditAtLevel { get; init; }

    /// <summary>In the order of the rule.</summary>
    public required IReadOnlyList<GroupProgress> Groups { get; init; }

    /// <summary>What has to be added or settled; empty when, and only when, the rule is met.</summary>
    public required IReadOnlyList<RuleItem> Missing { get; init; }

    /// <summary>Chosen units that do not count, whether or not the rule is met.</summary>
    public required IReadOnlyList<RuleItem> Notices { get; init; }

    internal static RuleProgress From(
        RuleOfCombination rule, ulong chosen, RuleSearch.Selection selection, IReadOnlyList<string>? strangers)
    {
        var missing = new List<RuleItem>();
        var notices = new List<RuleItem>();
        var groups = new GroupProgress[rule.Groups.Count];
        var overLimit = new List<RuleItem>();
        for (var i = 0; i < groups.Length; i++)
            groups[i] = GroupProgress.From(rule.Groups[i], rule.BitsOfGroups[i], chosen, selection.Counted, missing, overLimit);
        var (credit, atLevel) = (0, 0);
        for (var rest = selection.Counted; rest != 0; rest &= rest - 1)
        {
            var unit = rule.Units[BitOperations.TrailingZeroCount(rest)];
            credit += unit.Credit.Value;
            if (rule.MinimumCreditAtLevel is { } minimum && unit.Level >= minimum.Level)
                atLevel += unit.Credit.Value;
        }
        if (rule.MinimumCreditAtLevel is { } asked && asked.Credit.Value > atLevel)
            missing.Add(new MoreCreditAtLevel(asked.Level, new Credit(asked.Credit.Value - atLevel)));
        if (rule.MinimumCredit.Value > credit)
            missing.Add(new MoreCredit(new Credit(rule.MinimumCredit.Value - credit)));
        for (var i = 0; i < rule.BarredMasks.Length; i++)
            if (BitOperations.PopCount(rule.BarredMasks[i] & chosen) > 1)
                notices.Add(new CannotAllCount([.. rule.Barred[i].Where(code => (chosen >> rule.BitOf(code) & 1) != 0)]));
        notices.AddRange(overLimit);
        foreach (var stranger in strangers ?? [])
            notices.Add(new NotPartOfTheRule(stranger));
        return new()
        {
            IsMet = selection.IsMet,
            Credit = new(credit),
            CreditAtLevel = new(atLevel),
            Groups = groups,
            Missing = missing,
            Notices = notices,
        };
    }
}

/// <summary>How far chosen units go towards what one group asks for.</summary>
/// <param name="UnitsNeeded">Units that have to count: all of a mandatory group; 0 where only credit is asked for.</param>
/// <param name="UnitsHeld">Units that count.</param>
/// <param name="CreditNeeded">0 where only units are asked for.</param>
/// <param name="Counted">Codes of the units that count, in the order of the group.</param>
internal sealed record GroupProgress(
    RuleGroup Group, int UnitsNeeded, int UnitsHeld, Credit CreditNeeded, Credit CreditHeld, IReadOnlyList<string> Counted)
{
    public bool IsMet => UnitsHeld >= UnitsNeeded && CreditHeld >= CreditNeeded;

    internal static GroupProgress From(
        RuleGroup group, int[] bits, ulong chosen, ulong counted, List<RuleItem> missing, List<RuleItem> overLimit)
    {
        var codes = new List<string>(group.Units.Count);
        var credit = 0;
        var held = 0;
        for (var i = 0; i < bits.Length; i++)
        {
            var (unit, bit) = (group.Units[i], bits[i]);
            held += (int)(chosen >> bit & 1);
            if ((counted >> bit & 1) != 0)
            {
                codes.Add(unit.Code);
                credit += unit.Credit.Value;
            }
            else if (group.Mandatory)
                missing.Add(new MandatoryUnitMissing(group, unit.Code));
        }
        if (!group.Mandatory && codes.Count < group.ChooseUnits)
            missing.Add(new MoreUnitsFromGroup(group, group.ChooseUnits - codes.Count));
        if (credit < group.ChooseCredit.Value)
            missing.Add(new MoreCreditFromGroup(group, new Credit(group.ChooseCredit.Value - credit)));
        if (group.AtMostUnits is { } limit && codes.Count == limit && held > limit)
            overLimit.Add(new OverTheLimit(group, limit));
        return new(group, group.Mandatory ? group.Units.Count : group.ChooseUnits, codes.Count, group.ChooseCredit, new(credit), codes);
    }
}
