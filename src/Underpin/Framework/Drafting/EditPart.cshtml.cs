using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Underpin.Access;
using Underpin.Framework.Content;
using Underpin.Framework.Content.Lint;
using Underpin.Platform;
using Underpin.Platform.Pages;

namespace Underpin.Framework.Drafting;

/// <summary>One area, competence or role of a draft with its lines as fields. One button saves all that was typed.</summary>
internal sealed class EditPartModel(UnderpinDb db, DraftService drafts, DraftAdditions additions, TimeProvider clock) : PageModel
{
    internal sealed class LineInput
    {
        public string Path { get; set; } = "";
        public string? Text { get; set; }
        public string? Seen { get; set; }
    }

    [BindProperty]
    public List<LineInput> Lines { get; set; } = [];

    [BindProperty, Display(Name = "Another duty", Description = "Begin with a verb. Leave it empty to add none")]
    public string? NewDuty { get; set; }

    [BindProperty, Display(Name = "Another competence that the role asks for")]
    public string? NewAsked { get; set; }

    [BindProperty, Display(Name = "At which level?")]
    public int? NewAskedLevel { get; set; }

    [BindProperty, Display(Name = "Another level")]
    public int? NewLevel { get; set; }

    [BindProperty, Display(Name = "What does a person do at that level?", Description = "Begin with a verb")]
    public string? NewLevelText { get; set; }

    /// <summary>A button beside a line: the line to take back to what it said, or to take out.</summary>
    [BindProperty]
    public string? Undo { get; set; }

    [BindProperty]
    public string? Remove { get; set; }

    public DraftReading Reading { get; private set; } = null!;
    public DraftPart Part { get; private set; } = null!;
    public bool IsRole => LinePath.Parse(Part.Lines[0].Path).IsRole;
    public bool IsCompetence => LinePath.Parse(Part.Lines[0].Path).IsCompetence;
    public bool IsArea => Part.Code.Length == 3;
    public bool CanEdit => !Reading.Draft.IsSettled && !Reading.Draft.IsOpenForComment(clock.Today());
    public DateOnly Today => clock.Today();
    public ILookup<string, LineFinding> Findings { get; private set; } = null!;
    public IReadOnlyDictionary<string, int> Waiting { get; private set; } = new Dictionary<string, int>();

    /// <summary>What others made of lines that the person was writing in.</summary>
    public IReadOnlyDictionary<string, string> Theirs { get; private set; } = new Dictionary<string, string>();

    public IReadOnlyList<SelectListItem> LevelChoices { get; private set; } = [];
    public IReadOnlyList<SelectListItem> MissingLevels { get; private set; } = [];
    public IReadOnlyList<SelectListItem> MissingCompetences { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid draft, string part, CancellationToken cancel)
    {
        if (await ReadAsync(draft, part, cancel) is not { } found) return NotFound();
        Lines = [.. found.Lines.Where(l => !l.Removed).Select(l => new LineInput { Path = l.Path, Text = l.Text, Seen = l.Mark })];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid draft, string part, CancellationToken cancel)
    {
        if (await ReadAsync(draft, part, cancel) is null) return NotFound();
        var change = HttpContext.CurrentUser().Change(clock);
        var own = Part.Lines.Select(l => l.Path).ToHashSet();
        if (Lines.Any(l => !own.Contains(l.Path)) || (Undo is not null && !own.Contains(Undo)) || (Remove is not null && !own.Contains(Remove)))
            return await AgainAsync(draft, part, new Dictionary<string, Refusal> { [""] = new NoSuchLine() }, [], cancel);

        // A button beside one line saves the others too: nothing that was typed is lost.
        var typed = Lines.Where(l => l.Path != Undo && l.Path != Remove).Select(l => new TypedLine(l.Path, l.Text, l.Seen)).ToList();
        var saved = await drafts.ChangeLinesAsync(new() { DraftId = draft, Lines = typed }, change, cancel);
        if (saved.Refusal is { } refusal) return await AgainAsync(draft, part, new Dictionary<string, Refusal> { [""] = refusal }, [], cancel);
        var done = saved.Value.Saved.Count;
        var unsaved = new Dictionary<string, Refusal>(saved.Value.Unsaved);
        done += await AddAsync(draft, change, unsaved, cancel);
        if (Undo is not null && (await drafts.UndoAsync(new() { DraftId = draft, Path = Undo }, change, cancel)).Refusal is { } notUndone) unsaved[""] = notUndone;
        if (Remove is not null && (await drafts.RemoveLineAsync(new() { DraftId = draft, Path = Remove }, change, cancel)).Refusal is { } notRemoved) unsaved[""] = notRemoved;
        if (unsaved.Count > 0) return await AgainAsync(draft, part, unsaved, saved.Value.Saved, cancel);

        this.Say(Undo is not null ? "Your change is undone." : Remove is not null ? "The line is taken out." : done == 0 ? "Nothing was changed, so nothing was saved." : done == 1 ? "One line is saved." : $"{done} lines are saved.");
        // A new competence that is taken back is no more.
        return Redirect(await db.DraftLines.AnyAsync(l => l.DraftId == draft && (!l.Removed || l.Before != null) && l.Path.StartsWith(part + "."), cancel) || part == LinePath.Framework ? $"/drafts/{draft}/edit/{part}" : $"/drafts/{draft}");
    }

