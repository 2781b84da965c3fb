using System.Text.RegularExpressions;
using Underpin.Platform.Content;
using Underpin.Platform.Content.Lint;

namespace Underpin.Framework.Content;

/// <summary>The framework read from its files, with what other files have to be asked about.</summary>
internal sealed record FrameworkDraft(FrameworkContent Framework, IReadOnlyList<RoleDraft> Roles, LinePlaces Places);

/// <summary>Reads content/framework: framework.yaml, one file an area and one file a role.</summary>
internal static partial class FrameworkReader
{
    public const string File = "framework/framework.yaml";

    private const int HighestLevel = 9;

    public static ContentShape FrameworkShape { get; } = new(
        "the framework",
        new("code", "a short name in lower case, such as eduit"),
        new("title", "the framework's title"),
        new("version", "a year and a number, such as 2026.1"),
        new("published", "the date of publication, such as 2026-11-21"),
        new("awarding-body", "the short name of the body that publishes it"),
        new("summary", "what the framework is, in a few sentences"),
        new("levels", "the proficiency levels, lowest first"),
        new("sources", "where facts come from", Required: false),
        Allowance.Key);

    public static ContentShape ProficiencyLevelShape { get; } = new(
        "a proficiency level",
        new("level", "the level's number"),
        new("title", "a word or two"),
        new("meaning", "what a person at this level does"));

    public static ContentShape AreaShape { get; } = new(
        "an area",
        new("code", "three capital letters, such as SUP"),
        new("title", "the area's title"),
        new("order", "its place among the areas, from 1"),
        new("summary", "two or three sentences that a head understands"),
        new("competences", "the area's competences"),
        Allowance.Key);

    public static ContentShape CompetenceShape { get; } = new(
        "a competence",
        new("code", "the area's code, a hyphen and a number, such as SUP-1"),
        new("title", "the competence's title"),
        new("why", "what it is and why a school depends on it"),
        new("without", "what goes wrong without it"),
        new("levels", "what the person does at some or all of the framework's levels"),
        new("replaces", "codes of competences of earlier editions that this one takes over", Required: false));

    public static ContentShape CompetenceLevelShape { get; } = new(
        "a level of a competence",
        new("level", "the number of one of the framework's levels"),
        new("does", "what the person does, beginning with a verb"));

