using Underpin.Platform.Content;
using Underpin.Platform.Content.Lint;

namespace Underpin.Qualifications.Content;

/// <summary>Reads the rule of a qualification, and refuses what contradicts itself before any unit is looked at.</summary>
internal static class RuleReader
{
    public static ContentShape RuleShape { get; } = new(
        "a rule of combination",
        new("minimum-credit", "a whole number"),
        new("minimum-credit-at-level", "a level and the credit at that level or above", Required: false),
        new("groups", "groups of units"),
        new("barred", "sets of units of which at most one can count", Required: false));

    public static ContentShape AtLevelShape { get; } = new(
        "a minimum at a level",
        new("level", "an RQF level from 2 to 6"),
        new("credit", "a whole number"));

    public static ContentShape GroupShape { get; } = new(
        "a group of units",
        new("code", "a short name, such as A"),
        new("title", "the group's title"),
        new("mandatory", "true where every unit of the group is needed", Required: false),
        new("choose-units", "at least so many units", Required: false),
        new("choose-credit", "at least so much credit", Required: false),
        new("at-most-units", "no more than so many units count", Required: false),
        new("units", "codes of units"));

    /// <summary>The rule, and every unit it names with its line.</summary>
    public static (RuleContent Rule, IReadOnlyList<LocatedText> Units) Read(ContentMapReader? map)
    {
        if (map is null)
            return (new() { MinimumCredit = default, MinimumCreditAtLevel = null, Groups = [], Barred = [] }, []);
        var minimum = new Credit(map.Integer("minimum-credit", 1, Credit.Maximum));
        var units = new List<LocatedText>();
        var groups = ReadGroups(map, units);
        if (units.Count > RuleOfCombination.MaximumUnits)
            map.Problem("groups", $"The groups name {units.Count} units: expected at most {RuleOfCombination.MaximumUnits}");
        var rule = new RuleContent
        {
            MinimumCredit = minimum,
            MinimumCreditAtLevel = ReadAtLevel(map, minimum),
            Groups = groups,
            Barred = ReadBarred(map, units),
        };
        return (rule, units);
    }

    private static CreditAtLevel? ReadAtLevel(ContentMapReader rule, Credit minimum)
    {
        if (rule.Map("minimum-credit-at-level", AtLevelShape) is not { } map)
            return null;
        var level = new RqfLevel(map.Integer("level", RqfLevel.LowestAwarded.Value, RqfLevel.HighestAwarded.Value));
        var credit = new Credit(map.Integer("credit", 1, Credit.Maximum));
        if (rule.IsSound("minimum-credit") && map.IsSound("credit") && credit > minimum)
            map.Problem(FileRules.Contradiction, "credit", $"'credit' is {credit:N}, more than the minimum credit in all: expected at most {minimum:N}");
        return new(level, credit);
    }

    private static List<RuleGroupContent> ReadGroups(ContentMapReader rule, List<LocatedText> allUnits)
    {
        var groups = new List<RuleGroupContent>();
        var groupOf = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var map in rule.Maps("groups", GroupShape))
        {
            var units = map.Texts("units");
            var group = new RuleGroupContent
            {
                Code = map.Text("code"),
                Title = map.Text("title"),
                Mandatory = map.Flag("mandatory"),
                ChooseUnits = map.OptionalInteger("choose-units", 0, RuleOfCombination.MaximumUnits),
                ChooseCredit = map.OptionalInteger("choose-credit", 0, Credit.Maximum),
                AtMostUnits = map.OptionalInteger("at-most-units", 1, RuleOfCombination.MaximumUnits),
                Units = [.. units.Select(unit => unit.Text)],
            };
            if (group.Code != "" && groups.Exists(other => other.Code == group.Code))
                map.Problem(FileRules.GivenTwice, "code", $"Group {group.Code} is given a second time: expected a code of its own");
            foreach (var unit in units.Where(unit => !groupOf.TryAdd(unit.Text, group.Code)))
                map.ProblemAt(FileRules.GivenTwice, unit.Line, $"{unit.Text} is already in group {groupOf[unit.Text]}: expected a unit in one group, once");
            CheckDemand(map, group);
            groups.Add(group);
            allUnits.AddRange(units);
        }
        return groups;
    }

    private static void CheckDemand(ContentMapReader map, RuleGroupContent group)
    {
        var chooses = map.Has("choose-units") || map.Has("choose-credit") || map.Has("at-most-units");
        if (group.Mandatory && chooses)
            map.Problem(FileRules.Contradiction, "mandatory", $"Group {group.Code} is mandatory and yet leaves a choice: expected mandatory alone, or choose-units, choose-credit and at-most-units without it");
        else if (!group.Mandatory && !map.Has("choose-units") && !map.Has("choose-credit") && !map.Has("mandatory"))
            map.ProblemAt(FileRules.Contradiction, map.Line, $"Group {group.Code} asks for nothing: expected mandatory, choose-units or choose-credit (choose-units: 0 where every unit is free)");
        if (map.IsSound("at-most-units") && map.IsSound("choose-units") && group.AtMostUnits < group.ChooseUnits)
            map.Problem(FileRules.Contradiction, "at-most-units", $"'at-most-units' is {group.AtMostUnits}, less than the units to choose: expected at least {group.ChooseUnits}");
    }

    private static List<IReadOnlyList<string>> ReadBarred(ContentMapReader rule, List<LocatedText> units)
    {
        var sets = new List<IReadOnlyList<string>>();
        foreach (var (line, texts) in rule.TextLists("barred"))
        {
            var codes = texts.Select(text => text.Text).Distinct(StringComparer.Ordinal).ToList();
            if (codes.Count < 2 || codes.Count < texts.Count)
                rule.ProblemAt(FileRules.Contradiction, line, "A barred set names two or more different units, each once");
            foreach (var text in texts.Where(text => !units.Exists(unit => unit.Text == text.Text)))
                rule.ProblemAt(FileRules.UnknownReference, text.Line, $"{text.Text} is barred but in no group of the rule: expected a unit of the rule");
            sets.Add(codes);
        }
        var barred = sets.SelectMany(set => set).Distinct(StringComparer.Ordinal).Count();
        if (barred > RuleOfCombination.MaximumBarredUnits)
            rule.Problem("barred", $"The barred sets name {barred} units: expected at most {RuleOfCombination.MaximumBarredUnits}");
        return sets;
    }
}
