using System.Text.RegularExpressions;
using Underpin.Platform.Content;
using Underpin.Platform.Content.Lint;

namespace Underpin.Leadership.Catalogue;

/// <summary>Reads content/leadership/responsibilities.yaml.</summary>
internal static partial class CatalogueReader
{
    public const string File = "leadership/responsibilities.yaml";

    public static readonly string[] Traits = ["primary", "secondary", "sixth-form", "trust"];

    public static ContentShape FileShape { get; } = new(
        "the catalogue of responsibilities",
        new("code", "responsibilities"),
        new("version", "the year, a full stop and a number, such as 2026.1"),
        new("title", "what the catalogue is"),
        new("summary", "what it holds and how to read it"),
        new("groups", "the groups of duties"),
        new("qualifications", "what holders of some duties must hold", Required: false),
        new("responsibilities", "the duties"),
        new("separate", "duties that one person may not answer for at once", Required: false),
        Allowance.Key);

    public static ContentShape GroupShape { get; } = new(
        "a group of duties",
        new("code", "three capital letters, such as ITS"),
        new("title", "its name"),
        new("about", "what it holds"));

    public static ContentShape QualificationShape { get; } = new(
        "a qualification",
        new("code", "lower-case words with hyphens"),
        new("title", "its name"),
        new("means", "what counts as holding it"),
        new("sources", "where that comes from", Required: false));

    public static ContentShape ResponsibilityShape { get; } = new(
        "a responsibility",
        new("code", "the group's code, a hyphen and two digits, such as ITS-01"),
        new("title", "its name"),
        new("about", "what whoever holds it does"),
        new("without", "what goes wrong when nobody is accountable"),
        new("weight", "a whole number from 1 to 5"),
        new("statutory", "true where a law, or guidance that schools must follow, asks for it", Required: false),
        new("for", "the kinds of school that have it", Required: false),
        new("specialist", "true where it takes knowledge that a general leader does not have", Required: false),
        new("head-only", "true where only the head may be accountable", Required: false),
        new("advises", "true where whoever holds it advises or checks, and should not decide", Required: false),
        new("it-lead", "true for the duty that makes somebody the IT lead", Required: false),
        new("needs", "codes of qualifications", Required: false),
        new("stays", "why it must not be passed round", Required: false),
        new("sources", "where facts come from", Required: false));

    public static ContentShape SeparationShape { get; } = new(
        "a pair of duties to keep apart",
        new("one", "the code of a duty"),
        new("other", "the code of another duty"),
        new("reason", "why"),
        new("sources", "where that comes from", Required: false));

    /// <summary>The catalogue; with problems in <paramref name="map"/>'s file it may have harmless values in it and must not be used.</summary>
    public static ResponsibilityCatalogue Read(ContentMapReader map, DateOnly today)
    {
        map.OneOf("code", "responsibilities");
        map.Text("title");
        map.Text("summary");
        var version = map.Matching("version", Version(), "the year, a full stop and a number, such as 2026.1");
        var groups = Once(map.Maps("groups", GroupShape), "group", GroupCode(), "three capital letters, such as ITS", (item, code) => new DutyGroup(code, item.Text("title"), item.Text("about")), one => one.Code);
        var qualifications = Once(map.Maps("qualifications", QualificationShape), "qualification", Word(), "lower-case words with hyphens",
            (item, code) => new Qualification(code, item.Text("title"), item.Text("means"), SourceContent.ReadAll(item, today)), one => one.Code);
        var responsibilities = Once(map.Maps("responsibilities", ResponsibilityShape), "duty", DutyCode(), "the group's code, a hyphen and two digits, such as ITS-01",
            (item, code) => ReadOne(item, code, groups, qualifications, today), one => one.Code);
        return new(version, groups, qualifications, responsibilities, ReadSeparations(map, responsibilities, today));
    }

