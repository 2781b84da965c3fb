using Microsoft.AspNetCore.Mvc;

namespace Underpin.Portfolios.Pieces;

internal sealed class AddModel(UnderpinDb db) : PortfolioPage(db)
{
    [BindProperty]
    public string? Kind { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid enrolment, CancellationToken cancel)
    {
        if (!await FindAsync(enrolment, cancel)) return NotFound();
        return Portfolio.Enrolment.Status == EnrolmentStatus.Active ? Page() : Redirect(Home);
    }

    public async Task<IActionResult> OnPostAsync(Guid enrolment, CancellationToken cancel)
    {
        if (!await FindAsync(enrolment, cancel)) return NotFound();
        if (AddKindModel.KindOf(Kind) is { } kind) return Redirect($"{Home}/evidence/add/{kind.ToString().ToLowerInvariant()}");
        ModelState.AddModelError(nameof(Kind), "Choose what kind of evidence it is");
        return Page();
    }
}
