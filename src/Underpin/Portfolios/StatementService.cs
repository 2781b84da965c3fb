using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Underpin.Access;
using Underpin.Platform;
using Underpin.Platform.Database;
using Underpin.Platform.Mail;
using Underpin.Platform.Values;

namespace Underpin.Portfolios;

internal sealed record StatementAnswer
{
    public required string Token { get; init; }
    /// <summary>The evidence's version that the person read.</summary>
    public required int Seen { get; init; }
    public required string? Name { get; init; }
    public required string? Relationship { get; init; }
    public string? Comment { get; init; }
    public required bool Declared { get; init; }
    /// <summary>The account of the person who answers, when they are signed in.</summary>
    public Guid? AccountId { get; init; }
}

internal sealed record StatementRefusalAnswer
{
    public required string Token { get; init; }
    public string? Comment { get; init; }
    public Guid? AccountId { get; init; }
}

/// <summary>What a witness sees when they open their link.</summary>
internal sealed record StatementToConfirm(Evidence Evidence, Guid LearnerId, string Learner, string Qualification, Guid CentreId, string Centre, OneTimeLink Link);

/// <summary>The word of someone who saw the work: asked for by a one-time link, given or not given, without an account.</summary>
internal sealed class StatementService(UnderpinDb db, IOptions<SiteOptions> site, TimeProvider clock)
{
    static readonly TimeSpan Lasts = TimeSpan.FromDays(30);
    static readonly TimeSpan BetweenMails = TimeSpan.FromMinutes(10);

    /// <summary>Adds link and message to the save that is under way. Links sent before for the same piece stop working.</summary>
    public async Task AskAsync(Evidence evidence, string learner, Guid chain, Change change, CancellationToken cancel)
    {
        var statement = evidence.Statement!;
        foreach (var earlier in await db.OneTimeLinks.Where(l => l.Purpose == LinkPurpose.Statement && l.SubjectId == evidence.Id && l.UsedAt == null).ToListAsync(cancel))
            earlier.UsedAt = change.At;
        var token = OneTimeLink.NewToken();
        db.OneTimeLinks.Add(new() { Purpose = LinkPurpose.Statement, TokenHash = OneTimeLink.Hash(token), SubjectId = evidence.Id, Email = statement.Email, ExpiresAt = change.At + Lasts });
        db.Send(statement.Email, $"{learner} asks you to confirm what you saw",
            $"Dear {statement.Name},\n\n{learner} is working towards a qualification and says that you saw this work: {evidence.Title}.\n\n"
            + $"Please read what they wrote and say whether it is true. You need no account:\n{new Uri(site.Value.PublicAddress, $"/statements/{token}")}\n\n"
            + $"The link works once, until {(change.At + Lasts).InWords()}. If you do not know {learner}, open it and choose not to confirm.\n", change.At);
        db.Record(change, chain, new StatementAsked(evidence.EnrolmentId, evidence.Id, statement.Name));
    }

    public async Task<Outcome<Guid>> SendAgainAsync(Guid evidenceId, Change change, CancellationToken cancel)
    {
        var evidence = await db.Evidence.SingleAsync(e => e.Id == evidenceId, cancel);
        var enrolment = await db.Enrolments.SingleAsync(e => e.Id == evidence.EnrolmentId, cancel);
        if (change.ActorId != enrolment.LearnerId) return new NotYourPortfolio();
        if (evidence.WithdrawnAt is not null) return new EvidenceTakenBack();
        if (evidence.Statement is not { ConfirmedAt: null } statement) return new NoStatementToSend();
        var latest = await db.OneTimeLinks.Where(l => l.Purpose == LinkPurpose.Statement && l.SubjectId == evidence.Id).OrderByDescending(l => l.ExpiresAt).Select(l => (DateTimeOffset?)l.ExpiresAt).FirstOrDefaultAsync(cancel);
        if (latest - Lasts + BetweenMails > change.At) return new SentJustNow(statement.Name);
        statement.DeclinedAt = null;
        db.Touch(evidence);
        await AskAsync(evidence, change.ActorName, enrolment.CentreId, change, cancel);
        await db.SaveChangesAsync(cancel);
        return evidence.Id;
    }

    public async Task<Outcome<StatementToConfirm>> ReadAsync(string token, CancellationToken cancel)
    {
        var hash = OneTimeLink.Hash(token);
        var link = await db.OneTimeLinks.SingleOrDefaultAsync(l => l.TokenHash == hash && l.Purpose == LinkPurpose.Statement, cancel);
        if (link is null) return new LinkUnknown();
        if (link.UsedAt is not null) return new LinkUsed();
        if (!link.IsOpen(clock.Now())) return new LinkExpired();
        var evidence = await db.Evidence.SingleAsync(e => e.Id == link.SubjectId, cancel);
        if (evidence.WithdrawnAt is not null) return new StatementTakenBack();
        if (evidence.Statement is { ConfirmedAt: not null }) return new LinkUsed();
        var around = await (
            from enrolment in db.Enrolments
            join learner in db.Users on enrolment.LearnerId equals learner.Id
            join qualification in db.Qualifications on enrolment.QualificationId equals qualification.Id
            join centre in db.Organisations on enrolment.CentreId equals centre.Id
            where enrolment.Id == evidence.EnrolmentId
            select new { learner.Id, learner.Name, qualification.Title, CentreId = centre.Id, Centre = centre.Name }).SingleAsync(cancel);
        return new StatementToConfirm(evidence, around.Id, around.Name.ToString(), around.Title, around.CentreId, around.Centre, link);
    }

