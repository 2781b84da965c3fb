using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Underpin.Access;
using Underpin.Framework.Content;
using Underpin.Framework.Drafting;
using Underpin.Platform.Database;
using Underpin.Platform;
using Underpin.Platform.Mail;

namespace Underpin.Framework.Consultation;

internal sealed record CommentOptions
{
    public required Guid DraftId { get; init; }
    public required string Path { get; init; }
    public required string? Text { get; init; }
}

internal sealed record SupportOptions
{
    public required Guid DraftId { get; init; }
    public required Guid CommentId { get; init; }
}

internal sealed record ReplyOptions
{
    public required Guid DraftId { get; init; }
    public required Guid CommentId { get; init; }
    public required CommentOutcome Outcome { get; init; }
    public required string? Reason { get; init; }
}

internal sealed record HideOptions
{
    public required Guid DraftId { get; init; }
    public required Guid CommentId { get; init; }
    public required string? Reason { get; init; }
}

/// <summary>Comments of signed-in people on the lines of a draft, and the editors' answers.</summary>
internal sealed class CommentService(FreshDb fresh, IOutputCacheStore keptPages, IOptions<SiteOptions> site, TimeProvider clock)
{
    public Task<Outcome<Guid>> CommentAsync(CommentOptions options, Change change, CancellationToken cancel) => ActAsync<Guid>(async db =>
    {
        var (draft, refusal) = await OpenForAsync(db, options.DraftId, change, cancel);
        if (refusal is not null) return refusal;
        if (!LinePath.TryParse(options.Path, out _)) return new NoSuchLineToComment();
        var line = await db.DraftLines.AsNoTracking().SingleOrDefaultAsync(l => l.DraftId == options.DraftId && l.Path == options.Path, cancel);
        if (line is null || line.IsGone) return new NoSuchLineToComment();
        var text = ConsultationRules.Tidy(options.Text);
        if (ConsultationRules.Comment(text) is { } bad) return bad;
        var since = change.At.AddHours(-1);
        if (await db.DraftComments.CountAsync(c => c.AuthorId == change.ActorId && c.At > since, cancel) >= ConsultationRules.CommentsAnHour) return new TooManyComments();

        var comment = new DraftComment { DraftId = options.DraftId, Path = line.Path, LineText = line.Text, AuthorId = change.ActorId!.Value, Text = text, At = change.At };
        db.DraftComments.Add(comment);
        db.Record(change, draft!.OrganisationId, new CommentMade(draft.Id, comment.Id, comment.Path, comment.Text));
        await db.SaveChangesAsync(cancel);
        return comment.Id;
    }, cancel);

    public Task<Outcome<bool>> SupportAsync(SupportOptions options, Change change, CancellationToken cancel) => ActAsync<bool>(async db =>
    {
        var (draft, refusal) = await OpenForAsync(db, options.DraftId, change, cancel);
        if (refusal is not null) return refusal;
        if (await FindAsync(db, options.DraftId, options.CommentId, cancel) is not { } comment) return new NoSuchComment();
        if (comment.HiddenAt is not null) return new CommentIsHidden();
        if (comment.AuthorId == change.ActorId) return new OwnComment();
        if (await db.CommentSupports.AnyAsync(s => s.CommentId == comment.Id && s.AccountId == change.ActorId, cancel)) return new SupportedAlready();
        db.CommentSupports.Add(new() { CommentId = comment.Id, AccountId = change.ActorId!.Value, At = change.At });
        db.Record(change, draft!.OrganisationId, new CommentSupported(draft.Id, comment.Id));
        await db.SaveChangesAsync(cancel);
        return true;
    }, cancel);

    public Task<Outcome<bool>> TakeBackAsync(SupportOptions options, Change change, CancellationToken cancel) => ActAsync<bool>(async db =>
    {
        var (draft, refusal) = await OpenForAsync(db, options.DraftId, change, cancel);
        if (refusal is not null) return refusal;
        if (await FindAsync(db, options.DraftId, options.CommentId, cancel) is not { } comment) return new NoSuchComment();
        if (await db.CommentSupports.SingleOrDefaultAsync(s => s.CommentId == comment.Id && s.AccountId == change.ActorId, cancel) is not { } support) return new NotSupported();
        db.CommentSupports.Remove(support);
        db.Record(change, draft!.OrganisationId, new SupportTakenBack(draft.Id, comment.Id));
        await db.SaveChangesAsync(cancel);
        return true;
    }, cancel);