    public static FrameworkDraft Read(ContentFolder folder, ContentProblems problems, DateOnly today)
    {
        var places = new LinePlaces();
        var framework = ReadFramework(folder, problems, today, places);
        var areas = new List<AreaContent>();
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in folder.YamlFiles("framework/areas", problems))
        {
            if (folder.Read(file, AreaShape, problems) is not { } map)
                continue;
            var area = ReadArea(map, framework, places);
            if (area.Code != "" && !files.TryAdd(area.Code, file))
                map.Problem(FileRules.GivenTwice, "code", $"{area.Code} is already the code of {files[area.Code]}: expected a code of its own");
            if (areas.Find(other => other.Order == area.Order && map.IsSound("order")) is { } before)
                map.Problem(FileRules.GivenTwice, "order", $"{area.Order} is already the place of {before.Code}: expected a place of its own");
            areas.Add(area);
        }
        if (areas.Count == 0)
            problems.Add("framework/areas", 1, FileRules.Unreadable, "There is no area: expected one file an area, ending .yaml");
        var roles = RoleReader.ReadAll(folder, problems, today, places);
        return new(framework with { Areas = [.. areas.OrderBy(area => area.Order)], Roles = [.. roles.Select(draft => draft.Role)] }, roles, places);
    }

    private static FrameworkContent ReadFramework(ContentFolder folder, ContentProblems problems, DateOnly today, LinePlaces places)
    {
        if (!folder.Has(File))
            problems.Add(File, 1, FileRules.Unreadable, "The file is missing: expected the framework's title, version and levels");
        var map = folder.Has(File) ? folder.Read(File, FrameworkShape, problems) : null;
        if (map is not null)
            places.Add("", map, "title", "summary", "sources");
        return new()
        {
            Code = map is null ? "" : map.Matching("code", FrameworkCode(), "a short name in lower case, such as eduit"),
            Title = map?.Text("title") ?? "",
            Version = map is null ? default : ReadVersion(map),
            Published = map?.Date("published", today) ?? today,
            AwardingBody = map?.Text("awarding-body") ?? "",
            Summary = map?.Text("summary") ?? "",
            Levels = map is null ? [] : ReadLevels(map, places),
            Areas = [],
            Roles = [],
            Sources = map is null ? [] : SourceContent.ReadAll(map, today),
        };
    }

    private static FrameworkVersion ReadVersion(ContentMapReader map)
    {
        var text = map.Text("version");
        if (!FrameworkVersion.TryParse(text, out FrameworkVersion version, out string _) && text != "")
            map.Problem("version", $"'version' is '{text}': expected a year and a number, such as 2026.1");
        return version;
    }

    private static List<ProficiencyLevelContent> ReadLevels(ContentMapReader map, LinePlaces places)
    {
        var levels = new List<ProficiencyLevelContent>();
        foreach (var item in map.Maps("levels", ProficiencyLevelShape))
        {
            var level = item.Integer("level", 1, HighestLevel);
            if (item.IsSound("level") && level != levels.Count + 1)
                item.Problem(FileRules.Contradiction, "level", $"'level' is {level}: expected {levels.Count + 1}, as levels go up one by one from 1");
            places.Add($"level.{level}", item, "title", "meaning");
            levels.Add(new(level, item.Text("title"), item.Text("meaning")));
        }
        return levels;
    }

    private static AreaContent ReadArea(ContentMapReader map, FrameworkContent framework, LinePlaces places)
    {
        var code = map.Matching("code", AreaCode(), "three capital letters, such as SUP");
        places.Add(code, map, "title", "summary");
        var competences = new List<CompetenceContent>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var item in map.Maps("competences", CompetenceShape))
        {
            var competence = ReadCompetence(item, framework, code, places);
            if (competence.Code != "" && !lines.TryAdd(competence.Code, item.Line))
                item.Problem(FileRules.GivenTwice, "code", $"{competence.Code} is given a second time (first on line {lines[competence.Code]}): expected a code of its own");
            competences.Add(competence);
        }
        return new()
        {
            Version = framework.Version,
            Code = code,
            Title = map.Text("title"),
            Order = map.Integer("order", 1, 99),
            Summary = map.Text("summary"),
            Competences = competences,
        };
    }

    private static CompetenceContent ReadCompetence(ContentMapReader map, FrameworkContent framework, string area, LinePlaces places)
    {
        var code = map.Matching("code", CompetenceCode(), "the area's code, a hyphen and a number, such as SUP-1");
        if (code != "" && area != "" && !code.StartsWith($"{area}-", StringComparison.Ordinal))
            map.Problem(FileRules.Contradiction, "code", $"{code} does not belong to area {area}: expected a code beginning {area}-");
        places.Add(code, map, "title", "why", "without", "replaces");
        return new()
        {
            Version = framework.Version,
            Code = code,
            Title = map.Text("title"),
            Why = map.Text("why"),
            Without = map.Text("without"),
            Levels = ReadCompetenceLevels(map, framework, code, places),
            Replaces = [.. map.Texts("replaces").Select(text => text.Text)],
        };
    }

    private static List<CompetenceLevelContent> ReadCompetenceLevels(ContentMapReader map, FrameworkContent framework, string competence, LinePlaces places)
    {
        var levels = new List<CompetenceLevelContent>();
        foreach (var item in map.Maps("levels", CompetenceLevelShape))
        {
            var level = item.Integer("level", 1, HighestLevel);
            if (framework.Levels.Count > 0 && item.IsSound("level") && level > framework.Levels.Count)
                item.Problem(FileRules.UnknownReference, "level", $"'level' is {level}: expected one of the framework's levels, 1 to {framework.Levels.Count}");
            if (levels.Count > 0 && item.IsSound("level") && level <= levels[^1].Level)
                item.Problem(FileRules.Contradiction, "level", $"'level' is {level} after {levels[^1].Level}: expected each level once, lowest first");
            places.Add($"{competence}.level.{level}", item, "does");
            levels.Add(new(level, item.Text("does")));
        }
        return levels;
    }

    [GeneratedRegex("^[a-z][a-z0-9-]{0,19}$", RegexOptions.CultureInvariant)]
    private static partial Regex FrameworkCode();

    [GeneratedRegex("^[A-Z]{3}$", RegexOptions.CultureInvariant)]
    private static partial Regex AreaCode();

    [GeneratedRegex("^[A-Z]{3}-[1-9][0-9]?$", RegexOptions.CultureInvariant)]
    private static partial Regex CompetenceCode();
}
