using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Underpin.Access;
using Underpin.Platform;
using Underpin.Platform.Pages;

namespace Underpin.Certificates.Register;

internal sealed class ManageModel(UnderpinDb db, RevocationService revocation, TimeProvider clock) : PageModel
{
    [BindProperty, Display(Name = "Why is it revoked?", Description = "The holder reads this. The public is told the day, not the reason")]
    public string? Reason { get; set; }

    [BindProperty]
    public int Seen { get; set; }

    public Certificate Certificate { get; private set; } = null!;
    public bool IsConfirming { get; private set; }

    public async Task OnGetAsync(Guid certificate, CancellationToken cancel)
    {
        Certificate = await db.Certificates.AsNoTracking().SingleAsync(c => c.Id == certificate, cancel);
        if (HttpMethods.IsGet(Request.Method)) Seen = Certificate.RowVersion;
    }

    public async Task<IActionResult> OnPostCheckAsync(Guid certificate, CancellationToken cancel)
    {
        await OnGetAsync(certificate, cancel);
        if (CertificateRules.Reason(Reason ?? "", "the certificate is revoked") is { } bad) ModelState.AddModelError(nameof(Reason), bad.Message);
        else IsConfirming = true;
        return Page();
    }

    public async Task<IActionResult> OnPostRevokeAsync(Guid certificate, CancellationToken cancel)
    {
        var outcome = await revocation.RevokeAsync(new() { CertificateId = certificate, Reason = Reason ?? "", Seen = Seen }, HttpContext.CurrentUser().Change(clock), cancel);
        if (outcome.Refusal is { } refusal)
        {
            ModelState.AddModelError(refusal is ReasonMissing or ReasonOverlong ? nameof(Reason) : "", refusal.Message);
            await OnGetAsync(certificate, cancel);
            return Page();
        }

        this.Say($"{outcome.Value.Number} is revoked. The holder has been told.");
        return Redirect($"/certificates/manage/{certificate}");
    }
}