    public Task<Outcome<bool>> ReplyAsync(ReplyOptions options, Change change, CancellationToken cancel) => ActAsync<bool>(async db =>
    {
        var (draft, refusal) = await EditorOfAsync(db, options.DraftId, change, cancel);
        if (refusal is not null) return refusal;
        if (await FindAsync(db, options.DraftId, options.CommentId, cancel) is not { } comment) return new NoSuchComment();
        if (comment.HiddenAt is not null) return new CommentIsHidden();
        var answered = await db.CommentReplies.Where(r => r.CommentId == comment.Id).Join(db.Users, r => r.EditorId, u => u.Id, (_, u) => new { u.Name }).SingleOrDefaultAsync(cancel);
        if (answered is not null) return new AnsweredAlready(answered.Name.ToString());
        var reason = ConsultationRules.Tidy(options.Reason);
        if (ConsultationRules.Reason(reason, options.Outcome switch { CommentOutcome.Accepted => "it is accepted", CommentOutcome.Partly => "it is accepted in part only", _ => "it is declined" }) is { } bad) return bad;
        db.CommentReplies.Add(new() { CommentId = comment.Id, Outcome = options.Outcome, Reason = reason, EditorId = change.ActorId!.Value, At = change.At });
        db.Record(change, draft!.OrganisationId, new CommentAnswered(draft.Id, comment.Id, options.Outcome, reason));
        await TellAuthorAsync(db, draft, comment, options.Outcome, reason, cancel);
        await db.SaveChangesAsync(cancel);
        return true;
    }, cancel);

    public Task<Outcome<bool>> HideAsync(HideOptions options, Change change, CancellationToken cancel) => ActAsync<bool>(async db =>
    {
        // Something that must not stand is hidden even after publication.
        var (draft, refusal) = await EditorOfAsync(db, options.DraftId, change, cancel, evenWhenDone: true);
        if (refusal is not null) return refusal;
        if (await FindAsync(db, options.DraftId, options.CommentId, cancel) is not { } comment) return new NoSuchComment();
        if (comment.HiddenAt is not null) return new HiddenAlready();
        var reason = ConsultationRules.Tidy(options.Reason);
        if (ConsultationRules.Reason(reason, "it is hidden") is { } bad) return bad;
        comment.Hide(change.ActorId!.Value, change.At, reason);
        db.Record(change with { Reason = reason }, draft!.OrganisationId, new CommentHidden(draft.Id, comment.Id, reason));
        await db.SaveChangesAsync(cancel);
        return true;
    }, cancel);

    async Task TellAuthorAsync(UnderpinDb db, Draft draft, DraftComment comment, CommentOutcome outcome, string reason, CancellationToken cancel)
    {
        if (await db.Users.SingleOrDefaultAsync(u => u.Id == comment.AuthorId && u.ErasedAt == null, cancel) is not { Email: { } address } author) return;
        var house = site.Value;
        db.Send(address, "The editors have answered your comment", $"""
            Dear {author.Name},

            You commented on {draft.Title} {draft.Version}:
            {comment.Text}

            The editors have {outcome switch { CommentOutcome.Accepted => "accepted it", CommentOutcome.Partly => "accepted it in part", _ => "declined it" }}. Their reason:
            {reason}

            {new Uri(house.PublicAddress, $"/consultations/{draft.Id}/responses")}

            {house.Name}
            """, clock.Now());
    }

    async Task<Outcome<T>> ActAsync<T>(Func<UnderpinDb, Task<Outcome<T>>> act, CancellationToken cancel)
    {
        var outcome = await fresh.TryAsync(act);
        if (!outcome.IsRefused) await keptPages.EvictByTagAsync(FrameworkRoom.ConsultationTag, cancel);
        return outcome;
    }

    /// <summary>The draft, when this person may take part in its consultation today.</summary>
    async Task<(Draft? Draft, Refusal? Refusal)> OpenForAsync(UnderpinDb db, Guid draftId, Change change, CancellationToken cancel)
    {
        if (await db.Users.Where(u => u.Id == change.ActorId && u.ErasedAt == null).Select(u => (bool?)u.EmailConfirmed).SingleOrDefaultAsync(cancel) is not { } confirmed) return (null, new NotSignedIn());
        if (await db.Drafts.AsNoTracking().SingleOrDefaultAsync(d => d.Id == draftId, cancel) is not { } draft) return (null, new NoSuchConsultation());
        if (!confirmed) return (draft, new ConfirmYourAddress());
        if (draft.IsOpenForComment(clock.Today())) return (draft, null);
        return (draft, draft.ConsultationUntil is { } ended ? new ConsultationIsOver(ended) : new NotOpenForComment());
    }

    static async Task<(Draft? Draft, Refusal? Refusal)> EditorOfAsync(UnderpinDb db, Guid draftId, Change change, CancellationToken cancel, bool evenWhenDone = false)
    {
        if (await db.Drafts.AsNoTracking().SingleOrDefaultAsync(d => d.Id == draftId, cancel) is not { } draft) return (null, new NoSuchConsultation());
        if (!(await db.RolesInAsync(change, draft.OrganisationId, cancel)).Contains(Role.FrameworkEditor))
            return (draft, new NotTheEditor(await db.Organisations.Where(o => o.Id == draft.OrganisationId).Select(o => o.Name).SingleAsync(cancel)));
        return draft.IsSettled && !evenWhenDone ? (draft, new DraftIsDone(draft.Status == DraftStatus.Published ? "published" : "abandoned")) : (draft, null);
    }

    static Task<DraftComment?> FindAsync(UnderpinDb db, Guid draftId, Guid commentId, CancellationToken cancel) =>
        db.DraftComments.SingleOrDefaultAsync(c => c.Id == commentId && c.DraftId == draftId, cancel);
}
