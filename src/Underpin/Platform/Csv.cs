using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;

namespace Underpin.Platform;

/// <summary>A list as a file that spreadsheets open (RFC 4180), in which no cell can be run as a formula.</summary>
internal static class Csv
{
    public static FileContentResult File(string name, IEnumerable<IReadOnlyList<string?>> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows) text.Append(Line(row));
        // The byte order mark tells spreadsheets that the names are UTF-8.
        return new([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())], "text/csv; charset=utf-8") { FileDownloadName = name };
    }

    /// <summary>Writes row by row, holding none of them: UTF-8 without a mark, as programs want it.</summary>
    public static async Task WriteAsync(Stream file, IAsyncEnumerable<IReadOnlyList<string?>> rows, CancellationToken cancel)
    {
        var writer = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        await using (writer)
            await foreach (var row in rows.WithCancellation(cancel)) await writer.WriteAsync(Line(row).AsMemory(), cancel);
    }

    public static string Line(IReadOnlyList<string?> row) => string.Join(',', row.Select(Cell)) + "\r\n";

    /// <summary>A day as every spreadsheet takes it (ISO 8601); nothing for none.</summary>
    public static string? Day(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Cell(string? value)
    {
        var text = value ?? "";
        if (text.TrimStart(' ') is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠', ..]) text = "'" + text;
        return text.AsSpan().IndexOfAny(",\"\r\n\t'") >= 0 || text != text.Trim() ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
