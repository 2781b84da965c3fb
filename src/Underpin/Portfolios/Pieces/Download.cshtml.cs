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
        return await store.SendAsync(Response, new(file.Hash, file.Name, file.ContentType, file.Size), show: false, cancel);
    }
}
