using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Underpin.Access.YourAccount;

internal sealed class DataModel(UnderpinDb db, IEnumerable<PersonalDataSource> sources) : PageModel
{
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Response.Headers.CacheControl = "no-store";
        return File(await PersonalDataFile.MakeAsync(db, sources, HttpContext.CurrentUser().AccountId, cancel), "application/json", "underpin-my-data.json");
    }
}
