using System.Globalization;
using System.Text.RegularExpressions;
using Underpin.Leadership.Catalogue;
using Underpin.Leadership.Structure;
using Underpin.Platform.Content;
using Underpin.Platform.Content.Lint;
using Underpin.Platform.Values;
using Underpin.Platform;

namespace Underpin.Leadership.Files;

/// <summary>Reads one structure from a YAML file, telling everything that is wrong at once.</summary>
internal static partial class StructureReader
{
    /// <summary>Reads a structure file of at most 1 MiB.</summary>
    /// <param name="path">The file.</param>
    /// <param name="content">The catalogue and thresholds that codes of the file refer to.</param>
    /// <returns>The structure, or null and every problem with its line.</returns>
    public static (SchoolStructure? Structure, IReadOnlyList<ContentProblem> Problems) Read(string path, LeadershipContent content)
    {
        var file = Path.GetFileName(path);
        var problems = new ContentProblems();
        if (ContentYaml.Read(path, file, problems) is not { } top)
            return (null, problems.InOrder());
        var structure = Read(new ContentMapReader(file, top, StructureShapes.File, problems), content);
        StructureChecks.Check(structure, new(file, file, file, file, file, file), content, problems);
        var found = problems.InOrder();
        return (found.Count > 0 ? null : structure, found);
    }

    private static SchoolStructure Read(ContentMapReader map, LeadershipContent content)
    {
        var people = map.Maps("people", StructureShapes.Person).Select(ReadPerson).ToList();
        var posts = map.Maps("posts", StructureShapes.Post).Select(item => (Post: ReadPost(item), Item: item)).ToList();
        return new()
        {
            Title = map.Text("title"),
            About = map.Text("about"),
            Date = map.Has("date") ? Day(map, "date") : null,
            OnCostsPercent = OptionalNumber(map, "on-costs", 200),
            PayPoints = ReadPayPoints(map),
            Schools = [.. map.Maps("schools", StructureShapes.School).Select(ReadSchool)],
            People = people,
            Posts = [.. posts.Select(pair => pair.Post)],
            Holdings = [.. posts.SelectMany(pair => ReadHoldings(pair.Item, pair.Post.Code))],
            Meetings = [.. map.Maps("meetings", StructureShapes.Meeting).Select(ReadMeeting)],
            Assignments = [.. map.Maps("responsibilities", StructureShapes.Responsibility).SelectMany(ReadAssignments)],
            OwnDuties = [.. map.Maps("own-duties", StructureShapes.OwnDuty).Select(ReadOwnDuty)],
            NotOurs = ReadOnce(map.Maps("not-ours", StructureShapes.NotOurs), "duty", item => ReadNotOurs(item, content)),
            Thresholds = ReadOnce(map.Maps("thresholds", StructureShapes.Threshold), "code", item => ReadThreshold(item, content)),
        };
    }

    private static Dictionary<string, decimal> ReadPayPoints(ContentMapReader map) =>
        ReadOnce(map.Maps("pay-points", StructureShapes.PayPoint), "point", item => OptionalNumber(item, "annual", 1_000_000) ?? 0);

    private static School ReadSchool(ContentMapReader item)
    {
        foreach (var kind in item.Texts("kind").Where(kind => !CatalogueReader.Traits.Contains(kind.Text)))
            item.ProblemAt(FileRules.UnknownReference, kind.Line, $"'{kind.Text}' is no kind of school: expected {string.Join(", ", CatalogueReader.Traits)}");
        return new(Code(item), item.Text("name"), Codes(item, "kind"))
        {
            Staff = item.OptionalInteger("staff", 1, 100_000),
            StaffCost = OptionalNumber(item, "staff-cost", 999_999_999),
            Line = item.Line,
        };
    }

    private static Person ReadPerson(ContentMapReader item)
    {
        var name = item.Text("name");
        if (name != "" && !PersonName.TryParse(name, out _, out var problem))
            item.Problem("name", problem);
        return new(Code(item), name, Codes(item, "knows"), Codes(item, "holds")) { Line = item.Line };
    }

    private static Post ReadPost(ContentMapReader item)
    {
        var lines = new List<ReportingLine>();
        if (item.Has("reports-to"))
            lines.Add(new(item.Text("reports-to"), item.Has("side") ? SideOf(item, "side") : Side.Both));
        if (item.Has("also-reports-to"))
            lines.Add(new(item.Text("also-reports-to"), item.Has("also-side") ? SideOf(item, "also-side") : Side.Both));
        if (item.Has("school") && item.Has("schools"))
            item.Problem(FileRules.Contradiction, "schools", "'school' and 'schools' are both given: expected one of them");
        if (item.Has("salary") && item.Has("point"))
            item.Problem(FileRules.Contradiction, "point", "'salary' and 'point' are both given: expected one of them");
        var fte = item.Has("fte") ? ThresholdReader.Number(item, "fte") : 1;
        if (item.IsSound("fte") && fte is <= 0 or > 1)
            item.Problem("fte", $"'fte' is {fte.ToString(CultureInfo.InvariantCulture)}: expected more than 0 and at most 1");
        return new(Code(item), item.Text("title"), Enum.Parse<Tier>(item.OneOf("tier", "core", "wider", "middle", "other"), ignoreCase: true))
        {
            Schools = item.Has("school") ? [item.Text("school")] : Codes(item, "schools"),
            IsHead = item.Flag("head"),
            ReportsTo = lines,
            Salary = OptionalNumber(item, "salary", 1_000_000),
            PayPoint = item.Has("point") ? item.Text("point") : null,
            OnCostsPercent = OptionalNumber(item, "on-costs", 200),
            Fte = fte,
            SpendLimit = OptionalNumber(item, "spends", 100_000_000),
            Line = item.Line,
        };
    }

