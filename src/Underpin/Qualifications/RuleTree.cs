namespace Underpin.Qualifications;

/// <summary>How far a unit of a rule has come for a learner; nobody's when the rule is only shown.</summary>
internal enum RuleUnitState
{
    NotChosen,
    Chosen,
    Achieved,
}

/// <summary>A rule of combination drawn as a tree that fills, for anyone or for one learner.</summary>
internal sealed class RuleTree
{
    readonly IReadOnlyDictionary<string, string> _titles;
    readonly IReadOnlyDictionary<string, RuleUnitState> _states;

    RuleTree(string title, RuleOfCombination rule, RuleProgress? achieved, IReadOnlyDictionary<string, string> titles, IReadOnlyDictionary<string, RuleUnitState> states)
    {
        Title = title;
        Rule = rule;
        Achieved = achieved;
        _titles = titles;
        _states = states;
    }

    public string Title { get; }
    public RuleOfCombination Rule { get; }
    /// <summary>How far the achieved units go; null when the tree is nobody's.</summary>
    public RuleProgress? Achieved { get; }

    public static RuleTree Of(Qualification qualification, IReadOnlyDictionary<string, string> titles) =>
        new(qualification.Title, qualification.Rule, null, titles, new Dictionary<string, RuleUnitState>());

    public static RuleTree For(Qualification qualification, IReadOnlyDictionary<string, string> titles, IReadOnlyDictionary<string, RuleUnitState> states) =>
        new(qualification.Title, qualification.Rule, qualification.Rule.Evaluate([.. states.Where(s => s.Value == RuleUnitState.Achieved).Select(s => s.Key)]), titles, states);

    public string TitleOf(string code) => _titles.GetValueOrDefault(code, code);

    public RuleUnitState StateOf(string code) => _states.GetValueOrDefault(code);

    /// <summary>What the whole rule asks, in words.</summary>
    public string Asks => Rule.MinimumCreditAtLevel is { } level
        ? $"At least {Rule.MinimumCredit.Value} credits, {level.Credit.Value} of them at level {level.Level.Value} or above"
        : $"At least {Rule.MinimumCredit.Value} credits";

    /// <summary>What a group asks, in words.</summary>
    public static string AsksOf(RuleGroup group)
    {
        if (group.Mandatory) return group.Units.Count == 1 ? "this one" : $"all {group.Units.Count}";
        var asked = new List<string>();
        if (group.ChooseUnits > 0) asked.Add(group.ChooseUnits == group.AtMostUnits ? $"exactly {group.ChooseUnits}" : $"at least {group.ChooseUnits}");
        if (group.ChooseCredit.Value > 0) asked.Add($"at least {group.ChooseCredit.Value} {(group.ChooseCredit.Value == 1 ? "credit" : "credits")}");
        if (group.AtMostUnits is { } most && most != group.ChooseUnits) asked.Add($"at most {most}");
        return asked.Count == 0 ? "as many as you like" : string.Join(", ", asked);
    }
}
