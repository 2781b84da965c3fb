using Microsoft.AspNetCore.Mvc.RazorPages;
using Underpin.Access;

namespace Underpin.Portfolios;

/// <summary>What the pages about one portfolio share.</summary>
internal abstract class PortfolioPage(UnderpinDb db) : PageModel
{
    public Portfolio Portfolio { get; private set; } = null!;
    public bool IsOwner { get; private set; }
    public string Home => $"/portfolio/{Portfolio.Enrolment.Id}";

    protected UnderpinDb Db => db;

    protected async Task<bool> FindAsync(Guid enrolment, CancellationToken cancel)
    {
        if (await Portfolio.ReadAsync(db, enrolment, cancel) is not { } found) return false;
        Portfolio = found;
        IsOwner = found.Enrolment.LearnerId == HttpContext.CurrentUser().Id;
        return true;
    }
}
