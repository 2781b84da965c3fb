namespace Underpin.Qualifications;

/// <summary>A rule of combination as somebody would say it aloud.</summary>
internal static class RuleInWords
{
    /// <summary>One sentence for each group, for pairs that overlap, and for the whole.</summary>
    public static IReadOnlyList<string> Sentences(RuleOfCombination rule) =>
        [.. rule.Groups.Select(Sentence), InAll(rule), .. rule.Barred.Select(set => $"{RuleWords.CannotAllCount(set)}, for they overlap.")];

    /// <summary>What a group asks, to stand after its title: "everyone takes it", "choose at least 2, at most 3".</summary>
    public static string Short(RuleGroup group) => group.Mandatory ? "everyone takes it" : $"choose {RuleTree.AsksOf(group)}";

    static string Sentence(RuleGroup group)
    {
        var (count, title) = (group.Units.Count, $"“{group.Title}”");
        var all = count switch { 1 => "the one unit", 2 => "both units", _ => $"all {RuleWords.Number(count)} units" };
        if (group.Mandatory) return $"Take {all} of {title}: {CreditOf(group)}.";
        var asks = new List<string>();
        if (group.ChooseUnits > 0) asks.Add($"{(group.ChooseUnits == group.AtMostUnits ? "" : "at least ")}{RuleWords.Number(group.ChooseUnits)} of the {RuleWords.Number(count)} units");
        if (group.ChooseCredit.Value > 0) asks.Add($"units worth at least {group.ChooseCredit}");
        var limit = group.AtMostUnits is { } most && most != group.ChooseUnits ? $" No more than {RuleWords.Number(most)} count." : "";
        return asks.Count == 0 ? $"Choose as many of the {RuleWords.Number(count)} units of {title} as you like.{limit}" : $"From {title} choose {string.Join(", and ", asks)}.{limit}";
    }

    static string InAll(RuleOfCombination rule) => rule.MinimumCreditAtLevel is { } level
        ? $"Reach at least {rule.MinimumCredit} in all, {level.Credit.Value} of them at level {level.Level.Value} or above."
        : $"Reach at least {rule.MinimumCredit} in all.";

    static string CreditOf(RuleGroup group) => new Credit(group.Units.Sum(u => u.Credit.Value)).ToString();
}
