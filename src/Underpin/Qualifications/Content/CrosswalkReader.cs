using System.Text.RegularExpressions;
using Underpin.Platform.Content;
using Underpin.Platform.Content.Lint;
using Underpin.Qualifications.Crosswalks;

namespace Underpin.Qualifications.Content;

/// <summary>A crosswalk read from its file, with what other files have to be asked about.</summary>
internal sealed record CrosswalkDraft(CrosswalkContent Crosswalk, ContentMapReader Map, IReadOnlyList<LocatedText> To);

/// <summary>Reads content/crosswalks/CODE.yaml.</summary>
internal static partial class CrosswalkReader
{
    private const string CodeExpected = "lower-case words with hyphens, such as sfia-9";

    public static ContentShape CrosswalkShape { get; } = new(
        "a crosswalk",
        new("code", CodeExpected),
        new("title", "the outside body or scheme"),
        new("kind", "vendor, apprenticeship, skills, standard, leadership or qualification"),
        new("about", "what it is and how to read this crosswalk"),
        new("sources", "where facts come from", Required: false),
        new("items", "the outside certificates, standards or skills"),
        Allowance.Key);

    public static ContentShape ItemShape { get; } = new(
        "an item of a crosswalk",
        new("reference", "the outside code, as its body writes it"),
        new("title", "its title"),
        new("level", "its level, as its body states it", Required: false),
        new("status", "current, closing, superseded, retired or unconfirmed"),
        new("status-note", "dates and replacements, in words", Required: false),
        new("confidence", "seen, recalled, derived or computed"),
        new("checked", "the date on which it was last looked at"),
        new("source", "where it was read"),
        new("maps", "what of ours it covers"));

    public static ContentShape MapShape { get; } = new(
        "a map to something of ours",
        new("to", "the code of a unit, competence or qualification"),
        new("extent", "full, most or part"),
        new("reason", "what is covered and what is missing, in one sentence"));

    public static CrosswalkDraft Read(ContentMapReader map, DateOnly today)
    {
        var code = map.Matching("code", CrosswalkCode(), CodeExpected);
        if (code != "" && Path.GetFileNameWithoutExtension(map.File) != code)
            map.Problem(FileRules.Contradiction, "code", $"'code' is {code}, but the file is {map.File}: expected crosswalks/{code}.yaml");
        var to = new List<LocatedText>();
        var items = map.Maps("items", ItemShape).Select(item => ReadItem(item, to, today)).ToList();
        foreach (var repeated in items.Where(item => item.Reference != "").GroupBy(item => (item.Reference, item.Title)).Where(same => same.Count() > 1))
            map.Problem(FileRules.GivenTwice, "items", $"{repeated.Key.Reference} {repeated.Key.Title} is given more than once: expected it once");
        var crosswalk = new CrosswalkContent
        {
            Code = code,
            Title = map.Text("title"),
            Kind = Enum.Parse<CrosswalkKind>(map.OneOf("kind", "vendor", "apprenticeship", "skills", "standard", "leadership", "qualification"), ignoreCase: true),
            About = map.Text("about"),
            Items = items,
            Sources = SourceContent.ReadAll(map, today),
        };
        return new(crosswalk, map, to);
    }

    private static CrosswalkItemContent ReadItem(ContentMapReader item, List<LocatedText> to, DateOnly today)
    {
        var maps = item.Maps("maps", MapShape).Select(map =>
        {
            var code = map.Text("to");
            to.Add(new(code, map.LineOf("to")));
            return new CrosswalkMapContent(code, Enum.Parse<Extent>(map.OneOf("extent", "full", "most", "part"), ignoreCase: true), map.Text("reason")) { Line = map.Line };
        }).ToList();
        item.RefuseRepeats("maps", [.. maps.Select(map => new LocatedText(map.To, item.LineOf("maps")))]);
        return new()
        {
            Reference = item.Text("reference"),
            Title = item.Text("title"),
            Level = item.Has("level") ? item.Text("level") : null,
            Status = Enum.Parse<OutsideStatus>(item.OneOf("status", "current", "closing", "superseded", "retired", "unconfirmed"), ignoreCase: true),
            StatusNote = item.Has("status-note") ? item.Text("status-note") : null,
            Confidence = Enum.Parse<Confidence>(item.OneOf("confidence", "seen", "recalled", "derived", "computed"), ignoreCase: true),
            Checked = item.Date("checked", today),
            Source = item.Text("source"),
            Maps = maps,
            Line = item.Line,
        };
    }

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+){0,6}$", RegexOptions.CultureInvariant)]
    private static partial Regex CrosswalkCode();
}
