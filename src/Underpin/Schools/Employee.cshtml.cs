using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Underpin.Access;
using Underpin.Platform;
using Underpin.Platform.Pages;

namespace Underpin.Schools;

internal sealed class EmployeeModel(UnderpinDb db, EmploymentService employments, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "organisation")]
    public Guid SchoolId { get; set; }

    [BindProperty(SupportsGet = true, Name = "membership")]
    public Guid MembershipId { get; set; }

    /// <summary>The version that the page showed. A refused form keeps it, so that a change made meanwhile is never overwritten.</summary>
    [BindProperty(Name = "Seen")]
    public int? SeenByThem { get; set; }

    [BindProperty, Display(Name = "who manages them?", Description = "Confirmed staff of the school or its trust. Nobody assesses a person they manage")]
    public Guid? Manager { get; set; }

    [BindProperty, Display(Name = "last day")]
    public DateInput? LastDay { get; set; }

    public Organisation School { get; private set; } = null!;
    public Account Person { get; private set; } = null!;
    public Membership Job { get; private set; } = null!;
    public int Seen => SeenByThem ?? Job.RowVersion;
    public IReadOnlyList<SelectListItem> Managers { get; private set; } = [];

    Change Change => HttpContext.CurrentUser().Change(clock);
    Employment Options => new() { School = SchoolId, Membership = MembershipId, Seen = SeenByThem ?? -1 };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await ReadAsync(cancel)) return NotFound();
        Manager = Job.LineManagerId;
        return Page();
    }

    public async Task<IActionResult> OnPostConfirmAsync(CancellationToken cancel) =>
        await AnswerAsync(await employments.ConfirmAsync(Options, Change, cancel), "", "Confirmed.", cancel);

    public async Task<IActionResult> OnPostManagerAsync(CancellationToken cancel) => !ModelState.IsValid
        ? await AgainAsync(cancel)
        : await AnswerAsync(await employments.SetLineManagerAsync(Options, Manager, Change, cancel), nameof(Manager), "The line manager is saved.", cancel);

    public async Task<IActionResult> OnPostEndAsync(CancellationToken cancel)
    {
        if (LastDay is null) ModelState.AddModelError(nameof(LastDay), "Enter the last day");
        if (!ModelState.IsValid) return await AgainAsync(cancel);
        return await AnswerAsync(await employments.EndAsync(Options, LastDay!.Date!.Value, Change, cancel), nameof(LastDay), "The employment has ended.", cancel);
    }

    async Task<IActionResult> AnswerAsync(Outcome<Membership>? outcome, string field, string message, CancellationToken cancel)
    {
        if (outcome is not { } known) return NotFound();
        if (known.Refusal is { } refusal)
        {
            ModelState.Refuse(refusal, field);
            return await AgainAsync(cancel);
        }

        this.Say(message);
        return LocalRedirect($"/schools/{SchoolId}/staff");
    }

    async Task<IActionResult> AgainAsync(CancellationToken cancel) => await ReadAsync(cancel) ? Page() : NotFound();

    async Task<bool> ReadAsync(CancellationToken cancel)
    {
        var found = await (
            from m in db.Memberships
            where m.Id == MembershipId && m.OrganisationId == SchoolId && m.Role == MembershipRole.Staff && m.Until == null
            join person in db.Users on m.AccountId equals person.Id
            join school in db.Organisations on m.OrganisationId equals school.Id
            select new { m, person, school }).AsNoTracking().SingleOrDefaultAsync(cancel);
        if (found is null) return false;
        (Job, Person, School) = (found.m, found.person, found.school);
        Managers = await EmploymentService.PossibleManagers(db, School).Where(a => a.Id != Person.Id).OrderBy(a => a.Name)
            .Select(a => new { a.Id, a.Name }).AsNoTracking().Select(a => new SelectListItem(a.Name.ToString(), a.Id.ToString())).ToListAsync(cancel);
        return true;
    }
}
