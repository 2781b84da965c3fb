using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Underpin.Framework.Consultation;

/// <summary>The responses for a spreadsheet (RFC 4180, UTF-8 with a mark that spreadsheets know it by).</summary>
internal static class ResponsesCsv
{
    public static void MapResponsesCsv(this IEndpointRouteBuilder app) => app.MapGet("/consultations/{draft:guid}/responses.csv", async (Guid draft, UnderpinDb db, CancellationToken cancel) =>
    {
        var found = await db.Drafts.AsNoTracking().SingleOrDefaultAsync(d => d.Id == draft, cancel);
        if (found is null || !found.WasConsultedOn) return Results.NotFound();
        var comments = await ShownComment.ReadAsync(db, db.DraftComments.Where(c => c.DraftId == draft && c.HiddenAt == null), null, cancel);
        return Results.File(Write(comments), "text/csv; charset=utf-8", $"responses-{found.Version}.csv");
    }).WithSummary("Comments on a draft with their answers, for a spreadsheet");

    public static byte[] Write(IEnumerable<ShownComment> comments)
    {
        var text = new StringBuilder("Line,What it said,Comment,By,On,Supported by,Outcome,Reason\r\n");
        foreach (var c in comments)
            text.AppendJoin(',', new[] { c.Path, c.LineText, c.Text, c.Author, c.At.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), c.Supports.ToString(CultureInfo.InvariantCulture), c.Reply?.Words ?? "", c.Reply?.Reason ?? "" }.Select(Cell)).Append("\r\n");
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    static string Cell(string value)
    {
        // A spreadsheet takes a text that begins like this for a formula, and would run it.
        if (value.TrimStart(' ') is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠', ..]) value = $"'{value}";
        return value.AsSpan().ContainsAny(",\"\r\n\t'") || value != value.Trim() ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value;
    }
}
