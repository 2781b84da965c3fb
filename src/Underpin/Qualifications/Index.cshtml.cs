using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Underpin.Platform.Web;

namespace Underpin.Qualifications;

[PublicPage("content")]
internal sealed class IndexModel(UnderpinDb db) : PageModel
{
    public IReadOnlyList<Qualification> Qualifications { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) =>
        Qualifications = await db.Qualifications.AsNoTracking().Where(q => q.IsCurrent).OrderBy(q => q.Level).ThenBy(q => q.Code).ToListAsync(cancel);
}
