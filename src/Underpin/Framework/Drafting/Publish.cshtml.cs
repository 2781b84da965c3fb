using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Underpin.Access;
using Underpin.Platform;
using Underpin.Platform.Pages;

namespace Underpin.Framework.Drafting;

/// <summary>Check your answers, before a draft becomes the current edition for good.</summary>
internal sealed class PublishModel(UnderpinDb db, PublishService publishing, FindTaughtCompetences findTaught, TimeProvider clock) : PageModel
{
    [BindProperty, Display(Name = "What changes, and why?", Description = "It stands beside the edition for good. A few sentences that a head or a technician understands")]
    public string? Summary { get; set; }

    [BindProperty]
    public string? Seen { get; set; }

    public DraftReading Reading { get; private set; } = null!;
    public IReadOnlyList<PublishCheck> Checks { get; private set; } = [];
    public bool IsReady => Checks.All(c => c.Passed);
    public DateOnly Today { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid draft, CancellationToken cancel)
    {
        if (await DraftReading.ReadAsync(db, draft, tracked: false, cancel) is not { } reading) return NotFound();
        (Reading, Today) = (reading, clock.Today());
        if (reading.Draft.IsSettled) return Redirect($"/drafts/{draft}");
        Checks = await PublishChecks.RunAsync(db, reading, findTaught, Today, cancel);
        ModelState.Remove(nameof(Seen));
        Seen = PublishService.SeenOf(reading);
        if (HttpMethods.IsGet(Request.Method)) Summary = reading.Draft.Summary;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid draft, CancellationToken cancel)
    {
        var outcome = await publishing.PublishAsync(new() { DraftId = draft, Summary = Summary ?? "", Seen = Seen ?? "" }, HttpContext.CurrentUser().Change(clock), cancel);
        if (outcome.Refusal is { } refusal)
        {
            if (refusal is DraftIsSettled) this.Say(refusal.Message);
            else ModelState.AddModelError((refusal as FieldRefused)?.Field ?? "", refusal.Message);
            return await OnGetAsync(draft, cancel);
        }

        this.Say($"Edition {outcome.Value} is published. It is the current edition from now on.");
        return Redirect($"/framework/editions/{outcome.Value}?framework={Uri.EscapeDataString((await db.Drafts.FindAsync([draft], cancel))!.FrameworkCode)}");
    }
}
