namespace Underpin.Qualifications;

/// <summary>
/// One demand or limit of a rule of combination. Taking a rule apart shows which few of them cannot be met together.
/// </summary>
internal abstract record RulePart
{
    /// <summary>A demand asks for units; the others limit which units can count together.</summary>
    public virtual bool IsDemand => true;

    public static IReadOnlyList<RulePart> All(RuleOfCombination rule)
    {
        var parts = new List<RulePart>();
        foreach (var group in rule.Groups)
        {
            if (group.Mandatory)
                parts.AddRange(group.Units.Select(unit => new MandatoryUnit(group, unit.Code)));
            if (group.ChooseUnits > 0)
                parts.Add(new UnitsFromGroup(group));
            if (group.ChooseCredit.Value > 0)
                parts.Add(new CreditFromGroup(group));
            if (group.AtMostUnits is { } limit)
                parts.Add(new GroupLimit(group, limit));
        }
        if (rule.MinimumCreditAtLevel is { } atLevel)
            parts.Add(new MinimumAtLevel(atLevel));
        parts.Add(new MinimumInAll(rule.MinimumCredit));
        parts.AddRange(rule.Barred.Select(set => new BarredTogether(set)));
        return parts;
    }

    public sealed record MandatoryUnit(RuleGroup Group, string Unit) : RulePart;

    public sealed record UnitsFromGroup(RuleGroup Group) : RulePart;

    public sealed record CreditFromGroup(RuleGroup Group) : RulePart;

    public sealed record MinimumInAll(Credit Credit) : RulePart;

    public sealed record MinimumAtLevel(CreditAtLevel AtLevel) : RulePart;

    public sealed record GroupLimit(RuleGroup Group, int Units) : RulePart
    {
        public override bool IsDemand => false;
    }

    public sealed record BarredTogether(IReadOnlyList<string> Units) : RulePart
    {
        public override bool IsDemand => false;
    }
}
