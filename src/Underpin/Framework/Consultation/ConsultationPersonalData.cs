using Microsoft.EntityFrameworkCore;
using Underpin.Access;
using Underpin.Platform;

namespace Underpin.Framework.Consultation;

/// <summary>What this room holds about a person who took part in consultations, and what goes when they are erased.</summary>
internal static class ConsultationPersonalData
{
    const string Gone = "This comment went with the account of the person who wrote it.";

    public static async Task<PersonalData> ReadAsync(UnderpinDb db, Guid accountId, CancellationToken cancel) => new("consultations", new
    {
        Comments = await db.DraftComments.AsNoTracking().Where(c => c.AuthorId == accountId).OrderBy(c => c.At).Select(c => new { c.Path, c.Text, c.At, c.HiddenAt, c.HiddenReason }).ToListAsync(cancel),
        Supported = await db.CommentSupports.AsNoTracking().Where(s => s.AccountId == accountId).OrderBy(s => s.At).Select(s => new { s.CommentId, s.At }).ToListAsync(cancel),
    });

    /// <summary>The words go; that there was a comment, its support and its answer stay.</summary>
    public static Task EraseAsync(UnderpinDb db, Guid accountId, Change change, CancellationToken cancel) =>
        db.DraftComments.Where(c => c.AuthorId == accountId).ExecuteUpdateAsync(set => set.SetProperty(c => c.Text, Gone), cancel);
}
