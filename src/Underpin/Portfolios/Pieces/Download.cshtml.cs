using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Underpin.Platform.Files;

namespace Underpin.Portfolios.Pieces;

internal sealed class DownloadModel(UnderpinDb db, IFileStore store) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid evidence, CancellationToken cancel)
    {
        var file = await db.Evidence.AsNoTracking().Where(e => e.Id == evidence).Select(e => e.File).SingleOrDefaultAsync(cancel);
        if (file is null) return NotFound();
        // Always saved, never shown: a file from outside must not run as a page of this site.
        Response.Headers.XContentTypeOptions = "nosniff";
        Response.Headers.CacheControl = "private, no-store";
        return File(await store.OpenAsync(file.Hash, cancel), file.ContentType, file.Name);
    }
}
