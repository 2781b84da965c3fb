using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Underpin.Tests.Framework.Exchange;

/// <summary>
/// Reads a competency framework as Moodle's importer does, by the rules of its columns: one framework row, every competency with an id number and a
/// short name of no more than a hundred characters, rows in any order, the tree built from parent id numbers.
/// </summary>
internal sealed record MoodleFile(MoodleFile.Row Framework, IReadOnlyDictionary<string, MoodleFile.Row> Competencies)
{
    const int LongestName = 100;

    static readonly string[] Taxonomies = ["behaviour", "competency", "concept", "domain", "indicator", "level", "outcome", "practice", "proficiency", "skill", "value"];

    static readonly string[] Columns =
    [
        "Parent id number", "Id number", "Shortname", "Description", "Description format", "Scale values", "Scale configuration", "Rule type (optional)", "Rule outcome (optional)",
        "Rule config (optional)", "Cross referenced competency id numbers", "Exported id (optional)", "Is framework", "Taxonomy",
    ];

    public sealed record Row(string Parent, string Id, string Name, string Description, IReadOnlyList<string> Scale, IReadOnlyList<string> Related, string ExportedId, IReadOnlyList<string> Taxonomy)
    {
        public List<Row> Children { get; } = [];
    }

    /// <exception cref="FormatException">Moodle would not take it; says why.</exception>
    public static MoodleFile Read(string text)
    {
        var lines = Lines(text);
        if (lines.Count == 0 || !lines[0].SequenceEqual(Columns)) throw new FormatException("The columns are not the importer's.");
        Row? framework = null;
        var competencies = new Dictionary<string, Row>();
        foreach (var cells in lines.Skip(1))
        {
            if (cells.Count != Columns.Length) throw new FormatException($"A row has {cells.Count} cells.");
            var row = RowOf(cells);
            if (cells[12] == "1")
            {
                if (framework is not null) throw new FormatException("There are two frameworks.");
                if (row.Parent.Length > 0) throw new FormatException("The framework stands under something.");
                if (row.Scale.Count < 2) throw new FormatException("The framework has no scale.");
                if (row.Taxonomy.Count != 4 || row.Taxonomy.Except(Taxonomies).Any()) throw new FormatException("The taxonomy is not four known words.");
                framework = row;
            }
            else if (!competencies.TryAdd(row.Id, row))
            {
                throw new FormatException($"The id number {row.Id} is given twice.");
            }
        }

        foreach (var row in competencies.Values.Where(r => r.Parent.Length > 0))
            (competencies.GetValueOrDefault(row.Parent) ?? throw new FormatException($"{row.Id} stands under {row.Parent}, which is not there.")).Children.Add(row);
        if (competencies.Values.SelectMany(r => r.Related).FirstOrDefault(r => !competencies.ContainsKey(r)) is { } missing) throw new FormatException($"{missing} is referred to and is not there.");
        return new(framework ?? throw new FormatException("There is no framework."), competencies);
    }

    static Row RowOf(IReadOnlyList<string> cells)
    {
        if (cells[1].Length == 0 || cells[2].Length == 0) throw new FormatException("An id number or a short name is missing.");
        if (cells[1].Length > LongestName || cells[2].Length > LongestName) throw new FormatException($"{cells[1]} would be cut at {LongestName} characters.");
        if (!int.TryParse(cells[4], NumberStyles.None, CultureInfo.InvariantCulture, out var format) || format is < 0 or > 4) throw new FormatException("The description has no format.");
        IReadOnlyList<string> scale = cells[5].Length == 0 ? [] : cells[5].Split(',');
        if (scale.Count > 0) CheckConfiguration(cells[6], scale.Count);
        if (cells[7].Length > 0) throw new FormatException($"Moodle may not have the rule {cells[7]}.");
        if (cells[8].Length > 0 && !int.TryParse(cells[8], NumberStyles.None, CultureInfo.InvariantCulture, out _)) throw new FormatException("The rule's outcome is no number.");
        IReadOnlyList<string> related = [.. cells[10].Split(',', StringSplitOptions.RemoveEmptyEntries).Select(r => r.Replace("%2C", ",", StringComparison.Ordinal))];
        return new(cells[0], cells[1], cells[2], cells[3], scale, related, cells[11], cells[13].Split(',', StringSplitOptions.RemoveEmptyEntries));
    }

    // The first element names the scale; each later one a value of it, counted from 1.
    static void CheckConfiguration(string json, int values)
    {
        var configuration = JsonDocument.Parse(json).RootElement.EnumerateArray().ToList();
        if (!configuration[0].TryGetProperty("scaleid", out _)) throw new FormatException("The scale's configuration does not begin with the scale.");
        var marked = configuration[1..];
        if (marked.Any(m => m.GetProperty("id").GetInt32() is var id && (id < 1 || id > values))) throw new FormatException("The configuration marks a value that the scale does not have.");
        if (!marked.Exists(m => m.GetProperty("scaledefault").GetInt32() == 1) || !marked.Exists(m => m.GetProperty("proficient").GetInt32() == 1))
            throw new FormatException("The scale has no default or nothing proficient.");
    }

    static List<List<string>> Lines(string text)
    {
        var lines = new List<List<string>>();
        var line = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '"' when quoted && i + 1 < text.Length && text[i + 1] == '"':
                    cell.Append('"');
                    i++;
                    break;
                case '"':
                    quoted = !quoted;
                    break;
                case ',' when !quoted:
                    line.Add(cell.ToString());
                    cell.Clear();
                    break;
                case '\r' when !quoted:
                    break;
                case '\n' when !quoted:
                    line.Add(cell.ToString());
                    cell.Clear();
                    lines.Add(line);
                    line = [];
                    break;
                default:
                    cell.Append(text[i]);
                    break;
            }
        }

        if (quoted) throw new FormatException("A quotation is not closed.");
        return lines;
    }
}
