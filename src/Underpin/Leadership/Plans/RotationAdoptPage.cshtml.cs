using Microsoft.AspNetCore.Mvc;
using Underpin.Leadership.Rotation;
using Underpin.Platform.Pages;

namespace Underpin.Leadership.Plans;

internal sealed class RotationAdoptPageModel(UnderpinDb db, LeadershipShelf shelf, RotationService rotations, TimeProvider clock) : RotationPage(db, shelf, clock)
{
    [BindProperty]
    public int Seen { get; set; }

    public RotationPlan? Plan => Record is { State: RotationState.Done, Findings.Plan: { } plan } ? plan : null;

    public async Task<IActionResult> OnGetAsync(Guid scenario, CancellationToken cancel) => await ReadRotationAsync(scenario, renewed: false, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid scenario, CancellationToken cancel)
    {
        var adopted = await rotations.AdoptAsync(new() { Scenario = scenario, Seen = Seen }, ByMe(), cancel);
        if (adopted.Refusal is { } refusal)
        {
            ModelState.AddModelError("", refusal.Message);
            return await OnGetAsync(scenario, cancel);
        }

        this.Say("The rotation is written into the scenario.");
        return Redirect($"/scenarios/{scenario}/rotation");
    }
}
