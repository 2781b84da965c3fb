using Microsoft.AspNetCore.Mvc.RazorPages;
using Underpin.Platform.Web;

namespace Underpin.Qualifications.Downloads;

[PublicPage("content")]
internal sealed class IndexModel(UnderpinDb db) : PageModel
{
    public Edition? Edition { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel) => Edition = await Edition.CurrentAsync(db, cancel);
}
