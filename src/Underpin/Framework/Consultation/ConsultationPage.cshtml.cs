using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Underpin.Access;
using Underpin.Framework.Content;
using Underpin.Framework.Drafting;
using Underpin.Platform;
using Underpin.Platform.Pages;
using Underpin.Platform.Web;

namespace Underpin.Framework.Consultation;

/// <summary>
/// A draft before the public. Without a part: what it is about and where things change. With one: that area's lines, each with its comments.
/// </summary>
[PublicPage(FrameworkRoom.ConsultationTag)]
internal sealed class ConsultationPageModel(UnderpinDb db, CommentService comments, TimeProvider clock) : PageModel
{
    /// <summary>What is read on one page: the framework's own texts, an area with its competences, or a role.</summary>
    internal sealed record Section(string Code, string Title, IReadOnlyList<DraftPart> Parts)
    {
        public int Changed => Parts.Sum(p => p.Changed);
    }

    [BindProperty(SupportsGet = true)]
    public string? Part { get; set; }

    /// <summary>The line that the person comments on: its form is open.</summary>
    [BindProperty(SupportsGet = true)]
    public string? At { get; set; }

    [BindProperty, Display(Name = "Your comment", Description = "Your name and what you write are public, for good")]
    public string? Text { get; set; }

    public DraftReading Reading { get; private set; } = null!;
    public Draft Draft => Reading.Draft;
    public CurrentUser Me { get; private set; } = CurrentUser.Nobody;
    public DateOnly Today { get; private set; }
    public bool IsOpen => Draft.IsOpenForComment(Today);
    public IReadOnlyList<Section> Sections { get; private set; } = [];
    public IReadOnlyDictionary<string, int> CommentCounts { get; private set; } = new Dictionary<string, int>();
    public Section? Shown { get; private set; }
    public ILookup<string, ShownComment> Comments { get; private set; } = null!;

    public Section? Neighbour(int step) => Shown is null ? null : Sections.ElementAtOrDefault(Sections.ToList().IndexOf(Shown) + step);

    public async Task<IActionResult> OnGetAsync(Guid draft, CancellationToken cancel)
    {
        if (await DraftReading.ReadAsync(db, draft, tracked: false, cancel) is not { } reading || !reading.Draft.WasConsultedOn) return NotFound();
        (Reading, Me, Today) = (reading, HttpContext.CurrentUser(), clock.Today());
        Sections =
        [
            new(LinePath.Framework, "The framework as a whole", [reading.Part(LinePath.Framework)!]),
            .. reading.Areas.Select(area => new Section(area.Code, area.Title, [area, .. reading.CompetencesOf(area.Code)])),
            .. reading.Roles.Select(role => new Section(role.Code, role.Title, [role])),
        ];
        var counts = await db.DraftComments.Where(c => c.DraftId == draft && c.HiddenAt == null).GroupBy(c => c.Path).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancel);
        var sectionOf = Sections.SelectMany(s => s.Parts.Select(p => (p.Code, Section: s.Code))).ToDictionary(p => p.Code, p => p.Section);
        CommentCounts = counts.Where(c => sectionOf.ContainsKey(LinePath.Parse(c.Key).Part)).GroupBy(c => sectionOf[LinePath.Parse(c.Key).Part]).ToDictionary(g => g.Key, g => g.Sum(c => c.Count));
        if (Part is null) return Page();
        if (Sections.FirstOrDefault(s => s.Code == Part) is not { } shown) return NotFound();
        Shown = shown;
        var paths = shown.Parts.SelectMany(p => p.Lines).Select(l => l.Path).ToList();
        Comments = (await ShownComment.ReadAsync(db, db.DraftComments.Where(c => c.DraftId == draft && paths.Contains(c.Path)), Me.Id, cancel)).ToLookup(c => c.Path);
        return Page();
    }

    public async Task<IActionResult> OnPostCommentAsync(Guid draft, CancellationToken cancel)
    {
        var outcome = await comments.CommentAsync(new() { DraftId = draft, Path = At ?? "", Text = Text }, HttpContext.CurrentUser().Change(clock), cancel);
        return await AnswerAsync(draft, outcome.Refusal, nameof(Text), "Your comment is published. The editors answer every comment.", outcome.IsRefused ? At : $"comment-{outcome.Value}", cancel);
    }

    public async Task<IActionResult> OnPostSupportAsync(Guid draft, Guid comment, CancellationToken cancel)
    {
        var outcome = await comments.SupportAsync(new() { DraftId = draft, CommentId = comment }, HttpContext.CurrentUser().Change(clock), cancel);
        return await AnswerAsync(draft, outcome.Refusal, "", "You support this comment.", $"comment-{comment}", cancel);
    }

    public async Task<IActionResult> OnPostTakeBackAsync(Guid draft, Guid comment, CancellationToken cancel)
    {
        var outcome = await comments.TakeBackAsync(new() { DraftId = draft, CommentId = comment }, HttpContext.CurrentUser().Change(clock), cancel);
        return await AnswerAsync(draft, outcome.Refusal, "", "You no longer support this comment.", $"comment-{comment}", cancel);
    }

    async Task<IActionResult> AnswerAsync(Guid draft, Refusal? refusal, string field, string done, string? place, CancellationToken cancel)
    {
        if (refusal is null)
        {
            this.Say(done);
            return Redirect($"/consultations/{draft}?part={Uri.EscapeDataString(Part ?? LinePath.Framework)}#{place}");
        }

        ModelState.AddModelError(refusal is CommentEmpty or CommentOverlong or CommentUnprintable or TooManyComments ? field : "", refusal.Message);
        return await OnGetAsync(draft, cancel);
    }
}
