using System.Numerics;
using Underpin.Qualifications;

namespace Underpin.Tests.Qualifications;

/// <summary>Answers every question about a small rule by trying every subset of its units, straight from the definition.</summary>
internal sealed class RuleOracle
{
    private readonly RuleOfCombination _rule;
    private readonly bool[] _meets;

    public RuleOracle(RuleOfCombination rule)
    {
        _rule = rule;
        var counted = Enumerable.Range(0, 1 << rule.Units.Count).Select(mask => CanCount((ulong)mask) && IsEnough((ulong)mask)).ToArray();
        _meets = [.. Enumerable.Range(0, counted.Length).Select(chosen =>
            Enumerable.Range(0, chosen + 1).Any(subset => (subset & ~chosen) == 0 && counted[subset]))];
    }

    public bool IsMet(ulong chosen) => _meets[chosen];

    public bool CanBeMet => _meets[^1];

    public int Ways => Enumerable.Range(0, _meets.Length).Count(mask => _meets[mask]
        && Enumerable.Range(0, _rule.Units.Count).All(unit => (mask >> unit & 1) == 0 || !_meets[mask & ~(1 << unit)]));

    public bool CanCount(ulong counted) =>
        _rule.Barred.All(set => set.Count(code => Has(counted, code)) <= 1)
        && _rule.Groups.All(group => Of(group, counted).Count() <= (group.AtMostUnits ?? int.MaxValue));

    public bool IsEnough(ulong counted)
    {
        var units = _rule.Units.Where(unit => Has(counted, unit.Code)).ToList();
        return units.Sum(unit => unit.Credit.Value) >= _rule.MinimumCredit.Value
            && (_rule.MinimumCreditAtLevel is not { } minimum
                || units.Where(unit => unit.Level >= minimum.Level).Sum(unit => unit.Credit.Value) >= minimum.Credit.Value)
            && _rule.Groups.All(group => !group.Mandatory || Of(group, counted).Count() == group.Units.Count)
            && _rule.Groups.All(group => Of(group, counted).Count() >= group.ChooseUnits)
            && _rule.Groups.All(group => Of(group, counted).Sum(unit => unit.Credit.Value) >= group.ChooseCredit.Value);
    }

    private IEnumerable<RuleUnit> Of(RuleGroup group, ulong counted) => group.Units.Where(unit => Has(counted, unit.Code));

    private bool Has(ulong mask, string code) =>
        (mask & BitOperations.RotateLeft(1UL, _rule.Units.ToList().FindIndex(unit => unit.Code == code))) != 0;
}
