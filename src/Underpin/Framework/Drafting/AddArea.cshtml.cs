using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Underpin.Access;
using Underpin.Platform.Pages;

namespace Underpin.Framework.Drafting;

internal sealed class AddAreaModel(UnderpinDb db, DraftAdditions additions, TimeProvider clock) : PageModel
{
    [BindProperty, Display(Name = "Code", Description = "Three capital letters that no area has had before, such as SUP")]
    public string? Code { get; set; }

    [BindProperty, Display(Name = "Title")]
    public string? Title { get; set; }

    [BindProperty, Display(Name = "Summary", Description = "Two or three sentences that a head understands")]
    public string? Summary { get; set; }

    public Draft Draft { get; private set; } = null!;

    public async Task OnGetAsync(Guid draft, CancellationToken cancel) => Draft = await db.Drafts.AsNoTracking().SingleAsync(d => d.Id == draft, cancel);

    public async Task<IActionResult> OnPostAsync(Guid draft, CancellationToken cancel)
    {
        var outcome = await additions.AddAreaAsync(new() { DraftId = draft, Code = Code ?? "", Title = Title ?? "", Summary = Summary ?? "" }, HttpContext.CurrentUser().Change(clock), cancel);
        if (outcome.Refusal is { } refusal)
        {
            ModelState.AddModelError((refusal as FieldRefused)?.Field ?? "", refusal.Message);
            await OnGetAsync(draft, cancel);
            return Page();
        }

        this.Say($"Area {outcome.Value} is added. It needs a competence: add the first.");
        return Redirect($"/drafts/{draft}/add/competence?area={outcome.Value}");
    }
}
