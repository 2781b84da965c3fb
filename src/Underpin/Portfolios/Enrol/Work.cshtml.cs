using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Underpin.Portfolios.Enrol;

internal sealed class WorkModel(UnderpinDb db, TimeProvider clock) : EnrolPage(db, clock)
{
    public const string NotNow = "none";

    public IReadOnlyList<WorkChoice> Workplaces { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancel)
    {
        if (!await FindAsync(code, cancel)) return NotFound();
        if (Centres.All(c => c.Id != Centre)) return Redirect(Step("centre"));
        Workplaces = await WorkplacesAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken cancel)
    {
        if (await OnGetAsync(code, cancel) is not PageResult page) return Redirect(Qualification is null ? $"/enrol/{code}" : Step("centre"));
        if (Employer != NotNow && Workplaces.All(w => w.Id != EmployerId)) ModelState.AddModelError(nameof(Employer), "Choose where you work, or “Not now”");
        return ModelState.IsValid ? Redirect(Step("check")) : page;
    }
}
