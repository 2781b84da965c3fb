using Microsoft.AspNetCore.Mvc;
using Underpin.Access;
using Underpin.Platform.Pages;

namespace Underpin.Portfolios;

internal sealed class WithdrawModel(UnderpinDb db, EnrolmentService enrolments, TimeProvider clock) : PortfolioPage(db)
{
    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public int Seen { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid enrolment, CancellationToken cancel)
    {
        if (!await FindAsync(enrolment, cancel)) return NotFound();
        Seen = Portfolio.Enrolment.RowVersion;
        return Portfolio.Enrolment.IsOpen ? Page() : Redirect(Home);
    }

    public async Task<IActionResult> OnPostAsync(Guid enrolment, CancellationToken cancel)
    {
        if (!await FindAsync(enrolment, cancel)) return NotFound();
        var done = await enrolments.WithdrawAsync(new() { EnrolmentId = enrolment, Reason = Reason, Seen = Seen }, HttpContext.CurrentUser().Change(clock, Reason), cancel);
        if (done.Refusal is { } refusal)
        {
            ModelState.AddModelError(nameof(Reason), refusal.Message);
            return Page();
        }

        this.Say($"You have withdrawn. {Portfolio.Centre} has been told.");
        return Redirect(Home);
    }
}
