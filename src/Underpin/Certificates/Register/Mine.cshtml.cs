using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Underpin.Access;
using Underpin.Certificates.Issuing;

namespace Underpin.Certificates.Register;

internal sealed class MineModel(UnderpinDb db, IssuerIdentity issuer) : PageModel
{
    public IReadOnlyList<Certificate> Certificates { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var me = HttpContext.CurrentUser().AccountId;
        Certificates = await db.Certificates.AsNoTracking().Where(c => c.LearnerId == me).OrderByDescending(c => c.Id).ToListAsync(cancel);
    }

    public string AddressOf(Certificate certificate) => issuer.At($"/certificates/{certificate.Number}").AbsoluteUri;
}
