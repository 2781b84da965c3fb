using System.Collections.Frozen;
using System.Text.Json.Serialization;

namespace Underpin.Qualifications;

/// <summary>A unit as a rule of combination sees it.</summary>
internal sealed record RuleUnit(string Code, RqfLevel Level, Credit Credit);

/// <summary>At least so much of the credit has to come from units at this level or above.</summary>
internal sealed record CreditAtLevel(RqfLevel Level, Credit Credit);

/// <summary>Units among which a learner has to choose, or must take them all.</summary>
internal sealed record RuleGroup
{
    public required string Code { get; init; }

    public required string Title { get; init; }

    /// <summary>Every unit of the group has to count; then nothing else is asked of it.</summary>
    public bool Mandatory { get; init; }

    /// <summary>At least so many units; 0 asks for none.</summary>
    public int ChooseUnits { get; init; }

    /// <summary>At least so much credit; 0 asks for none.</summary>
    public Credit ChooseCredit { get; init; }

    /// <summary>No more units than this count, whatever is chosen; null for no limit.</summary>
    public int? AtMostUnits { get; init; }

    /// <summary>One unit or more. A unit stands in one group of a rule only.</summary>
    public required IReadOnlyList<RuleUnit> Units { get; init; }
}

/// <summary>
/// A rule of combination: which sets of units make up a qualification.
/// </summary>
/// <remarks>
/// <para>A learner may choose more than can count. Chosen units meet the rule when some of them, no two of which are barred
/// together and no group of which exceeds its limit, give every group what it asks for, the minimum credit, and the minimum
/// credit at the level. It follows that a further unit never breaks a rule that is met.</para>
/// <para>The elements (mandatory and optional units, credit at a level, barred combinations) are those of the former
/// Qualifications and Credit Framework.</para>
/// <para>The answer is exact. <see cref="Evaluate"/> tries each way to resolve the barred sets among the chosen units, at most
/// 3^(b/3) for b units in conflict (Moon and Moser, 1965), and for each group that holds more than its limit each split of the
/// limit between units at the level and below. Without either it is one pass over the units.</para>
/// </remarks>
internal sealed class RuleOfCombination
{
    /// <summary>Units that a rule can name.</summary>
    public const int MaximumUnits = 64;

    /// <summary>Units that can stand in barred sets: keeps the worst case of an evaluation at 59,049 trials.</summary>
    public const int MaximumBarredUnits = 30;

    private readonly RuleSearch _search;
    private readonly FrozenDictionary<string, int> _bits;

    /// <exception cref="ArgumentException">The rule contradicts its own form: an empty group, a unit twice, a mandatory group
    /// with a choice, a barred unit that is in no group, or more units or credit than a rule can hold. Content is checked for
    /// all of these, in words, before it comes here.</exception>
    public RuleOfCombination(
        Credit minimumCredit,
        CreditAtLevel? minimumCreditAtLevel,
        IReadOnlyList<RuleGroup> groups,
        IReadOnlyList<IReadOnlyList<string>> barred)
    {
        MinimumCredit = minimumCredit;
        MinimumCreditAtLevel = minimumCreditAtLevel;
        Groups = groups;
        Barred = barred;
        RequireForm();
        // The larger units first: the search then finds the largest of a set among its lowest bits.
        Units = [.. groups.SelectMany(group => group.Units).OrderByDescending(unit => unit.Credit)];
        _bits = Units.Select((unit, bit) => (unit.Code, bit)).ToFrozenDictionary(pair => pair.Code, pair => pair.bit, StringComparer.Ordinal);
        BitsOfGroups = [.. groups.Select(group => group.Units.Select(unit => _bits[unit.Code]).ToArray())];
        BarredMasks = [.. barred.Select(MaskOf)];
        _search = RuleSearch.For(this, RulePart.All(this));
    }

    public Credit MinimumCredit { get; }

    public CreditAtLevel? MinimumCreditAtLevel { get; }

    public IReadOnlyList<RuleGroup> Groups { get; }

    /// <summary>Sets of unit codes of which at most one can count.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Barred { get; }

    /// <summary>Every unit the rule names, the largest first: bit i of a selection is unit i.</summary>
    [JsonIgnore]
    public IReadOnlyList<RuleUnit> Units { get; }

    /// <summary>How far the chosen units go towards the rule, and what is still missing.</summary>
    /// <param name="chosenUnits">Codes of units, in any order; those the rule does not name are told apart.</param>
    public RuleProgress Evaluate(IReadOnlyCollection<string> chosenUnits)
    {
        ulong chosen = 0;
        List<string>? strangers = null;
        foreach (var code in chosenUnits)
        {
            if (_bits.TryGetValue(code, out var bit))
                chosen |= 1UL << bit;
            else
                (strangers ??= []).Add(code);
        }
        return RuleProgress.From(this, chosen, _search.Find(chosen, stopWhenMet: false), strangers);
    }

    /// <summary>Whether a selection meets the rule. Allocates nothing.</summary>
    /// <param name="chosen">Bit i set for unit i of <see cref="Units"/>.</param>
    public bool IsMet(ulong chosen) => _search.Find(chosen, stopWhenMet: true).IsMet;

    /// <summary>The selection of every unit.</summary>
    [JsonIgnore]
    public ulong Everything => MaskOfFirst(Units.Count);

    /// <summary>For each group the bits of its units, in the order of the group.</summary>
    internal int[][] BitsOfGroups { get; }

    /// <summary>The barred sets as selections, in their order.</summary>
    internal ulong[] BarredMasks { get; }

    public int BitOf(string code) => _bits[code];

    public ulong MaskOf(IEnumerable<string> codes)
    {
        ulong mask = 0;
        foreach (var code in codes)
            mask |= 1UL << BitOf(code);
        return mask;
    }

    private static ulong MaskOfFirst(int count) => count == 64 ? ulong.MaxValue : (1UL << count) - 1;

    private void RequireForm()
    {
        var units = Groups.SelectMany(group => group.Units).ToList();
        var codes = units.Select(unit => unit.Code).ToHashSet(StringComparer.Ordinal);
        Require(codes.Count == units.Count, "A unit stands in a rule once.");
        Require(units.Count <= MaximumUnits, $"A rule names at most {MaximumUnits} units.");
        Require(units.Sum(unit => unit.Credit.Value) <= Credit.Maximum, $"A rule's units come to at most {Credit.Maximum} credits.");
        foreach (var group in Groups)
        {
            Require(group.Units.Count > 0, $"Group {group.Code} has no units.");
            Require(group.ChooseUnits >= 0 && group.AtMostUnits is null or > 0, $"Group {group.Code} counts units below zero.");
            Require(!group.Mandatory || group is { ChooseUnits: 0, ChooseCredit.Value: 0, AtMostUnits: null },
                $"Group {group.Code} is mandatory, so there is nothing to choose.");
        }
        Require(Barred.All(set => set.Count >= 2 && set.All(codes.Contains)), "A barred set names two or more units of the rule.");
        Require(Barred.SelectMany(set => set).Distinct(StringComparer.Ordinal).Count() <= MaximumBarredUnits,
            $"Barred sets name at most {MaximumBarredUnits} units.");
    }

    private static void Require(bool condition, string message)
    {
        if (!condition)
            throw new ArgumentException(message);
    }
}
