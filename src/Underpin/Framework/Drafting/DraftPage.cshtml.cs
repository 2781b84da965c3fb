using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Underpin.Access;
using Underpin.Framework.Content;
using Underpin.Platform;
using Underpin.Platform.Pages;

namespace Underpin.Framework.Drafting;

/// <summary>A draft's outline: what changed where, what the linter finds, and where comments wait.</summary>
internal sealed class DraftPageModel(UnderpinDb db, DraftService drafts, PublishService publishing, TimeProvider clock) : PageModel
{
    const int MostFound = 50;

    internal sealed record Counts(int Changed, int Findings, int Waiting)
    {
        public bool Any => Changed + Findings + Waiting > 0;
    }

    public DraftReading Reading { get; private set; } = null!;
    public Draft Draft => Reading.Draft;
    public bool IsEditor { get; private set; }
    public bool CanEdit => IsEditor && !Draft.IsSettled && !Draft.IsOpenForComment(Today);
    public DateOnly Today { get; private set; }
    public int Comments { get; private set; }
    public int Waiting { get; private set; }
    public int Findings { get; private set; }
    public string? Q { get; private set; }
    public IReadOnlyList<DraftLine> Found { get; private set; } = [];
    public int FoundInAll { get; private set; }
    Dictionary<string, Counts> _counts = [];

    public Counts Of(string part) => _counts.GetValueOrDefault(part) ?? new(0, 0, 0);

    public async Task<IActionResult> OnGetAsync(Guid draft, string? q, CancellationToken cancel)
    {
        if (await DraftReading.ReadAsync(db, draft, tracked: false, cancel) is not { } reading) return NotFound();
        (Reading, Today, Q) = (reading, clock.Today(), q?.Trim());
        IsEditor = HttpContext.CurrentUser().Is(MembershipRole.FrameworkEditor, Draft.OrganisationId);
        var comments = await db.DraftComments.Where(c => c.DraftId == draft && c.HiddenAt == null).GroupBy(c => c.Path)
            .Select(g => new { g.Key, Count = g.Count(), Waiting = g.Count(c => !db.CommentReplies.Any(r => r.CommentId == c.Id)) }).ToListAsync(cancel);
        var findings = PublishChecks.Findings(reading, reading.Proposed(Today), Today);
        (Comments, Waiting, Findings) = (comments.Sum(c => c.Count), comments.Sum(c => c.Waiting), findings.Count);
        var waiting = comments.ToLookup(c => LinePath.Parse(c.Key).Part, c => c.Waiting);
        var found = findings.ToLookup(f => LinePath.Parse(f.Path).Part);
        _counts = reading.Parts.ToDictionary(p => p.Code, p => new Counts(p.Changed, found[p.Code].Count(), waiting[p.Code].Sum()));
        if (!string.IsNullOrEmpty(Q))
        {
            var matching = reading.Lines.Where(l => !l.Removed && (l.Text.Contains(Q, StringComparison.OrdinalIgnoreCase) || l.Path.Contains(Q, StringComparison.OrdinalIgnoreCase))).ToList();
            (Found, FoundInAll) = ([.. matching.Take(MostFound)], matching.Count);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostCloseAsync(Guid draft, CancellationToken cancel) =>
        await AnswerAsync(draft, (await publishing.CloseConsultationAsync(draft, HttpContext.CurrentUser().Change(clock), cancel)).Refusal, "The consultation is closed. You can change the text again, and answer what people said.", cancel);

    public async Task<IActionResult> OnPostAbandonAsync(Guid draft, CancellationToken cancel) =>
        await AnswerAsync(draft, (await drafts.AbandonAsync(draft, HttpContext.CurrentUser().Change(clock), cancel)).Refusal, "The draft is abandoned. Its text and comments stay on record.", cancel);

    async Task<IActionResult> AnswerAsync(Guid draft, Refusal? refusal, string done, CancellationToken cancel)
    {
        if (refusal is null)
        {
            this.Say(done);
            return Redirect($"/drafts/{draft}");
        }

        ModelState.AddModelError("", refusal.Message);
        return await OnGetAsync(draft, null, cancel);
    }
}
