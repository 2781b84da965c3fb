using Microsoft.EntityFrameworkCore;
using Underpin.Platform.Values;

namespace Underpin.Framework.Consultation;

/// <summary>A comment as pages show it, with who supports it and what the editors answered.</summary>
internal sealed record ShownComment(
    Guid Id, string Path, string LineText, Guid AuthorId, string Author, string Text, DateTimeOffset At, string? HiddenReason, int Supports, bool SupportedByMe, ShownReply? Reply)
{
    public bool IsHidden => HiddenReason is not null;

    /// <summary>Hidden words are shown to their author only.</summary>
    public string? WordsFor(Guid? reader) => IsHidden && AuthorId != reader ? null : Text;

    /// <summary>In the order in which they were made; in one query.</summary>
    public static async Task<IReadOnlyList<ShownComment>> ReadAsync(UnderpinDb db, IQueryable<DraftComment> comments, Guid? me, CancellationToken cancel) =>
        [.. (await (
            from comment in comments
            join author in db.Users on comment.AuthorId equals author.Id
            from reply in db.CommentReplies.Where(r => r.CommentId == comment.Id).DefaultIfEmpty()
            from editor in db.Users.Where(u => reply != null && u.Id == reply.EditorId).DefaultIfEmpty()
            orderby comment.At, comment.Id
            select new
            {
                comment,
                author.Name,
                Supports = db.CommentSupports.Count(s => s.CommentId == comment.Id),
                Mine = db.CommentSupports.Any(s => s.CommentId == comment.Id && s.AccountId == me),
                reply,
                Editor = (PersonName?)editor!.Name,
            }).AsNoTracking().ToListAsync(cancel))
            .Select(c => new ShownComment(c.comment.Id, c.comment.Path, c.comment.LineText, c.comment.AuthorId, c.Name.ToString(), c.comment.Text, c.comment.At, c.comment.HiddenReason, c.Supports, c.Mine,
                c.reply is null ? null : new(c.reply.Outcome, c.reply.Reason, c.Editor?.ToString() ?? "", c.reply.At)))];
}

internal sealed record ShownReply(CommentOutcome Outcome, string Reason, string Editor, DateTimeOffset At)
{
    public string Words => WordsOf(Outcome);

    public static string WordsOf(CommentOutcome outcome) => outcome switch
    {
        CommentOutcome.Accepted => "Accepted",
        CommentOutcome.Partly => "Accepted in part",
        _ => "Declined",
    };
}

