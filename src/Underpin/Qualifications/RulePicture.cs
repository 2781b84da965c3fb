namespace Underpin.Qualifications;

/// <summary>A rule of combination as a picture of blocks: filled ones everyone takes, open ones are chosen, and a mark for each credit.</summary>
internal sealed class RulePicture(RuleOfCombination rule, IReadOnlyDictionary<string, string> titles)
{
    public RuleOfCombination Rule { get; } = rule;

    /// <summary>The credit that everyone takes.</summary>
    public int Fixed { get; } = rule.Groups.Where(g => g.Mandatory).SelectMany(g => g.Units).Sum(u => u.Credit.Value);

    /// <summary>The length of the credit line: what is fixed may be more than the rule asks.</summary>
    public int Whole => Math.Max(Rule.MinimumCredit.Value, Fixed);

    public int Chosen => Whole - Fixed;

    public string TitleOf(string code) => titles.GetValueOrDefault(code, code);

    /// <summary>The units that cannot count beside this one.</summary>
    public IReadOnlyList<string> NotWith(string code) =>
        [.. Rule.Barred.Where(set => set.Contains(code)).SelectMany(set => set).Where(other => other != code).Distinct().Order(StringComparer.Ordinal)];

    public string Summary => Fixed == 0
        ? $"You choose all {Whole} credits."
        : Chosen == 0 ? "Everyone takes the same credit." : $"{Fixed} of the {Whole} credits are the same for everyone; you choose the other {Chosen} or more.";
}
