using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Underpin.Platform;

namespace Underpin.Framework.Consultation;

/// <summary>The responses for a spreadsheet.</summary>
internal static class ResponsesCsv
{
    public static void MapResponsesCsv(this IEndpointRouteBuilder app) => app.MapGet("/consultations/{draft:guid}/responses.csv", async (Guid draft, UnderpinDb db, CancellationToken cancel) =>
    {
        var found = await db.Drafts.AsNoTracking().SingleOrDefaultAsync(d => d.Id == draft, cancel);
        if (found is null || !found.WasConsultedOn) return Results.NotFound();
        var comments = await ShownComment.ReadAsync(db, db.DraftComments.Where(c => c.DraftId == draft && c.HiddenAt == null), null, cancel);
        var file = Csv.File($"responses-{found.Version}.csv", [["Line", "What it said", "Comment", "By", "On", "Supported by", "Outcome", "Reason"], .. comments.Select(Row)]);
        return Results.File(file.FileContents, file.ContentType, file.FileDownloadName);
    }).WithSummary("Comments on a draft with their answers, for a spreadsheet");

    static string?[] Row(ShownComment c) => [c.Path, c.LineText, c.Text, c.Author, Csv.Day(c.At.UkDate()), c.Supports.ToString(CultureInfo.InvariantCulture), c.Reply?.Words, c.Reply?.Reason];
}
