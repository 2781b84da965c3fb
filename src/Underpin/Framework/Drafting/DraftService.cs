using Microsoft.EntityFrameworkCore;
using Underpin.Access;
using Underpin.Framework.Content;
using Underpin.Platform.Database;
using Underpin.Platform;

namespace Underpin.Framework.Drafting;

internal sealed record BeginDraftOptions
{
    public required Guid OrganisationId { get; init; }
    public required string FrameworkCode { get; init; }
    /// <summary>The version of the edition to begin from.</summary>
    public required string From { get; init; }
    public required string Title { get; init; }
    /// <summary>The version of the edition to be.</summary>
    public required string Version { get; init; }
}

internal sealed record ChangeLinesOptions
{
    public required Guid DraftId { get; init; }
    public required IReadOnlyList<TypedLine> Lines { get; init; }
}

/// <param name="Seen">The mark of what the line said when the person began to type: <see cref="DraftLine.Mark"/>.</param>
internal sealed record TypedLine(string Path, string? Text, string? Seen);

/// <summary>What became of the lines of a form: those that were saved, and those that were not, with the reason.</summary>
internal sealed record LinesSaved(IReadOnlyList<string> Saved, IReadOnlyDictionary<string, Refusal> Unsaved);

internal sealed record LineOptions
{
    public required Guid DraftId { get; init; }
    public required string Path { get; init; }
}

