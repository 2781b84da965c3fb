using System.Text;
using Microsoft.AspNetCore.Mvc;

namespace Underpin.Portfolios;

/// <summary>A list as a file that spreadsheets open, in which no cell can be run as a formula.</summary>
internal static class Csv
{
    public static FileContentResult File(string name, IEnumerable<IReadOnlyList<string?>> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows) text.AppendJoin(',', row.Select(Cell)).Append("\r\n");
        // The byte order mark tells spreadsheets that the names are UTF-8.
        return new([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())], "text/csv; charset=utf-8") { FileDownloadName = name };
    }

    public static string Cell(string? value)
    {
        var text = value ?? "";
        if (text.TrimStart(' ') is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠', ..]) text = "'" + text;
        return text.AsSpan().IndexOfAny(",\"\r\n\t'") >= 0 || text != text.Trim() ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
