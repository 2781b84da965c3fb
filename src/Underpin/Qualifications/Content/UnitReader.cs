using System.Text.RegularExpressions;
using Underpin.Platform.Content;
using Underpin.Platform.Content.Lint;

namespace Underpin.Qualifications.Content;

/// <summary>A unit read from its file, with what other files have to be asked about.</summary>
internal sealed record UnitDraft(UnitContent Unit, ContentMapReader Map, IReadOnlyList<LocatedText> Competences, IReadOnlyList<LocatedText> LeadsTo);

/// <summary>Reads content/units/CODE.yaml.</summary>
internal static partial class UnitReader
{
    public static ContentShape UnitShape { get; } = new(
        "a unit",
        new("code", "EIT, the level's digit and two more digits, such as EIT205"),
        new("version", "a whole number from 1"),
        new("title", "what the person will be able to do"),
        new("level", "an RQF level from 2 to 6"),
        new("credit", "a whole number: one credit is ten hours in all"),
        new("guided-hours", "a whole number, less than credit x 10"),
        new("aim", "why a school needs this"),
        new("for", "who it is for"),
        new("competences", "what it teaches, and to which level of proficiency"),
        new("outcomes", "the learning outcomes"),
        new("covers", "indicative content, in short phrases"),
        new("evidence", "what everyday work already makes"),
        new("assessment", "how much is enough, and where simulation is allowed"),
        new("leads-to", "codes of units", Required: false),
        new("sources", "where facts come from", Required: false),
        Allowance.Key);

    public static ContentShape TaughtShape { get; } = new(
        "a competence that the unit teaches",
        new("code", "the code of a competence of the framework"),
        new("level", "the proficiency level to which it is taught"));

    public static ContentShape OutcomeShape { get; } = new(
        "a learning outcome",
        new("code", "a number, such as 1"),
        new("title", "what the learner can do"),
        new("criteria", "the assessment criteria"));

    public static ContentShape CriterionShape { get; } = new(
        "an assessment criterion",
        new("code", "the outcome's code, a full stop and a number, such as 1.3"),
        new("text", "one thing to watch or to read in a product, opening with a verb"),
        new("school", "true where only a school can pose it", Required: false));

    public static UnitDraft Read(ContentMapReader map, DateOnly today)
    {
        var code = map.Matching("code", UnitCode(), "EIT, the level's digit and two more digits, such as EIT205");
        var level = map.Integer("level", RqfLevel.LowestAwarded.Value, RqfLevel.HighestAwarded.Value);
        var credit = new Credit(map.Integer("credit", 1, Credit.Maximum));
        var guided = new GuidedHours(map.Integer("guided-hours", 1, GuidedHours.Maximum));
        if (code != "" && map.IsSound("level") && code[3] - '0' != level)
            map.Problem(FileRules.Contradiction, "code", $"{code} is a code of level {code[3]}, but the unit's level is {level}: expected EIT{level} and two digits");
        if (code != "" && Path.GetFileNameWithoutExtension(map.File) != code)
            map.Problem(FileRules.Contradiction, "code", $"'code' is {code}, but the file is {map.File}: expected units/{code}.yaml");
        if (map.IsSound("credit") && map.IsSound("guided-hours") && !guided.AreLessThanAll(credit))
            map.Problem(FileRules.Contradiction, "guided-hours", $"'guided-hours' is {guided.Value}: expected less than {credit.TotalHours}, all the hours of {credit}");
        var competences = map.Maps("competences", TaughtShape);
        var leadsTo = map.Texts("leads-to");
        var taught = competences
            .Select(item => new UnitCompetenceContent(item.Text("code"), item.Integer("level", 1, 9))).ToList();
        LocatedText[] located = [.. competences.Select((item, i) => new LocatedText(taught[i].Code, item.LineOf("code")))];
        map.RefuseRepeats("competences", located);
        map.RefuseRepeats("leads-to", leadsTo);
        var unit = new UnitContent
        {
            Code = code,
            Version = map.Integer("version", 1, 9999),
            Title = map.Text("title"),
            Level = new(level),
            Credit = credit,
            GuidedHours = guided,
            Aim = map.Text("aim"),
            For = map.Text("for"),
            Competences = taught,
            Outcomes = ReadOutcomes(map),
            Covers = [.. map.Texts("covers").Select(text => text.Text)],
            Evidence = [.. map.Texts("evidence").Select(text => text.Text)],
            Assessment = map.Text("assessment"),
            LeadsTo = [.. leadsTo.Select(text => text.Text)],
            Sources = SourceContent.ReadAll(map, today),
        };
        return new(unit, map, located, leadsTo);
    }

    private static List<OutcomeContent> ReadOutcomes(ContentMapReader map)
    {
        var outcomes = new List<OutcomeContent>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var item in map.Maps("outcomes", OutcomeShape))
        {
            var code = item.Matching("code", OutcomeCode(), "a number without a full stop, such as 1");
            if (code != "" && !lines.TryAdd(code, item.LineOf("code")))
                item.Problem(FileRules.GivenTwice, "code", $"Outcome {code} is given a second time (first on line {lines[code]}): expected a number of its own");
            outcomes.Add(new(code, item.Text("title"), ReadCriteria(item, code)));
        }
        return outcomes;
    }

    private static List<CriterionContent> ReadCriteria(ContentMapReader outcome, string outcomeCode)
    {
        var criteria = new List<CriterionContent>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var item in outcome.Maps("criteria", CriterionShape))
        {
            var code = item.Matching("code", CriterionCode(), "the outcome's code, a full stop and a number, such as 1.3");
            if (code != "" && outcomeCode != "" && !code.StartsWith($"{outcomeCode}.", StringComparison.Ordinal))
                item.Problem(FileRules.Contradiction, "code", $"Criterion {code} stands under outcome {outcomeCode}: expected a code beginning {outcomeCode}.");
            if (code != "" && !lines.TryAdd(code, item.LineOf("code")))
                item.Problem(FileRules.GivenTwice, "code", $"Criterion {code} is given a second time (first on line {lines[code]}): expected a number of its own");
            var text = item.Text("text");
            if (HiddenVerbs.HiddenOpening(text) is { } hidden)
                item.Problem(HiddenVerbs.Rule, "text", $"The criterion {HiddenVerbs.Complaint(hidden)}");
            criteria.Add(new(code, text, item.Flag("school")) { Line = item.LineOf("text") });
        }
        return criteria;
    }

    [GeneratedRegex("^EIT[2-6][0-9]{2}$", RegexOptions.CultureInvariant)]
    private static partial Regex UnitCode();

    [GeneratedRegex("^[1-9][0-9]?$", RegexOptions.CultureInvariant)]
    private static partial Regex OutcomeCode();

    [GeneratedRegex(@"^[1-9][0-9]?\.[1-9][0-9]?$", RegexOptions.CultureInvariant)]
    private static partial Regex CriterionCode();
}
