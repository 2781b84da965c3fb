using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Underpin.Access;
using Underpin.Platform;
using Underpin.Platform.Pages;

namespace Underpin.Qualifications.Centres;

internal sealed class AddModel(UnderpinDb db, CentreApprovalService approvals, TimeProvider clock) : PageModel
{
    [BindProperty, Required(ErrorMessage = "Choose a centre"), Display(Name = "centre")]
    public Guid? Centre { get; set; }

    [BindProperty, Required(ErrorMessage = "Choose a qualification"), Display(Name = "what may it assess?", Description = "An approval is for one qualification, in all its versions")]
    public string? Qualification { get; set; }

    [BindProperty, Required(ErrorMessage = "Enter the first day"), Display(Name = "first day", Description = "From this day the centre can take learners for it")]
    public DateInput? From { get; set; }

    public Organisation Body { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Centres { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Qualifications { get; private set; } = [];
    public string List => $"/awarding/{Body.Id}/centres";

    public async Task OnGetAsync(Guid organisation, CancellationToken cancel)
    {
        await ReadAsync(organisation, cancel);
        From = DateInput.From(clock.Today());
    }

    public async Task<IActionResult> OnPostAsync(Guid organisation, CancellationToken cancel)
    {
        await ReadAsync(organisation, cancel);
        if (!ModelState.IsValid) return Page();
        var outcome = await approvals.ApproveAsync(
            new() { AwardingBody = organisation, Centre = Centre!.Value, Qualification = Qualification!, From = From!.Date!.Value }, HttpContext.CurrentUser().Change(clock), cancel);
        if (outcome.Refusal is { } refusal)
        {
            ModelState.Refuse(refusal, refusal switch
            {
                NotACentre or ApprovingOwnCentre or AlreadyApproved => nameof(Centre),
                NotThisBodysQualification => nameof(Qualification),
                ApprovalBeginsOutside => nameof(From),
                _ => "",
            });
            return Page();
        }

        this.Say($"{Named(Centres, Centre.ToString())} is approved for {Named(Qualifications, Qualification)}.");
        return Redirect(List);
    }

    static string? Named(IEnumerable<SelectListItem> items, string? value) => items.First(i => i.Value == value).Text;

    async Task ReadAsync(Guid organisation, CancellationToken cancel)
    {
        Body = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == organisation, cancel);
        Centres = [.. (await db.Organisations.AsNoTracking().Where(o => (o.Kinds & OrganisationKinds.Centre) != 0).OrderBy(o => o.Name).ThenBy(o => o.Code)
            .Select(o => new { o.Id, o.Name, o.Town }).ToListAsync(cancel)).Select(o => new SelectListItem(o.Town is null ? o.Name : $"{o.Name}, {o.Town}", o.Id.ToString()))];
        Qualifications = [.. (await approvals.Of(Body).Select(q => new { q.Code, q.Title }).ToListAsync(cancel)).DistinctBy(q => q.Code)
            .OrderBy(q => q.Title, StringComparer.CurrentCulture).Select(q => new SelectListItem(q.Title, q.Code))];
    }
}
