using System.Globalization;
using Underpin.Leadership.Catalogue;
using Underpin.Leadership.Structure;
using Underpin.Platform.Content;
using Underpin.Platform.Content.Lint;
using Underpin.Platform.Values;
using Underpin.Platform;

namespace Underpin.Leadership.Files;

/// <summary>Reads a structure from the tables that docs/guide/leadership.md describes. O(size of the tables).</summary>
internal sealed class StructureCsv
{
    public static IReadOnlyList<(string Name, bool Required)> PeopleColumns { get; } = [("name", true), ("code", false), ("knows", false), ("holds", false)];

    public static IReadOnlyList<(string Name, bool Required)> PostColumns { get; } =
    [
        ("title", true), ("tier", true), ("code", false), ("school", false), ("head", false), ("person", false), ("from", false), ("until", false), ("reports_to", false),
        ("side", false), ("also_reports_to", false), ("also_side", false), ("salary", false), ("on_costs", false), ("fte", false), ("spends", false),
    ];

    public static IReadOnlyList<(string Name, bool Required)> ResponsibilityColumns { get; } =
    [
        ("duty", true), ("school", false), ("accountable", false), ("responsible", false), ("consulted", false), ("informed", false), ("cover", false), ("from", false), ("until", false),
    ];

    public static IReadOnlyList<(string Name, bool Required)> MeetingColumns { get; } =
    [
        ("name", true), ("members", true), ("code", false), ("school", false), ("remit", false), ("budget", false), ("policy", false), ("staffing", false), ("hours_a_year", false),
    ];

    private readonly IReadOnlyList<School> _schools;
    private readonly LeadershipContent _content;
    private readonly ContentProblems _problems = new();
    private readonly NameIndex _people = new();
    private readonly NameIndex _posts = new();
    private readonly NameIndex _meetings = new();

    private StructureCsv(IReadOnlyList<School> schools, LeadershipContent content) => (_schools, _content) = (schools, content);

    /// <summary>Reads the tables of one school or trust.</summary>
    /// <param name="title">What to call the structure.</param>
    /// <param name="schools">The schools that rows may name; with one, rows need not name it.</param>
    public static StructureImport Read(string title, IReadOnlyList<School> schools, CsvFiles files, LeadershipContent content)
    {
        var reader = new StructureCsv(schools, content);
        return StructureImport.Of(reader.Read(title, files), reader._problems, []);
    }

    private SchoolStructure Read(string title, CsvFiles files)
    {
        var names = StructureFiles.Csv;
        var peopleRows = CsvTable.Read(files.People, names.People, PeopleColumns, _problems);
        var postRows = CsvTable.Read(files.Posts, names.Posts, PostColumns, _problems);
        _posts.Reserve(peopleRows.Select(row => row["code"]));
        var people = peopleRows.Select(ReadPerson).ToList();
        _posts.Reserve(people.Select(one => one.Code));
        var posts = postRows.Select(row => (Row: row, Code: _posts.Add(row["code"], row["title"]))).ToList();
        var structure = new SchoolStructure
        {
            Title = title,
            Schools = _schools,
            People = people,
            Posts = [.. posts.Select(pair => ReadPost(pair.Row, pair.Code))],
            Holdings = [.. posts.SelectMany(pair => ReadHoldings(pair.Row, pair.Code))],
            Meetings = files.Meetings is { } meetings ? [.. CsvTable.Read(meetings, names.Meetings, MeetingColumns, _problems).Select(ReadMeeting)] : [],
            Assignments = files.Responsibilities is { } duties ? [.. CsvTable.Read(duties, names.Responsibilities, ResponsibilityColumns, _problems).SelectMany(ReadAssignments)] : [],
        };
        StructureChecks.Check(structure, names, _content, _problems);
        return structure;
    }

    private Person ReadPerson(CsvRow row)
    {
        var name = row["name"];
        if (!PersonName.TryParse(name, out var parsed, out var problem))
            Problem(StructureFiles.Csv.People, row, problem);
        CheckCode(StructureFiles.Csv.People, row);
        return new(_people.Add(row["code"], name), parsed.ToString() is { Length: > 0 } clean ? clean : name, row.Several("knows"), row.Several("holds")) { Line = row.Number };
    }

