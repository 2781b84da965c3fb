using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Underpin.Access;
using Underpin.Framework.Drafting;
using Underpin.Platform;
using Underpin.Platform.Pages;

namespace Underpin.Framework.Consultation;

/// <summary>Comments as the editors see them: those that wait for an answer first, the most supported of them first.</summary>
internal sealed class DraftCommentsModel(UnderpinDb db, CommentService comments, TimeProvider clock) : PageModel
{
    const int MostShown = 100;

    /// <summary>The one whose form is open: one at a time, the first unless another is chosen.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Comment { get; set; }

    [BindProperty, Display(Name = "Outcome")]
    public CommentOutcome? Decision { get; set; }

    [BindProperty, Display(Name = "Reason", Description = "The person who commented reads it, and so does everyone")]
    public string? Reason { get; set; }

    [BindProperty, Display(Name = "Why is it hidden?", Description = "It is shown in place of the comment")]
    public string? HideReason { get; set; }

    public DraftReading Reading { get; private set; } = null!;
    public IReadOnlyList<ShownComment> Waiting { get; private set; } = [];
    public int WaitingInAll { get; private set; }
    public IReadOnlyList<ShownComment> Done { get; private set; } = [];
    public bool IsEditor { get; private set; }
    public bool CanEdit { get; private set; }
    public bool CanAnswer => IsEditor && !Reading.Draft.IsSettled;

    public async Task<IActionResult> OnGetAsync(Guid draft, CancellationToken cancel)
    {
        if (await DraftReading.ReadAsync(db, draft, tracked: false, cancel) is not { } reading) return NotFound();
        Reading = reading;
        IsEditor = HttpContext.CurrentUser().Is(MembershipRole.FrameworkEditor, reading.Draft.OrganisationId);
        var all = await ShownComment.ReadAsync(db, db.DraftComments.Where(c => c.DraftId == draft), null, cancel);
        var waiting = all.Where(c => c is { Reply: null, IsHidden: false }).OrderByDescending(c => c.Supports).ThenBy(c => c.At).ToList();
        (Waiting, WaitingInAll) = ([.. waiting.Take(MostShown)], waiting.Count);
        if (Waiting.Count > 0 && Waiting.All(c => c.Id != Comment)) Comment = Waiting[0].Id;
        CanEdit = IsEditor && !reading.Draft.IsSettled && !reading.Draft.IsOpenForComment(clock.Today());
        Done = [.. all.Where(c => c.Reply is not null || c.IsHidden)];
        return Page();
    }

    public async Task<IActionResult> OnPostReplyAsync(Guid draft, CancellationToken cancel)
    {
        if (Decision is not { } decision)
        {
            ModelState.AddModelError(nameof(Decision), "Choose an outcome");
            return await OnGetAsync(draft, cancel);
        }

        var outcome = await comments.ReplyAsync(new() { DraftId = draft, CommentId = Comment, Outcome = decision, Reason = Reason }, HttpContext.CurrentUser().Change(clock), cancel);
        return await AnswerAsync(draft, outcome.Refusal, outcome.Refusal is ReasonNeeded or ReasonTooLong or CommentUnprintable ? nameof(Reason) : "", "Your answer is published.", cancel);
    }

    public async Task<IActionResult> OnPostHideAsync(Guid draft, CancellationToken cancel)
    {
        var outcome = await comments.HideAsync(new() { DraftId = draft, CommentId = Comment, Reason = HideReason }, HttpContext.CurrentUser().Change(clock), cancel);
        return await AnswerAsync(draft, outcome.Refusal, outcome.Refusal is ReasonNeeded or ReasonTooLong or CommentUnprintable ? nameof(HideReason) : "", "The comment is hidden. Its author still sees it, and why it is hidden.", cancel);
    }

    async Task<IActionResult> AnswerAsync(Guid draft, Refusal? refusal, string field, string done, CancellationToken cancel)
    {
        if (refusal is not null)
        {
            ModelState.AddModelError(field, refusal.Message);
            return await OnGetAsync(draft, cancel);
        }

        this.Say(done);
        return Redirect($"/drafts/{draft}/comments");
    }
}
