using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Underpin.Framework.Content;

namespace Underpin.Framework.Exchange;

/// <summary>The current edition as the file that Moodle's competency importer takes: areas, competences under them, and under those what people do at each level.</summary>
internal static class MoodleCsv
{
    const int LongestName = 100;
    const string Html = "1";

    static readonly string[] Columns =
    [
        "Parent id number", "Id number", "Shortname", "Description", "Description format", "Scale values", "Scale configuration", "Rule type (optional)", "Rule outcome (optional)",
        "Rule config (optional)", "Cross referenced competency id numbers", "Exported id (optional)", "Is framework", "Taxonomy",
    ];

    public static async Task<IResult> GetAsync(UnderpinDb db, CancellationToken cancel)
    {
        var framework = await db.Frameworks.AsNoTracking().SingleOrDefaultAsync(f => f.IsCurrent, cancel);
        if (framework is null) return Results.NotFound();
        var text = Write(await FrameworkPublisher.ReadAsync(db, framework, cancel));
        return Results.File(Encoding.UTF8.GetBytes(text), "text/csv; charset=utf-8", "moodle-competencies.csv");
    }

    public static string Write(FrameworkContent edition)
    {
        var text = new StringBuilder();
        Line(text, Columns);
        var exported = 0;
        // The second value of the scale is the one reached by default, and the one that counts as proficient; Moodle finds or makes the scale itself.
        Line(text, "", Cut($"{edition.Code}-{edition.Version}"), Cut(edition.Title), Paragraphs(edition.Summary), Html, "Not yet competent,Competent",
            """[{"scaleid":"0"},{"id":2,"scaledefault":1,"proficient":1}]""", "", "", "", "", "", "1", "domain,competency,level,level");
        foreach (var area in edition.Areas)
        {
            Competency("", area.Code, area.Title, area.Summary);
            foreach (var competence in area.Competences)
            {
                Competency(area.Code, competence.Code, competence.Title, $"{competence.Why}\n\nWithout it: {competence.Without}");
                foreach (var level in competence.Levels)
                {
                    var title = edition.Levels.FirstOrDefault(l => l.Level == level.Level)?.Title;
                    Competency(competence.Code, $"{competence.Code}.{level.Level}", $"Level {level.Level}{(title is null ? "" : $", {title}")}: {level.Does}", level.Does);
                }
            }
        }

        return text.ToString();

        void Competency(string parent, string id, string name, string description) =>
            Line(text, parent, Cut(id), Cut(name), Paragraphs(description), Html, "", "", "", "0", "", "", (++exported).ToString(CultureInfo.InvariantCulture), "0", "");
    }

    /// <summary>Moodle would cut in the middle of a word, and of a character.</summary>
    static string Cut(string name)
    {
        if (name.Length <= LongestName) return name;
        var space = name.LastIndexOf(' ', LongestName - 2);
        return $"{name[..(space > LongestName / 2 ? space : LongestName - 2)].TrimEnd(',', ';', ' ')}…";
    }

    static string Paragraphs(string text) => string.Concat(text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(p => $"<p>{WebUtility.HtmlEncode(p.Replace('\n', ' '))}</p>"));

    static void Line(StringBuilder text, params string[] cells) => text.AppendJoin(',', cells.Select(Cell)).Append("\r\n");

    static string Cell(string value) => value.AsSpan().IndexOfAny(",\"\r\n") >= 0 || value != value.Trim() ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value;
}
