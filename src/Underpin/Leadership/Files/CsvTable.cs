using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Underpin.Platform.Content;
using Underpin.Platform.Content.Lint;

namespace Underpin.Leadership.Files;

/// <summary>A row of a table that somebody uploaded; cells by the names of the columns.</summary>
internal sealed class CsvRow(int number, IReadOnlyDictionary<string, int> columns, IReadOnlyList<string> cells)
{
    /// <summary>The row as a spreadsheet counts it: the first below the headings is 2.</summary>
    public int Number { get; } = number;

    /// <summary>The cell, trimmed; "" where the column is missing, or the cell is empty or a lone dash.</summary>
    public string this[string column] =>
        columns.TryGetValue(column, out var at) && at < cells.Count && cells[at].Trim() is var text && text is not ("-" or "–" or "—") ? text : "";

    /// <summary>The texts of a cell that holds several, with semicolons or bars between them.</summary>
    public IReadOnlyList<string> Several(string column) => this[column].Split([';', '|'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>
/// Reads comma-, semicolon- or tab-separated text (RFC 4180) with headings in its first row. Bounded: a text is refused whole, before it
/// is taken apart, when it is too long.
/// </summary>
internal static class CsvTable
{
    public const int MaximumRows = 6_000;
    public const int MaximumCharacters = 2_000_000;

    /// <summary>The rows below the headings, empty ones left out.</summary>
    /// <param name="text">The text.</param>
    /// <param name="file">The name to give in problems.</param>
    /// <param name="columns">The columns that may be there; those marked must be.</param>
    /// <param name="problems">What was wrong.</param>
    public static IReadOnlyList<CsvRow> Read(string text, string file, IReadOnlyList<(string Name, bool Required)> columns, ContentProblems problems)
    {
        if (!IsWithinBounds(text, file, problems))
            return [];
        var records = Records(text, DelimiterOf(text), file, problems).ToList();
        var first = records.FindIndex(record => !IsEmpty(record.Cells));
        if (first < 0)
        {
            problems.Add(file, 1, FileRules.Unreadable, $"There is nothing here: expected headings in the first row ({Names(columns)}) and a row for each below");
            return [];
        }
        var headings = ReadHeadings(records[first], file, columns, problems);
        var rows = records.Skip(first + 1).Where(record => !IsEmpty(record.Cells)).ToList();
        foreach (var (number, cells) in rows)
        {
            if (cells.Count > records[first].Cells.Count && cells.Skip(records[first].Cells.Count).Any(cell => !string.IsNullOrWhiteSpace(cell)))
                problems.Add(file, number, FileRules.Shape, $"The row has {cells.Count} cells and the headings {records[first].Cells.Count}: a text with a comma in it needs quotes around it");
            foreach (var cell in cells.Where(IsFormula))
                problems.Add(file, number, FileRules.Shape, FormulaMessage(cell));
        }
        return [.. rows.Select(row => new CsvRow(row.Number, headings, row.Cells))];
    }

    /// <summary>Whether a text is small enough to take apart; tells when it is not.</summary>
    public static bool IsWithinBounds(string text, string file, ContentProblems problems)
    {
        var lines = text.AsSpan().TrimEnd().Count('\n') + 1;
        if (text.Length > MaximumCharacters)
            problems.Add(file, 1, FileRules.Unreadable, $"This is {text.Length:N0} characters long: expected at most {MaximumCharacters:N0}. Split it, one school at a time");
        else if (lines > MaximumRows + 1)
            problems.Add(file, 1, FileRules.Unreadable, $"This has {lines:N0} rows: expected at most {MaximumRows:N0}. Split it, one school at a time");
        else
            return true;
        return false;
    }

    /// <summary>Whether a spreadsheet would run a cell instead of showing it.</summary>
    public static bool IsFormula(string cell) =>
        cell.AsSpan().TrimStart() is ['=' or '+' or '@' or '＝' or '＋' or '＠', ..] or ['-' or '－', _, ..];

    public static string FormulaMessage(string cell) =>
        $"A cell begins with '{cell.TrimStart()[0]}', so a spreadsheet would run it as a formula: expected text that begins with a letter or a digit ({Short(cell)})";

    private static string Short(string cell) => cell.Trim() is { Length: <= 30 } all ? all : $"{cell.Trim()[..27]}...";

    private static bool IsEmpty(IReadOnlyList<string> cells) => cells.All(string.IsNullOrWhiteSpace);

    private static string Names(IReadOnlyList<(string Name, bool Required)> columns) => string.Join(", ", columns.Select(column => column.Name));

    private static char DelimiterOf(string text)
    {
        var end = text.AsSpan().TrimStart("\uFEFF\r\n ").IndexOfAny('\r', '\n');
        var heading = end < 0 ? text : text.TrimStart('\uFEFF', '\r', '\n', ' ')[..end];
        return ((char[])[',', ';', '\t']).MaxBy(delimiter => heading.Count(character => character == delimiter));
    }

    private static Dictionary<string, int> ReadHeadings((int Number, IReadOnlyList<string> Cells) row, string file, IReadOnlyList<(string Name, bool Required)> columns, ContentProblems problems)
    {
        var headings = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var at = 0; at < row.Cells.Count; at++)
        {
            var name = row.Cells[at].Trim().TrimStart('\uFEFF').ToLowerInvariant().Replace(' ', '_').Replace('-', '_');
            if (name == "")
                continue;
            if (columns.All(column => column.Name != name))
                problems.Add(file, row.Number, FileRules.Shape, $"'{row.Cells[at].Trim()}' is not a column of this file: expected {Names(columns)}");
            else if (!headings.TryAdd(name, at))
                problems.Add(file, row.Number, FileRules.GivenTwice, $"The column '{name}' is given twice: expected it once");
        }
        foreach (var (name, _) in columns.Where(column => column.Required && !headings.ContainsKey(column.Name)))
            problems.Add(file, row.Number, FileRules.Shape, $"The column '{name}' is missing: expected it in the first row");
        return headings;
    }

    // A record may reach over several lines; rows are counted as spreadsheets count them.
    private static IEnumerable<(int Number, IReadOnlyList<string> Cells)> Records(string text, char delimiter, string file, ContentProblems problems)
    {
        using var parser = new CsvParser(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter.ToString(),
            IgnoreBlankLines = false,
            TrimOptions = TrimOptions.Trim,
            BadDataFound = bad =>
            {
                // A quote inside a cell that does not begin with one is just a quote.
                if (bad.Field.TrimStart().StartsWith('"'))
                    problems.Add(file, bad.Context.Parser!.Row, FileRules.Unreadable, "A quote is opened in this row and never closed: expected a second one, and two for each quote inside the text");
            },
        });
        while (parser.Read())
            yield return (parser.Row, parser.Record!);
    }
}
