using System.Globalization;

namespace Underpin.Qualifications;

/// <summary>Something to tell a learner about their choice of units.</summary>
internal abstract record RuleItem
{
    /// <summary>One sentence without its full stop.</summary>
    public abstract string Sentence { get; }
}

internal sealed record MandatoryUnitMissing(RuleGroup Group, string Unit) : RuleItem
{
    public override string Sentence => $"Add {Unit}: every unit of {Group.Title} is needed";
}

internal sealed record MoreUnitsFromGroup(RuleGroup Group, int Units) : RuleItem
{
    public override string Sentence => $"Choose {RuleWords.Number(Units)} more {(Units == 1 ? "unit" : "units")} from {Group.Title}";
}

internal sealed record MoreCreditFromGroup(RuleGroup Group, Credit Credit) : RuleItem
{
    public override string Sentence => $"Choose units worth {RuleWords.More(Credit)} from {Group.Title}";
}

internal sealed record MoreCredit(Credit Credit) : RuleItem
{
    public override string Sentence => $"You need {RuleWords.More(Credit)}";
}

internal sealed record MoreCreditAtLevel(RqfLevel Level, Credit Credit) : RuleItem
{
    public override string Sentence => $"You need {RuleWords.More(Credit)} at {Level} or above";
}

internal sealed record CannotAllCount(IReadOnlyList<string> Units) : RuleItem
{
    public override string Sentence => $"{RuleWords.CannotAllCount(Units)}: keep one";
}

internal sealed record OverTheLimit(RuleGroup Group, int Limit) : RuleItem
{
    public override string Sentence =>
        $"No more than {RuleWords.Number(Limit)} {(Limit == 1 ? "unit" : "units")} of {Group.Title} can count: you have chosen more";
}

internal sealed record NotPartOfTheRule(string Unit) : RuleItem
{
    public override string Sentence => $"{Unit} is not part of this qualification";
}

/// <summary>The turns of phrase that sentences about rules share.</summary>
internal static class RuleWords
{
    private static readonly string[] Small = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

    public static string Number(int number) =>
        number < Small.Length ? Small[number] : number.ToString(CultureInfo.InvariantCulture);

    public static string More(Credit credit) => $"{credit:N} more {(credit.Value == 1 ? "credit" : "credits")}";

    public static string List(IReadOnlyList<string> words) =>
        words.Count == 1 ? words[0] : $"{string.Join(", ", words.Take(words.Count - 1))} and {words[^1]}";

    public static string CannotAllCount(IReadOnlyList<string> units) =>
        units.Count == 2 ? $"{List(units)} cannot both count" : $"Only one of {List(units)} can count";
}
