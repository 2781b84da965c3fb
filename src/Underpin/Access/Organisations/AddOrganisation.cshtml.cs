using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Underpin.Platform.Pages;

namespace Underpin.Access.Organisations;

internal sealed class AddOrganisationModel(UnderpinDb db, OrganisationService organisations, TimeProvider clock) : PageModel
{
    [BindProperty, Required(ErrorMessage = "Enter the organisation's name"), MaxLength(OrganisationService.LongestName), Display(Name = "name of the organisation")]
    public string? Name { get; set; }

    [BindProperty, MinLength(1, ErrorMessage = "Choose at least one kind"), Display(Name = "what is it?", Description = "Choose all that it is")]
    public List<OrganisationKinds> Kinds { get; set; } = [];

    [BindProperty, MaxLength(100), Display(Name = "town (optional)")]
    public string? Town { get; set; }

    [BindProperty, Display(Name = "URN (optional)", Description = "The six digits by which the Department for Education knows a school")]
    public string? Urn { get; set; }

    [BindProperty, Display(Name = "UKPRN (optional)", Description = "The eight digits of the UK Register of Learning Providers")]
    public string? Ukprn { get; set; }

    [BindProperty, Display(Name = "trust")]
    public Guid? Trust { get; set; }

    public IReadOnlyList<SelectListItem> Trusts { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancel) => ReadAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Urn? urn = null;
        Ukprn? ukprn = null;
        if (!string.IsNullOrWhiteSpace(Urn))
        {
            if (Access.Urn.TryParse(Urn, out var read, out var problem)) urn = read;
            else ModelState.AddModelError(nameof(Urn), problem);
        }

        if (!string.IsNullOrWhiteSpace(Ukprn))
        {
            if (Access.Ukprn.TryParse(Ukprn, out var read, out var problem)) ukprn = read;
            else ModelState.AddModelError(nameof(Ukprn), problem);
        }

        if (Name?.Any(char.IsControl) == true) ModelState.AddModelError(nameof(Name), "The name has a character that cannot be seen; type it again");
        if (!ModelState.IsValid) return await AgainAsync(cancel);
        var outcome = await organisations.AddAsync(new()
        {
            Name = Name!.Trim(),
            Kinds = Kinds.Aggregate(OrganisationKinds.None, (all, kind) => all | kind),
            Town = string.IsNullOrWhiteSpace(Town) ? null : Town.Trim(),
            Urn = urn,
            Ukprn = ukprn,
            Trust = Trust,
        }, HttpContext.CurrentUser().Change(clock), cancel);
        if (outcome.Refusal is { } refusal)
        {
            ModelState.Refuse(refusal, refusal switch { CodeIsTaken => nameof(Name), NotATrust or OnlySchoolsBelongToATrust => nameof(Trust), OrganisationNeedsAKind => nameof(Kinds), _ => "" });
            return await AgainAsync(cancel);
        }

        this.Say($"{outcome.Value.Name} is added. Now invite the person who will look after it.");
        return LocalRedirect($"/organisations/{outcome.Value.Id}/people");
    }

    async Task<IActionResult> AgainAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        return Page();
    }

    async Task ReadAsync(CancellationToken cancel) => Trusts = await db.Organisations.AsNoTracking().Where(o => (o.Kinds & OrganisationKinds.Trust) != 0)
        .OrderBy(o => o.Name).Select(o => new SelectListItem(o.Name, o.Id.ToString())).ToListAsync(cancel);
}
