using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Underpin.Access;
using Underpin.Platform;
using Underpin.Platform.Pages;

namespace Underpin.Certificates.Claims;

internal sealed class ClaimForLearnerModel(UnderpinDb db, ClaimService claims, TimeProvider clock) : PageModel
{
    public ClaimCase Case { get; private set; } = null!;

    /// <summary>The claim that was not refused, if there is one.</summary>
    public Claim? Standing { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid enrolment, CancellationToken cancel)
    {
        if (await ClaimCase.ReadAsync(db, enrolment, clock.Today(), cancel) is not { } found) return NotFound();
        Case = found;
        Standing = await db.Claims.AsNoTracking().SingleOrDefaultAsync(c => c.EnrolmentId == enrolment && c.Status != ClaimStatus.Refused, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid enrolment, CancellationToken cancel)
    {
        var outcome = await claims.ClaimAsync(new() { EnrolmentId = enrolment }, HttpContext.CurrentUser().Change(clock), cancel);
        if (outcome.Refusal is { } refusal)
        {
            ModelState.AddModelError("", refusal.Message);
            return await OnGetAsync(enrolment, cancel);
        }

        this.Say(outcome.Value.Number is { } number
            ? $"The certificate is awarded. Its number is {number}, and the learner has been told."
            : "The certificate is claimed. The awarding body will decide.");
        return Redirect($"/claims/{outcome.Value.ClaimId}");
    }
}
