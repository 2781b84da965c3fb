using Microsoft.AspNetCore.Mvc;

namespace Underpin.Portfolios.Enrol;

internal sealed class CentreModel(UnderpinDb db, TimeProvider clock) : EnrolPage(db, clock)
{
    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancel) => await FindAsync(code, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken cancel)
    {
        if (!await FindAsync(code, cancel)) return NotFound();
        if (Centres.All(c => c.Id != Centre)) ModelState.AddModelError(nameof(Centre), "Choose the centre that is to assess you");
        return ModelState.IsValid ? Redirect(Step("work")) : Page();
    }
}
