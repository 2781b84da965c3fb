using Microsoft.EntityFrameworkCore;
using Underpin.Access;
using Underpin.Framework.Content;
using Underpin.Platform;

namespace Underpin.Framework.Drafting;

/// <summary>A draft that somebody who may edit it works on: keeps what was done to its lines, to put it on record.</summary>
internal sealed class DraftDesk
{
    readonly UnderpinDb _db;
    readonly List<LineEdit> _edits = [];
    int _next;

    DraftDesk(UnderpinDb db, DraftReading reading, int next) => (_db, Reading, _next) = (db, reading, next);

    public DraftReading Reading { get; }

    /// <summary>Lets in the framework editors of the awarding body, while the draft is not settled.</summary>
    /// <param name="today">To edit the text, which rests while people comment on it; null for anything else.</param>
    public static async Task<Outcome<DraftDesk>> OpenAsync(UnderpinDb db, Guid draftId, Change change, DateOnly? today, CancellationToken cancel)
    {
        if (await DraftReading.ReadAsync(db, draftId, tracked: true, cancel) is not { } reading) return new NoSuchDraft();
        var draft = reading.Draft;
        if (!(await db.RolesInAsync(change, draft.OrganisationId, cancel)).Contains(Role.FrameworkEditor)) return new NotAFrameworkEditor(reading.Body.Name);
        if (Settled(draft) is { } settled) return settled;
        if (today is { } day && draft.IsOpenForComment(day)) return new TextIsOut(draft.ConsultationUntil!.Value);
        return new DraftDesk(db, reading, await db.DraftLines.Where(l => l.DraftId == draftId).MaxAsync(l => l.Order, cancel) + 1);
    }

    public static DraftIsSettled? Settled(Draft draft) => draft.Status switch
    {
        DraftStatus.Published => new("published"),
        DraftStatus.Abandoned => new("abandoned"),
        _ => null,
    };

    /// <summary>Adds a line, or brings back one that stood there before, whatever it said.</summary>
    public async Task AddAsync(string path, string text, CancellationToken cancel)
    {
        var draftId = Reading.Draft.Id;
        var stored = await _db.DraftLines.SingleOrDefaultAsync(l => l.DraftId == draftId && l.Path == path, cancel);
        if (stored is null) _db.DraftLines.Add(new() { DraftId = draftId, Path = path, Order = _next++, Text = text, Before = null });
        else (stored.Text, stored.Removed) = (text, false);
        _edits.Add(new(path, null, text));
    }

    public void Change(DraftLine line, string text)
    {
        _edits.Add(new(line.Path, line.Text, text));
        line.Text = text;
    }

    public void Remove(DraftLine line)
    {
        if (line.Removed) return;
        _edits.Add(new(line.Path, line.Text, null));
        line.Removed = true;
    }

    public void Undo(DraftLine line)
    {
        if (!line.IsChanged) return;
        var before = line.Removed ? null : line.Text;
        line.Undo();
        _edits.Add(new(line.Path, before, line.Removed ? null : line.Text));
    }

    /// <summary>A competence is back: nothing replaces it any more, and the roles ask for it again.</summary>
    public void GiveBack(string code)
    {
        foreach (var line in Reading.Lines)
        {
            var at = LinePath.Parse(line.Path);
            if (at.Field == "competence" && at.Key == code && line is { Removed: true, IsNew: false }) Undo(line);
            if (at.Field != "replaces" || line.Removed || !FrameworkLines.Codes(line.Text).Contains(code)) continue;
            var left = string.Join(", ", FrameworkLines.Codes(line.Text).Where(c => c != code));
            if (left.Length == 0) Remove(line);
            else Change(line, left);
        }
    }

    public Refusal? LastOfItsKind(DraftLine line)
    {
        var at = LinePath.Parse(line.Path);
        if (at.Field == "replaces" || Reading.Part(at.Part)!.Lines.Any(l => l != line && !l.Removed && LinePath.Parse(l.Path).Field == at.Field)) return null;
        return new LastOfItsKind(at.Field switch { "duty" => "duty", "level" => "level", _ => "competence asked for" });
    }

    /// <summary>Puts on record what was done and saves it, unless the draft was published or put out for comment in the meantime.</summary>
    public async Task SaveAsync(Change change, string what, CancellationToken cancel)
    {
        if (_edits.Count == 0) return;
        _db.Entry(Reading.Draft).Property(draft => draft.RowVersion).IsModified = true;
        _db.Record(change, Reading.Draft.OrganisationId, new DraftEdited(Reading.Draft.Id, what, _edits));
        await _db.SaveChangesAsync(cancel);
    }
}
