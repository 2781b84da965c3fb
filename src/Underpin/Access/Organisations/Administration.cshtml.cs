using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Underpin.Access.Organisations;

internal sealed class AdministrationModel(UnderpinDb db) : PageModel
{
    const int RowsOnAPage = 50;

    internal sealed record Row(Guid Id, string Code, string Name, OrganisationKinds Kinds, string? Town, string? Urn, string? Ukprn, int People);

    [BindProperty(SupportsGet = true, Name = "q"), Display(Name = "name, town, URN or UKPRN")]
    public string? Search { get; set; }

    /// <summary>The last row of the page before.</summary>
    [BindProperty(SupportsGet = true, Name = "after")]
    public string? After { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public string? NextHref { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var organisations = db.Organisations.AsNoTracking().Called(Search);
        if (After is not null) organisations = organisations.Where(o => o.Code.CompareTo(After) > 0);
        var rows = await organisations.OrderBy(o => o.Code).Take(RowsOnAPage + 1)
            .Select(o => new Row(o.Id, o.Code, o.Name, o.Kinds, o.Town, o.Urn, o.Ukprn, db.Memberships.Where(m => m.OrganisationId == o.Id && m.Until == null).Select(m => m.AccountId).Distinct().Count()))
            .ToListAsync(cancel);
        Rows = [.. rows.Take(RowsOnAPage)];
        if (rows.Count > RowsOnAPage) NextHref = $"/administration?after={Uri.EscapeDataString(Rows[^1].Code)}" + (Search is null ? "" : $"&q={Uri.EscapeDataString(Search)}");
    }
}
