using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Underpin.Access;
using Underpin.Platform;
using Underpin.Qualifications;

namespace Underpin.Portfolios.Enrol;

internal sealed record CentreChoice(Guid Id, string Name, string? Town);

internal sealed record WorkChoice(Guid Id, string Name, bool IsConfirmed);

/// <summary>
/// What the pages of the enrolment journey share. The answers so far travel in the address, so that leaving, coming back and two windows
/// at once all work.
/// </summary>
internal abstract class EnrolPage(UnderpinDb db, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Centre { get; set; }

    /// <summary>The employer's key, or "none" when the learner chose not to say.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Employer { get; set; }

    public Qualification Qualification { get; private set; } = null!;
    public IReadOnlyList<CentreChoice> Centres { get; private set; } = [];

    protected UnderpinDb Db => db;

    public Guid? EmployerId => Guid.TryParse(Employer, out var id) ? id : null;

    public string Step(string name) => $"/enrol/{Qualification.Code}/{name}?centre={Centre}&employer={Employer}";

    protected async Task<bool> FindAsync(string code, CancellationToken cancel)
    {
        var canonical = code.ToUpperInvariant();
        var qualification = await db.Qualifications.AsNoTracking().SingleOrDefaultAsync(q => q.Code == canonical && q.IsCurrent, cancel);
        if (qualification is null) return false;
        Qualification = qualification;
        Centres = await db.ApprovedCentres(qualification, clock.Today()).Select(c => new CentreChoice(c.Id, c.Name, c.Town)).ToListAsync(cancel);
        return true;
    }

    protected Task<List<WorkChoice>> WorkplacesAsync(CancellationToken cancel)
    {
        var person = HttpContext.CurrentUser().AccountId;
        return (
            from membership in db.Memberships
            join organisation in db.Organisations on membership.OrganisationId equals organisation.Id
            where membership.AccountId == person && membership.Role == MembershipRole.Staff && membership.Until == null
            orderby organisation.Name
            select new WorkChoice(organisation.Id, organisation.Name, membership.ConfirmedAt != null)).ToListAsync(cancel);
    }
}
