using Microsoft.AspNetCore.Mvc;

namespace Underpin.Portfolios;

internal sealed class RequestedModel(UnderpinDb db) : PortfolioPage(db)
{
    public async Task<IActionResult> OnGetAsync(Guid enrolment, CancellationToken cancel) => await FindAsync(enrolment, cancel) ? Page() : NotFound();
}