    private Post ReadPost(CsvRow row, string code)
    {
        var file = StructureFiles.Csv.Posts;
        CheckCode(file, row);
        if (row["title"] == "")
            Problem(file, row, "The title is empty: expected what the post is called");
        if (row["title"].Length > 120)
            Problem(file, row, $"The title has {row["title"].Length} characters: expected at most 120");
        var lines = new List<ReportingLine>();
        foreach (var (column, sideColumn) in ((string, string)[])[("reports_to", "side"), ("also_reports_to", "also_side")])
            if (Reference(file, row, column, row[column], _posts, "post") is { } manager)
                lines.Add(new(manager, row[sideColumn] == "" ? Side.Both : Word(file, row, sideColumn, Side.Both)));
        var fte = row["fte"] == "" ? 1 : Number(file, row, "fte", 1) ?? 1;
        if (fte == 0)
            Problem(file, row, "'fte' is 0: expected more than 0 and at most 1");
        return new(code, row["title"], ReadTier(file, row))
        {
            Schools = SchoolOf(file, row, row.Several("school")),
            IsHead = YesOrNo(file, row, "head"),
            ReportsTo = lines,
            Salary = Number(file, row, "salary", 1_000_000),
            OnCostsPercent = Number(file, row, "on_costs", 200),
            Fte = fte,
            SpendLimit = Number(file, row, "spends", 100_000_000),
            Line = row.Number,
        };
    }

    private Tier ReadTier(string file, CsvRow row)
    {
        if (row["tier"] != "")
            return Word(file, row, "tier", Tier.Other);
        Problem(file, row, $"{row["title"]} stands in no tier: expected core, wider, middle or other");
        return Tier.Other;
    }

    private IEnumerable<Holding> ReadHoldings(CsvRow row, string post)
    {
        var period = ReadPeriod(StructureFiles.Csv.Posts, row);
        foreach (var name in row.Several("person").Where(name => !name.Equals("vacant", StringComparison.OrdinalIgnoreCase)))
            if (Reference(StructureFiles.Csv.Posts, row, "person", name, _people, "person") is { } person)
                yield return new(post, person, period) { Line = row.Number };
    }

    private Meeting ReadMeeting(CsvRow row)
    {
        var file = StructureFiles.Csv.Meetings;
        if (row["name"] == "")
            Problem(file, row, "The name is empty: expected what the meeting is called");
        return new(_meetings.Add(row["code"], row["name"]), row["name"])
        {
            School = SchoolOf(file, row, row["school"] is { Length: > 0 } school ? [school] : []).FirstOrDefault(),
            Members = [.. row.Several("members").Select(name => Holder(file, row, "members", name)).OfType<string>()],
            Remit = row.Several("remit"),
            BudgetLimit = Number(file, row, "budget", 100_000_000),
            DecidesPolicy = YesOrNo(file, row, "policy"),
            DecidesStaffing = YesOrNo(file, row, "staffing"),
            HoursAYear = Number(file, row, "hours_a_year", 2_000),
            Line = row.Number,
        };
    }

    private IEnumerable<Assignment> ReadAssignments(CsvRow row)
    {
        var file = StructureFiles.Csv.Responsibilities;
        var (period, school) = (ReadPeriod(file, row), SchoolOf(file, row, row["school"] is { Length: > 0 } named ? [named] : []).FirstOrDefault());
        if (row["duty"] == "")
            Problem(file, row, "The duty is empty: expected the code of one, such as ITS-01");
        if (row.Several("accountable").Count > 1)
            Problem(file, row, $"{row["duty"]} has {row.Several("accountable").Count} accountable in one row: expected one, for only one can answer for it");
        foreach (var part in Enum.GetValues<Part>())
        {
            var column = part.ToString().ToLowerInvariant();
            foreach (var name in row.Several(column))
                if (Holder(file, row, column, name) is { } holder)
                    yield return new(row["duty"], school, part, holder, period) { Line = row.Number };
        }
    }