    private static IEnumerable<Holding> ReadHoldings(ContentMapReader item, string post) =>
    [
        .. item.Texts("held-by").Select(person => new Holding(post, person.Text, Period.Always) { Line = person.Line }),
        .. item.Maps("holders", StructureShapes.Holder).Select(holder => new Holding(post, holder.Text("person"), ReadPeriod(holder)) { Line = holder.Line }),
    ];

    private static Meeting ReadMeeting(ContentMapReader item) => new(Code(item), item.Text("name"))
    {
        School = item.Has("school") ? item.Text("school") : null,
        Members = Codes(item, "members"),
        Remit = Codes(item, "remit"),
        BudgetLimit = OptionalNumber(item, "budget", 100_000_000),
        DecidesPolicy = item.Flag("policy"),
        DecidesStaffing = item.Flag("staffing"),
        HoursAYear = OptionalNumber(item, "hours-a-year", 2_000),
        Line = item.Line,
    };

    private static IEnumerable<Assignment> ReadAssignments(ContentMapReader item)
    {
        var (duty, school, period) = (item.Text("duty"), item.Has("school") ? item.Text("school") : null, ReadPeriod(item));
        var parts = new List<Assignment>();
        if (item.Has("accountable"))
            parts.Add(new(duty, school, Part.Accountable, item.Text("accountable"), period) { Line = item.LineOf("accountable") });
        foreach (var (key, part) in ((string, Part)[])[("responsible", Part.Responsible), ("consulted", Part.Consulted), ("informed", Part.Informed), ("cover", Part.Cover)])
            parts.AddRange(item.Texts(key).Select(holder => new Assignment(duty, school, part, holder.Text, period) { Line = holder.Line }));
        if (parts.Count == 0)
            item.Problem("duty", $"Nobody has a part in {duty} here: expected accountable, responsible, consulted, informed or cover");
        return parts;
    }

    private static Responsibility ReadOwnDuty(ContentMapReader item)
    {
        var code = item.Matching("code", OwnCode(), "the group's code, a hyphen and a number from 90, such as ITS-90");
        return new()
        {
            Code = code,
            Title = item.Text("title"),
            About = item.Text("about"),
            Group = code.Length >= 3 ? code[..3] : "",
            Weight = item.Integer("weight", 1, 5),
            IsSpecialist = item.Flag("specialist"),
            Line = item.Line,
        };
    }

    private static string ReadNotOurs(ContentMapReader item, LeadershipContent content)
    {
        if (item.Text("duty") is { Length: > 0 } code && content.Catalogue.Find(code) is null)
            item.Problem(FileRules.UnknownReference, "duty", $"There is no duty '{code}' in the catalogue: expected the code of one, such as BUS-09");
        return item.Text("reason");
    }

    private static decimal ReadThreshold(ContentMapReader item, LeadershipContent content)
    {
        var (code, value) = (item.Text("code"), ThresholdReader.Number(item, "value"));
        if (content.Thresholds.FirstOrDefault(one => one.Code == code) is not { } known)
        {
            if (code != "")
                item.Problem(FileRules.UnknownReference, "code", $"There is no threshold '{code}': expected {string.Join(", ", content.Thresholds.Select(one => one.Code))}");
        }
        else if (item.IsSound("value") && !known.Allows(value))
            item.Problem("value", known.Complaint(value));
        return value;
    }

    private static Dictionary<string, T> ReadOnce<T>(IReadOnlyList<ContentMapReader> items, string key, Func<ContentMapReader, T> read)
    {
        var found = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            var (code, value) = (item.Text(key), read(item));
            if (code != "" && !found.TryAdd(code, value))
                item.Problem(FileRules.GivenTwice, key, $"{code} is given a second time: expected it once");
        }
        return found;
    }

    private static Period ReadPeriod(ContentMapReader item)
    {
        var period = new Period(item.Has("from") ? Day(item, "from") : null, item.Has("until") ? Day(item, "until") : null);
        if (!period.IsReversed)
            return period;
        item.Problem(FileRules.Contradiction, "until", $"It ends on {period.Until!.Value.InWords()}, before it begins on {period.From!.Value.InWords()}: expected the dates the other way round");
        return Period.Always;
    }

    private static DateOnly? Day(ContentMapReader item, string key)
    {
        var text = item.Text(key);
        if (StructureText.TryReadDay(text, out var day))
            return day;
        if (text != "")
            item.Problem(key, $"'{key}' is '{text}': expected {StructureText.DayExpected}");
        return null;
    }

    private static Side SideOf(ContentMapReader item, string key) => Enum.Parse<Side>(item.OneOf(key, "curriculum", "business", "both"), ignoreCase: true);

    private static decimal? OptionalNumber(ContentMapReader item, string key, decimal highest)
    {
        if (!item.Has(key))
            return null;
        var number = ThresholdReader.Number(item, key);
        if (number <= highest)
            return number;
        item.Problem(key, string.Create(CultureInfo.InvariantCulture, $"'{key}' is {number}: expected at most {highest}"));
        return null;
    }

    private static string Code(ContentMapReader item) => item.Matching("code", StructureText.CodePattern(), StructureText.CodeExpected);

    private static IReadOnlyList<string> Codes(ContentMapReader item, string key)
    {
        var texts = item.Texts(key);
        item.RefuseRepeats(key, texts);
        return [.. texts.Select(text => text.Text).Distinct(StringComparer.Ordinal)];
    }

    [GeneratedRegex("^[A-Z]{3}-9[0-9]$", RegexOptions.CultureInvariant)]
    private static partial Regex OwnCode();
}
