using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Underpin.Platform;

namespace Underpin.Certificates.Claims;

internal sealed class CentreClaimsModel(UnderpinDb db, TimeProvider clock) : PageModel
{
    const int MostShown = 200;

    public string Name { get; private set; } = "";
    public Guid Id { get; private set; }
    public IReadOnlyList<ClaimRow> Waiting { get; private set; } = [];
    public IReadOnlyList<ClaimRow> Decided { get; private set; } = [];
    public DateOnly Today { get; private set; }

    public async Task OnGetAsync(Guid organisation, CancellationToken cancel)
    {
        Id = organisation;
        Today = clock.Today();
        Name = await db.Organisations.Where(o => o.Id == organisation).Select(o => o.Name).SingleAsync(cancel);
        var rows = await ClaimRow.ReadAsync(db, db.Claims.Where(c => c.CentreId == organisation), MostShown, cancel);
        Waiting = [.. rows.Where(r => r.Status == ClaimStatus.Waiting)];
        Decided = [.. rows.Where(r => r.Status != ClaimStatus.Waiting)];
    }
}
