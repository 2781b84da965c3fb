using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Underpin.Access;
using Underpin.Platform;
using Underpin.Platform.Pages;

namespace Underpin.Framework.Drafting;

internal sealed class ConsultModel(UnderpinDb db, PublishService publishing, TimeProvider clock) : PageModel
{
    [BindProperty, Display(Name = "Last day to comment"), Required(ErrorMessage = "Enter the last day to comment")]
    public DateInput? Until { get; set; }

    [BindProperty, Display(Name = "What changes, and why?", Description = "In a few sentences that a head or a technician understands")]
    public string? Summary { get; set; }

    [BindProperty, Display(Name = "What do you ask of people?", Description = "The question to answer, such as “Would this fit the work in your school?”")]
    public string? Question { get; set; }

    public Draft Draft { get; private set; } = null!;
    public int Changed { get; private set; }
    public DateOnly Today => clock.Today();

    public async Task<IActionResult> OnGetAsync(Guid draft, CancellationToken cancel)
    {
        Draft = await db.Drafts.AsNoTracking().SingleAsync(d => d.Id == draft, cancel);
        Changed = await db.DraftLines.CountAsync(l => l.DraftId == draft && (l.Before == null ? !l.Removed : l.Removed || l.Text != l.Before), cancel);
        if (HttpMethods.IsGet(Request.Method)) (Summary, Question) = (Draft.Summary, Draft.Question);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid draft, CancellationToken cancel)
    {
        if (!ModelState.IsValid || Until?.Date is not { } until) return await OnGetAsync(draft, cancel);
        var outcome = await publishing.OpenConsultationAsync(new() { DraftId = draft, Until = until, Question = Question ?? "", Summary = Summary ?? "" }, HttpContext.CurrentUser().Change(clock), cancel);
        if (outcome.Refusal is { } refusal)
        {
            ModelState.AddModelError((refusal as FieldRefused)?.Field ?? "", refusal.Message);
            return await OnGetAsync(draft, cancel);
        }

        this.Say("The draft is open for comment. Everyone can read it at the address of this page.");
        return Redirect($"/consultations/{draft}");
    }
}
