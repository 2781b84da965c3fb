using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Underpin.Platform;

namespace Underpin.Certificates.Register;

internal sealed class RegisterModel(UnderpinDb db) : PageModel
{
    const int MostShown = 200;
    const int MostExported = 100_000;

    [BindProperty(SupportsGet = true), Display(Name = "Name or number", Description = "A part of the name is enough")]
    public string? Find { get; set; }

    [BindProperty(SupportsGet = true), Display(Name = "State")]
    public string? State { get; set; }

    public Guid Id { get; private set; }
    public string Name { get; private set; } = "";
    public IReadOnlyList<RegisterRow> Rows { get; private set; } = [];
    public bool IsCut { get; private set; }
    public bool IsSearch => !string.IsNullOrWhiteSpace(Find) || !string.IsNullOrEmpty(State);
    public IEnumerable<SelectListItem> States { get; } = [new("In force", RegisterSearch.InForce), new("Revoked", RegisterSearch.Revoked)];

    public string ExportAddress => new QueryBuilder { { "handler", "Csv" }, { nameof(Find), Find ?? "" }, { nameof(State), State ?? "" } }.ToString();

    public async Task OnGetAsync(Guid organisation, CancellationToken cancel)
    {
        Id = organisation;
        Name = await db.Organisations.Where(o => o.Id == organisation).Select(o => o.Name).SingleAsync(cancel);
        var rows = await RegisterRow.ReadAsync(new RegisterSearch(organisation, Find, State).In(db), MostShown + 1, cancel);
        IsCut = rows.Count > MostShown;
        Rows = [.. rows.Take(MostShown)];
    }

    public async Task<IActionResult> OnGetCsvAsync(Guid organisation, CancellationToken cancel)
    {
        var rows = await RegisterRow.ReadAsync(new RegisterSearch(organisation, Find, State).In(db), MostExported, cancel);
        return Csv.File("certificates.csv", [["Number", "Holder", "Qualification", "Centre", "Awarded on", "State", "Revoked on"],
            .. rows.Select(row => new[] { row.Number, row.Holder, row.Qualification, row.Centre, Csv.Day(row.AwardedOn), row.RevokedAt is null ? "in force" : "revoked", Csv.Day(row.RevokedAt?.UkDate()) })]);
    }
}