    async Task<int> AddAsync(Guid draft, Change change, Dictionary<string, Refusal> unsaved, CancellationToken cancel)
    {
        var added = 0;
        if (IsRole && !string.IsNullOrWhiteSpace(NewDuty))
            Count(await additions.AddDutyAsync(new() { DraftId = draft, Role = Part.Code[LinePath.RolePrefix.Length..], Text = NewDuty }, change, cancel), nameof(NewDuty), () => NewDuty = null);
        if (IsRole && !string.IsNullOrEmpty(NewAsked))
            Count(await additions.AskForAsync(new() { DraftId = draft, Role = Part.Code[LinePath.RolePrefix.Length..], Competence = NewAsked, Level = NewAskedLevel ?? 0 }, change, cancel), nameof(NewAskedLevel), () => (NewAsked, NewAskedLevel) = (null, null));
        if (IsCompetence && (NewLevel is not null || !string.IsNullOrWhiteSpace(NewLevelText)))
            Count(await additions.AddLevelAsync(new() { DraftId = draft, Competence = Part.Code, Level = NewLevel ?? 0, Text = NewLevelText ?? "" }, change, cancel), nameof(NewLevelText), () => (NewLevel, NewLevelText) = (null, null));
        return added;

        void Count(Outcome<string> outcome, string field, Action clear)
        {
            if (outcome.Refusal is not { } refusal)
            {
                added++;
                foreach (var key in ModelState.Keys.Where(k => k.StartsWith("New", StringComparison.Ordinal)).ToList()) ModelState.Remove(key);
                clear();
            }
            else unsaved[refusal is FieldRefused { Field: "Level" } && field == nameof(NewLevelText) ? nameof(NewLevel) : field] = refusal;
        }
    }

    /// <summary>The form again, with all that was typed, and with what others did meanwhile beside it.</summary>
    async Task<IActionResult> AgainAsync(Guid draft, string part, IReadOnlyDictionary<string, Refusal> unsaved, IReadOnlyList<string> saved, CancellationToken cancel)
    {
        if (await ReadAsync(draft, part, cancel) is null) return NotFound();
        Theirs = unsaved.Where(u => u.Value is ChangedMeanwhile).ToDictionary(u => u.Key, u => ((ChangedMeanwhile)u.Value).Theirs);
        foreach (var (path, refusal) in unsaved)
        {
            var place = Lines.FindIndex(l => l.Path == path);
            ModelState.AddModelError(place >= 0 ? $"Lines[{place}].Text" : path.StartsWith("New", StringComparison.Ordinal) ? path : "", refusal.Message);
        }

        for (var i = 0; i < Lines.Count; i++)
        {
            // What was saved, and what now stands beside what was typed, has been seen; what has a fault in it is still to be saved over what was seen first.
            if (!saved.Contains(Lines[i].Path) && !Theirs.ContainsKey(Lines[i].Path)) continue;
            ModelState.Remove($"Lines[{i}].Seen");
            Lines[i].Seen = Reading.Line(Lines[i].Path)?.Mark;
        }

        return Page();
    }

    async Task<DraftPart?> ReadAsync(Guid draft, string part, CancellationToken cancel)
    {
        if (await DraftReading.ReadAsync(db, draft, tracked: false, cancel) is not { } reading || reading.Part(part) is not { } found) return null;
        (Reading, Part) = (reading, found);
        Findings = PublishChecks.Findings(reading, reading.Proposed(Today), Today).Where(f => LinePath.Parse(f.Path).Part == part).ToLookup(f => f.Path);
        var prefix = part == LinePath.Framework ? "" : $"{part}.";
        Waiting = await db.DraftComments.Where(c => c.DraftId == draft && c.HiddenAt == null && c.Path.StartsWith(prefix) && !db.CommentReplies.Any(r => r.CommentId == c.Id))
            .GroupBy(c => c.Path).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        LevelChoices = [.. reading.Basis.Levels.Select(l => new SelectListItem($"{l.Level}. {l.Title}", l.Level.ToString(CultureInfo.InvariantCulture)))];
        var here = found.Lines.Where(l => !l.Removed).Select(l => LinePath.Parse(l.Path)).ToList();
        if (IsCompetence) MissingLevels = [.. LevelChoices.Where(l => here.All(at => at.Field != "level" || at.Key != l.Value))];
        if (IsRole) MissingCompetences = [.. reading.Competences.Where(c => !c.IsRemoved && here.All(at => at.Key != c.Code)).Select(c => new SelectListItem($"{c.Code} {c.Title}", c.Code))];
        return found;
    }
}