    /// <summary>The schools of a row: those it names, or the only one there is.</summary>
    private IReadOnlyList<string> SchoolOf(string file, CsvRow row, IReadOnlyList<string> named)
    {
        if (named.Count == 0)
            return _schools.Count == 1 ? [_schools[0].Code] : [];
        var found = new List<string>();
        foreach (var name in named)
            if (_schools.FirstOrDefault(school => school.Code == name || school.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } school)
                found.Add(school.Code);
            else
                _problems.Add(file, row.Number, FileRules.UnknownReference, $"There is no school '{name}': expected {string.Join(", ", _schools.Select(one => one.Name).Take(8))}");
        return found;
    }

    private string? Holder(string file, CsvRow row, string column, string name) =>
        _people.Find(name) is null && !_people.IsAmbiguous(name) && (_posts.Find(name) is not null || _posts.IsAmbiguous(name))
            ? Reference(file, row, column, name, _posts, "post")
            : Reference(file, row, column, name, _people, "person or post");

    private string? Reference(string file, CsvRow row, string column, string name, NameIndex index, string what)
    {
        if (name == "")
            return null;
        if (index.IsAmbiguous(name))
            _problems.Add(file, row.Number, FileRules.UnknownReference, $"'{name}' under '{column}' is the name of more than one {what}: give each a code, and the code here");
        else if (index.Find(name) is { } code)
            return code;
        else
            _problems.Add(file, row.Number, FileRules.UnknownReference, $"There is no {what} '{name}', who stands under '{column}': expected a name or code of the other table");
        return null;
    }

    private void CheckCode(string file, CsvRow row)
    {
        if (row["code"] != "" && !StructureText.CodePattern().IsMatch(row["code"]))
            Problem(file, row, $"The code is '{row["code"]}': expected {StructureText.CodeExpected}");
    }

    private Period ReadPeriod(string file, CsvRow row)
    {
        var period = new Period(ReadDay(file, row, "from"), ReadDay(file, row, "until"));
        if (!period.IsReversed)
            return period;
        _problems.Add(file, row.Number, FileRules.Contradiction, $"It ends on {period.Until!.Value.InWords()}, before it begins on {period.From!.Value.InWords()}: expected the dates the other way round");
        return Period.Always;
    }

    private DateOnly? ReadDay(string file, CsvRow row, string column)
    {
        if (row[column] == "")
            return null;
        if (StructureText.TryReadDay(row[column], out var day))
            return day;
        Problem(file, row, $"'{column}' is '{row[column]}': expected {StructureText.DayExpected}, or 1/9/2026");
        return null;
    }

    private decimal? Number(string file, CsvRow row, string column, decimal highest)
    {
        if (row[column] == "")
            return null;
        var text = row[column].Replace("£", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal).Replace("%", "", StringComparison.Ordinal).Trim();
        if (text.Length <= 12 && decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number <= highest)
            return number;
        Problem(file, row, string.Create(CultureInfo.InvariantCulture, $"'{column}' is '{row[column]}': expected a number of at most {highest:0}"));
        return null;
    }

    private bool YesOrNo(string file, CsvRow row, string column)
    {
        if (row[column].ToLowerInvariant() is "yes" or "true" or "y")
            return true;
        if (row[column].ToLowerInvariant() is not ("" or "no" or "false" or "n"))
            Problem(file, row, $"'{column}' is '{row[column]}': expected yes or no");
        return false;
    }

    private T Word<T>(string file, CsvRow row, string column, T standIn)
        where T : struct, Enum
    {
        if (Enum.GetNames<T>().FirstOrDefault(name => name.Equals(row[column], StringComparison.OrdinalIgnoreCase)) is { } known)
            return Enum.Parse<T>(known);
        Problem(file, row, $"'{column}' is '{row[column]}': expected {string.Join(", ", Enum.GetNames<T>().Select(name => name.ToLowerInvariant()))}");
        return standIn;
    }

    private void Problem(string file, CsvRow row, string message) => _problems.Add(file, row.Number, FileRules.Shape, message);
}
