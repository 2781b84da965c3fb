using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Underpin.Access;
using Underpin.Platform.Pages;

namespace Underpin.Schools;

internal sealed class WorkModel(UnderpinDb db, EmploymentService employments, TimeProvider clock) : PageModel
{
    public const int MostMatches = 30;

    internal sealed record Held(string School, string? JobTitle, DateOnly From, bool IsConfirmed);

    [BindProperty(SupportsGet = true, Name = "q"), Display(Name = "find your school", Description = "A part of its name, its town, or its URN")]
    public string? Search { get; set; }

    /// <summary>The school that was chosen.</summary>
    [BindProperty(SupportsGet = true, Name = "at")]
    public Guid? At { get; set; }

    [BindProperty, Display(Name = "your job title", Description = "As your school calls it, for example IT technician")]
    public string? JobTitle { get; set; }

    [BindProperty, Display(Name = "when did you start?", Description = "For example, 1 9 2024")]
    public DateInput? Start { get; set; }

    public Organisation? Chosen { get; private set; }
    public IReadOnlyList<Organisation> Matches { get; private set; } = [];
    public IReadOnlyList<Held> Employments { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (At is not null) return await ChosenAsync(cancel);
        var id = HttpContext.CurrentUser().AccountId;
        Employments = await (
            from m in db.Memberships
            where m.AccountId == id && m.Role == MembershipRole.Staff && m.Until == null
            join o in db.Organisations on m.OrganisationId equals o.Id
            orderby o.Name
            select new Held(o.Name, m.JobTitle, m.From, m.ConfirmedAt != null)).ToListAsync(cancel);
        if (!string.IsNullOrWhiteSpace(Search))
            Matches = await db.Organisations.AsNoTracking().Where(o => (o.Kinds & (OrganisationKinds.School | OrganisationKinds.Trust)) != 0).Called(Search).OrderBy(o => o.Name).Take(MostMatches).ToListAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (EmploymentRules.JobTitle(JobTitle?.Trim()) is { } badTitle) ModelState.Refuse(badTitle, nameof(JobTitle));
        if (Start is null) ModelState.AddModelError(nameof(Start), "Enter the date you started");
        if (!ModelState.IsValid) return await ChosenAsync(cancel);
        var outcome = await employments.SayAsync(new() { School = At ?? Guid.Empty, JobTitle = JobTitle!, Start = Start!.Date!.Value }, HttpContext.CurrentUser().Change(clock), cancel);
        if (outcome.Refusal is { } refusal)
        {
            ModelState.Refuse(refusal, refusal is StartOutside ? nameof(Start) : "");
            return await ChosenAsync(cancel);
        }

        this.Say("Noted. Your school confirms it; you can go on meanwhile.");
        return LocalRedirect("/work");
    }

    async Task<IActionResult> ChosenAsync(CancellationToken cancel)
    {
        Chosen = await db.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == At && (o.Kinds & (OrganisationKinds.School | OrganisationKinds.Trust)) != 0, cancel);
        return Chosen is null ? NotFound() : Page();
    }
}