    public async Task<Outcome<Evidence>> ConfirmAsync(StatementAnswer answer, CancellationToken cancel)
    {
        var read = await ReadAsync(answer.Token, cancel);
        if (read.Refusal is { } refusal) return refusal;
        var (evidence, statement) = (read.Value.Evidence, read.Value.Evidence.Statement!);
        if (answer.AccountId == read.Value.LearnerId) return new OwnStatement();
        if (!PersonName.TryParse(answer.Name, out var name, out var problem)) return new PersonNeeded(problem);
        var relationship = (answer.Relationship ?? "").Trim();
        if (relationship.Length == 0) return new RelationshipNeeded();
        if (relationship.Length > EvidenceRules.LongestLine) return new TextTooLong("How you know their work", EvidenceRules.LongestLine);
        if (CommentProblem(answer.Comment, relationship) is { } comment) return comment;
        if (!answer.Declared) return new NotDeclared();
        // The person confirms the words they read, and no others.
        if (evidence.RowVersion != answer.Seen) return new StatementChanged();

        var now = clock.Now();
        statement.Name = name.ToString();
        statement.Relationship = relationship;
        statement.Comment = Words(answer.Comment);
        statement.ConfirmedAt = now;
        statement.DeclinedAt = null;
        statement.ConfirmedById = answer.AccountId;
        return await AnswerAsync(read.Value, new StatementConfirmed(evidence.EnrolmentId, evidence.Id, evidence.Title, statement.Comment, evidence.Text),
            $"{statement.Name} confirmed “{evidence.Title}”", answer.AccountId, now, cancel);
    }

    public async Task<Outcome<Evidence>> DeclineAsync(StatementRefusalAnswer answer, CancellationToken cancel)
    {
        var read = await ReadAsync(answer.Token, cancel);
        if (read.Refusal is { } refusal) return refusal;
        if (answer.AccountId == read.Value.LearnerId) return new OwnStatement();
        if (CommentProblem(answer.Comment, "") is { } comment) return comment;
        var (evidence, now) = (read.Value.Evidence, clock.Now());
        evidence.Statement!.DeclinedAt = now;
        evidence.Statement.Comment = Words(answer.Comment);
        return await AnswerAsync(read.Value, new StatementDeclined(evidence.EnrolmentId, evidence.Id, evidence.Title, evidence.Statement.Comment),
            $"{evidence.Statement.Name} did not confirm “{evidence.Title}”", answer.AccountId, now, cancel);
    }

    async Task<Outcome<Evidence>> AnswerAsync(StatementToConfirm read, Platform.History.HistoryEvent happened, string news, Guid? account, DateTimeOffset now, CancellationToken cancel)
    {
        read.Link.UsedAt = now;
        db.Touch(read.Evidence);
        var change = new Change { ActorId = account, ActorName = read.Evidence.Statement!.Name, At = now };
        db.Record(change, read.CentreId, happened);
        var email = await db.Users.Where(a => a.Id == read.LearnerId).Select(a => a.Email).SingleAsync(cancel);
        if (email is not null) db.Send(email, news, $"{news}.\n\n{new Uri(site.Value.PublicAddress, $"/evidence/{read.Evidence.Id}")}\n", now);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            // The same link sent twice at once, or the learner changed the words in between.
            return await db.OneTimeLinks.AsNoTracking().AnyAsync(l => l.Id == read.Link.Id && l.UsedAt != null, cancel) ? new LinkUsed() : new StatementChanged();
        }

        return read.Evidence;
    }

    static Refusal? CommentProblem(string? comment, string relationship) =>
        (comment ?? "").Length > EvidenceRules.LongestText ? new TextTooLong("Your comment", EvidenceRules.LongestText)
        : !EvidenceRules.IsReadable((comment ?? "").ReplaceLineEndings("\n")) ? new UnreadableText("Your comment")
        : !EvidenceRules.IsReadable(relationship) ? new UnreadableText("How you know their work") : null;

    static string? Words(string? comment) => string.IsNullOrWhiteSpace(comment) ? null : comment.ReplaceLineEndings("\n").Trim();
}

internal static class Versions
{
    /// <summary>Counts as a change of the whole, so that its version rises even when only a part of it changed.</summary>
    public static void Touch(this UnderpinDb db, IVersioned entity)
    {
        if (db.Entry(entity).State == EntityState.Unchanged) db.Entry(entity).State = EntityState.Modified;
    }
}
