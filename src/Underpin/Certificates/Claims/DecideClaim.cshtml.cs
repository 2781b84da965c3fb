using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Underpin.Access;
using Underpin.Platform;
using Underpin.Platform.Pages;

namespace Underpin.Certificates.Claims;

internal sealed class DecideClaimModel(UnderpinDb db, ClaimService claims, TimeProvider clock) : PageModel
{
    [BindProperty, Display(Name = "Why is it refused?", Description = "The centre reads this and acts on it")]
    public string? Reason { get; set; }

    public Claim Claim { get; private set; } = null!;
    public ClaimCase Case { get; private set; } = null!;
    public CertificateNumber? Number { get; private set; }
    public bool IsOfficer { get; private set; }
    public bool CanDecide => IsOfficer && Claim.Status == ClaimStatus.Waiting;
    public DateOnly Today { get; private set; }
    public IReadOnlyList<ClaimCheck> Checks => Claim.Status == ClaimStatus.Waiting ? Case.Checks : Claim.Checks;

    public async Task<IActionResult> OnGetAsync(Guid claim, CancellationToken cancel)
    {
        Claim = await db.Claims.AsNoTracking().SingleAsync(c => c.Id == claim, cancel);
        Today = clock.Today();
        if (await ClaimCase.ReadAsync(db, Claim.EnrolmentId, Today, cancel) is not { } found) return NotFound();
        Case = found;
        IsOfficer = HttpContext.CurrentUser().Is(MembershipRole.AwardingOfficer, Claim.AwardingBodyId);
        if (Claim.Status == ClaimStatus.Awarded) Number = await db.Certificates.Where(c => c.ClaimId == claim).Select(c => c.Number).SingleAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAwardAsync(Guid claim, CancellationToken cancel)
    {
        var outcome = await claims.AwardAsync(new() { ClaimId = claim }, HttpContext.CurrentUser().Change(clock), cancel);
        return await AnswerAsync(claim, outcome.Refusal, "", () => $"The certificate is awarded. Its number is {outcome.Value}.", cancel);
    }

    public async Task<IActionResult> OnPostRefuseAsync(Guid claim, CancellationToken cancel)
    {
        var outcome = await claims.RefuseAsync(new() { ClaimId = claim, Reason = Reason ?? "" }, HttpContext.CurrentUser().Change(clock), cancel);
        return await AnswerAsync(claim, outcome.Refusal, outcome.Refusal is ReasonMissing or ReasonOverlong ? nameof(Reason) : "", () => "The claim is refused. The centre has been told why.", cancel);
    }

    async Task<IActionResult> AnswerAsync(Guid claim, Refusal? refusal, string field, Func<string> done, CancellationToken cancel)
    {
        if (refusal is not null)
        {
            ModelState.AddModelError(field, refusal.Message);
            return await OnGetAsync(claim, cancel);
        }

        this.Say(done());
        return Redirect($"/claims/{claim}");
    }
}
