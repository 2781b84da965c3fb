using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Underpin.Access;
using Underpin.Framework.Content;
using Underpin.Platform;
using Underpin.Platform.Pages;

namespace Underpin.Framework.Drafting;

/// <summary>An awarding body's drafts, and the way to begin one.</summary>
internal sealed class DraftsModel(UnderpinDb db, DraftService drafts, TimeProvider clock) : PageModel
{
    internal sealed record Row(Draft Draft, int Comments, int Unanswered);

    [BindProperty, Display(Name = "What is this draft called?", Description = "For example, “Autumn revision”")]
    public string? Name { get; set; }

    [BindProperty, Display(Name = "Version of the new edition", Description = "A year and a number")]
    public string? Version { get; set; }

    [BindProperty]
    public string? Framework { get; set; }

    public Organisation Body { get; private set; } = null!;
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>The current edition of a framework of this body of which no draft is open.</summary>
    public PublishedFramework? ToRevise { get; private set; }
    public bool IsEditor { get; private set; }
    public DateOnly Today { get; private set; }

    public async Task OnGetAsync(Guid organisation, CancellationToken cancel)
    {
        Today = clock.Today();
        IsEditor = HttpContext.CurrentUser().Is(MembershipRole.FrameworkEditor, organisation);
        Body = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == organisation, cancel);
        Rows = [.. (await db.Drafts.AsNoTracking().Where(d => d.OrganisationId == organisation).OrderByDescending(d => d.BegunAt)
            .Select(d => new
            {
                Draft = d,
                Comments = db.DraftComments.Count(c => c.DraftId == d.Id && c.HiddenAt == null),
                Unanswered = db.DraftComments.Count(c => c.DraftId == d.Id && c.HiddenAt == null && !db.CommentReplies.Any(r => r.CommentId == c.Id)),
            }).ToListAsync(cancel)).Select(d => new Row(d.Draft, d.Comments, d.Unanswered))];
        var code = Body.Code.ToLowerInvariant();
        var open = Rows.Where(r => !r.Draft.IsSettled).Select(r => r.Draft.FrameworkCode).ToList();
        ToRevise = await db.Frameworks.AsNoTracking().Where(f => f.IsCurrent && f.AwardingBody.ToLower() == code && !open.Contains(f.Code)).OrderBy(f => f.Id).FirstOrDefaultAsync(cancel);
        if (ToRevise is not null && HttpMethods.IsGet(Request.Method)) Version = DraftingRules.Next(FrameworkVersion.Parse(ToRevise.Version), Today).ToString();
    }

    public async Task<IActionResult> OnPostAsync(Guid organisation, CancellationToken cancel)
    {
        var from = await db.Frameworks.Where(f => f.Code == Framework && f.IsCurrent).Select(f => f.Version).FirstOrDefaultAsync(cancel);
        var outcome = await drafts.BeginAsync(new() { OrganisationId = organisation, FrameworkCode = Framework ?? "", From = from ?? "", Title = Name ?? "", Version = Version ?? "" }, HttpContext.CurrentUser().Change(clock), cancel);
        if (outcome.Refusal is { } refusal)
        {
            ModelState.AddModelError(refusal switch { WordsMissing or WordsOverlong => nameof(Name), NotAVersion or VersionNotLater => nameof(Version), _ => "" }, refusal.Message);
            await OnGetAsync(organisation, cancel);
            return Page();
        }

        this.Say("The draft is begun. It says what the current edition says until you change it.");
        return Redirect($"/drafts/{outcome.Value}");
    }
}
