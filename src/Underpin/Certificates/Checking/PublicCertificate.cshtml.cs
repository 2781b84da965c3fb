using Microsoft.AspNetCore.Mvc.RazorPages;
using Underpin.Platform.Web;

namespace Underpin.Certificates.Checking;

/// <summary>The address on every printed certificate. The same for all visitors, and sets no cookie, so it may be kept for a short while.</summary>
[PublicPage(CertificatesRoom.CacheTag)]
internal sealed class PublicCertificateModel(VerificationService verification) : PageModel
{
    public string Number { get; private set; } = "";
    public VerificationAnswer Answer { get; private set; } = null!;

    public async Task OnGetAsync(string number, CancellationToken cancel)
    {
        Number = CertificateNumber.TryParse(number, null, out var read) ? read.ToString() : number.Length <= 40 ? number : number[..40] + "…";
        Answer = await verification.ByNumberAsync(number, cancel);
    }
}