/// <summary>Begins drafts, and changes what their lines say.</summary>
internal sealed class DraftService(FreshDb fresh, TimeProvider clock)
{
    public Task<Outcome<Guid>> BeginAsync(BeginDraftOptions options, Change change, CancellationToken cancel) => fresh.TryAsync<Guid>(async db =>
    {
        var body = await db.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == options.OrganisationId, cancel);
        if (body is null || !(await db.RolesInAsync(change, body.Id, cancel)).Contains(Role.FrameworkEditor)) return new NotAFrameworkEditor(body?.Name ?? "the awarding body");
        var editions = await db.Frameworks.AsNoTracking().Where(f => f.Code == options.FrameworkCode).ToListAsync(cancel);
        if (editions.Find(f => f.Version == options.From) is not { } edition) return new NoSuchEdition();
        if (!string.Equals(edition.AwardingBody, body.Code, StringComparison.OrdinalIgnoreCase)) return new NotYourFramework(edition.AwardingBody);
        var latest = editions.Max(f => FrameworkVersion.Parse(f.Version));
        var next = DraftingRules.Next(latest, clock.Today()).ToString();
        if (!FrameworkVersion.TryParse(options.Version.Trim(), out FrameworkVersion version, out string _)) return new NotAVersion(next);
        if (version.CompareTo(latest) <= 0) return new VersionNotLater(latest.ToString(), next);
        var title = DraftingRules.Tidy(options.Title);
        if (DraftingRules.Words(title, DraftingRules.LongestDraftTitle, "what this draft is called") is { } bad) return bad;
        if (await db.Drafts.AsNoTracking().FirstOrDefaultAsync(d => d.FrameworkCode == options.FrameworkCode && d.Status != DraftStatus.Published && d.Status != DraftStatus.Abandoned, cancel) is { } open)
            return new DraftAlreadyBegun(open.Title, open.Id);

        var draft = new Draft
        {
            OrganisationId = body.Id,
            FrameworkCode = edition.Code,
            BasedOn = edition.Version,
            Version = version.ToString(),
            Title = title,
            BegunById = change.ActorId!.Value,
            BegunAt = change.At,
        };
        db.Drafts.Add(draft);
        db.DraftLines.AddRange(FrameworkLine.Of(await FrameworkPublisher.ReadAsync(db, edition, cancel))
            .Select((line, order) => new DraftLine { DraftId = draft.Id, Path = line.Path, Order = order, Text = line.Text, Before = line.Text }));
        db.Record(change, body.Id, new DraftBegun(draft.Id, draft.FrameworkCode, draft.BasedOn, draft.Version));
        await db.SaveChangesAsync(cancel);
        return draft.Id;
    });

    /// <summary>
    /// Saves the lines that were changed in a form. One that somebody else has changed since is left as it is, and so is one with a fault; the
    /// others are saved.
    /// </summary>
    public Task<Outcome<LinesSaved>> ChangeLinesAsync(ChangeLinesOptions options, Change change, CancellationToken cancel) => fresh.TryAsync<LinesSaved>(async db =>
    {
        var desk = await DraftDesk.OpenAsync(db, options.DraftId, change, clock.Today(), cancel);
        if (desk.IsRefused) return desk.Refusal!;
        var draft = desk.Value;
        var stored = draft.Reading.Lines.ToDictionary(l => l.Path);
        if (options.Lines.Any(l => !stored.ContainsKey(l.Path)) || options.Lines.DistinctBy(l => l.Path).Count() != options.Lines.Count) return new NoSuchLine();
        var levels = draft.Reading.Basis.Levels.Count;

        var saved = new List<string>();
        var unsaved = new Dictionary<string, Refusal>();
        foreach (var typed in options.Lines)
        {
            var line = stored[typed.Path];
            var text = DraftingRules.Tidy(typed.Text);
            // Not typed in, or already so.
            if (DraftLine.MarkOf(text) == typed.Seen || (!line.Removed && text == DraftingRules.Tidy(line.Text))) continue;
            if (DraftingRules.Line(LinePath.Parse(line.Path).Kind, text, levels) is { } bad) unsaved.Add(line.Path, bad);
            else if (line.Removed) unsaved.Add(line.Path, new TakenOutMeanwhile());
            else if (line.Mark != typed.Seen) unsaved.Add(line.Path, new ChangedMeanwhile(line.Text));
            else
            {
                saved.Add(line.Path);
                draft.Change(line, text);
            }
        }

        await draft.SaveAsync(change, $"changed {string.Join(", ", saved)}", cancel);
        return new LinesSaved(saved, unsaved);
    });

    /// <summary>Takes a line back to what the edition says that the draft began from; a new one goes. A competence that was taken out comes back whole.</summary>
    public Task<Outcome<bool>> UndoAsync(LineOptions options, Change change, CancellationToken cancel) => fresh.TryAsync<bool>(async db =>
    {
        var desk = await DraftDesk.OpenAsync(db, options.DraftId, change, clock.Today(), cancel);
        if (desk.IsRefused) return desk.Refusal!;
        var draft = desk.Value;
        if (draft.Reading.Line(options.Path) is not { } line) return new NoSuchLine();
        if (!line.IsChanged) return true;
        var at = LinePath.Parse(line.Path);
        var part = draft.Reading.Part(at.Part)!;
        if (line.IsNew && !at.IsOptional) return new LineIsNeeded();
        if (part is { IsRemoved: true, IsNew: false } && at.IsCompetence)
        {
            foreach (var other in part.Lines.Where(l => !l.IsNew)) draft.Undo(other);
            draft.GiveBack(at.Part);
        }
        else if (line.IsNew && draft.LastOfItsKind(line) is { } last)
        {
            return last;
        }
        else
        {
            draft.Undo(line);
        }

        await draft.SaveAsync(change, $"undid the change of {line.Path}", cancel);
        return true;
    });

    /// <summary>Takes out one of a list: a duty, a level of a competence, a competence that a role asks for.</summary>
    public Task<Outcome<bool>> RemoveLineAsync(LineOptions options, Change change, CancellationToken cancel) => fresh.TryAsync<bool>(async db =>
    {
        var desk = await DraftDesk.OpenAsync(db, options.DraftId, change, clock.Today(), cancel);
        if (desk.IsRefused) return desk.Refusal!;
        var draft = desk.Value;
        if (draft.Reading.Line(options.Path) is not { Removed: false } line) return new NoSuchLine();
        if (!LinePath.Parse(line.Path).IsOptional) return new LineIsNeeded();
        if (draft.LastOfItsKind(line) is { } last) return last;
        draft.Remove(line);
        await draft.SaveAsync(change, $"took out {line.Path}", cancel);
        return true;
    });

    public Task<Outcome<bool>> AbandonAsync(Guid draftId, Change change, CancellationToken cancel) => fresh.TryAsync<bool>(async db =>
    {
        var desk = await DraftDesk.OpenAsync(db, draftId, change, today: null, cancel);
        if (desk.IsRefused) return desk.Refusal!;
        var draft = desk.Value.Reading.Draft;
        draft.Abandon(change.At);
        db.Record(change, draft.OrganisationId, new DraftAbandoned(draft.Id, draft.FrameworkCode, draft.Version));
        await db.SaveChangesAsync(cancel);
        return true;
    });
}