    private static Responsibility ReadOne(ContentMapReader item, string code, List<DutyGroup> groups, List<Qualification> qualifications, DateOnly today)
    {
        var group = code.Length >= 3 ? code[..3] : "";
        if (group != "" && groups.TrueForAll(one => one.Code != group))
            item.Problem(FileRules.UnknownReference, "code", $"{code} begins with {group}, which is no group: expected {string.Join(", ", groups.Select(one => one.Code))}");
        foreach (var trait in item.Texts("for").Where(trait => !Traits.Contains(trait.Text)))
            item.ProblemAt(FileRules.UnknownReference, trait.Line, $"'{trait.Text}' is no kind of school: expected {string.Join(", ", Traits)}");
        foreach (var need in item.Texts("needs").Where(need => qualifications.TrueForAll(one => one.Code != need.Text)))
            item.ProblemAt(FileRules.UnknownReference, need.Line, $"'{need.Text}' is no qualification of this file: expected {string.Join(", ", qualifications.Select(one => one.Code))}");
        var sources = SourceContent.ReadAll(item, today);
        var statutory = item.Flag("statutory");
        if (statutory && sources.Count == 0)
            item.Problem(SourceRules.Missing, "statutory", $"{code} is called statutory without a source: expected one under 'sources'");
        return new()
        {
            Code = code,
            Title = item.Text("title"),
            About = item.Text("about"),
            Without = item.Text("without"),
            Group = group,
            Weight = item.Integer("weight", 1, 5),
            IsStatutory = statutory,
            For = [.. item.Texts("for").Select(text => text.Text)],
            IsSpecialist = item.Flag("specialist"),
            IsHeadOnly = item.Flag("head-only"),
            IsAdvisory = item.Flag("advises"),
            IsItLead = item.Flag("it-lead"),
            Needs = [.. item.Texts("needs").Select(text => text.Text)],
            Stays = item.Text("stays"),
            Sources = sources,
            Line = item.Line,
        };
    }

    private static List<Separation> ReadSeparations(ContentMapReader map, List<Responsibility> responsibilities, DateOnly today)
    {
        var known = responsibilities.Select(one => one.Code).ToHashSet(StringComparer.Ordinal);
        var separations = new List<Separation>();
        foreach (var item in map.Maps("separate", SeparationShape))
        {
            var (one, other) = (item.Text("one"), item.Text("other"));
            foreach (var key in (string[])["one", "other"])
                if (item.Text(key) is { Length: > 0 } code && !known.Contains(code))
                    item.Problem(FileRules.UnknownReference, key, $"'{code}' is no duty of this file: expected the code of one");
            if (one != "" && one == other)
                item.Problem(FileRules.Contradiction, "other", $"{one} cannot be kept apart from itself: expected two duties");
            separations.Add(new(one, other, item.Text("reason"), SourceContent.ReadAll(item, today)));
        }
        return separations;
    }

    private static List<T> Once<T>(IReadOnlyList<ContentMapReader> items, string what, Regex pattern, string expected, Func<ContentMapReader, string, T> read, Func<T, string> codeOf)
    {
        var found = new List<T>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            var one = read(item, item.Matching("code", pattern, expected));
            if (codeOf(one) is not { Length: > 0 } code)
                continue;
            if (lines.TryAdd(code, item.LineOf("code")))
                found.Add(one);
            else
                item.Problem(FileRules.GivenTwice, "code", $"The {what} {code} is given a second time (first on line {lines[code]}): expected a code of its own");
        }
        return found;
    }

    [GeneratedRegex(@"^20\d\d\.\d{1,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex Version();

    [GeneratedRegex("^[A-Z]{3}$", RegexOptions.CultureInvariant)]
    private static partial Regex GroupCode();

    [GeneratedRegex("^[A-Z]{3}-[0-9]{2}$", RegexOptions.CultureInvariant)]
    private static partial Regex DutyCode();

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+){0,6}$", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
