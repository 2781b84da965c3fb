using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Underpin.Access;
using Underpin.Platform;
using Underpin.Platform.Pages;

namespace Underpin.Portfolios.Learners;

internal sealed class LearnerModel(UnderpinDb db, EnrolmentService enrolments, TimeProvider clock) : PortfolioPage(db)
{
    [BindProperty]
    public Guid? Assessor { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public int Seen { get; set; }

    public string? Email { get; private set; }
    public string? Employer { get; private set; }
    public bool CanAnswer { get; private set; }
    public bool CanClaim { get; private set; }
    public IReadOnlyList<SelectListItem> Assessors { get; private set; } = [];
    public string ListAddress => $"/centres/{Portfolio.Enrolment.CentreId}/learners";

    async Task<bool> ReadAsync(Guid organisation, Guid enrolment, CancellationToken cancel)
    {
        if (!await FindAsync(enrolment, cancel) || Portfolio.Enrolment.CentreId != organisation) return false;
        var e = Portfolio.Enrolment;
        Email = await Db.Users.Where(a => a.Id == e.LearnerId).Select(a => a.Email).SingleAsync(cancel);
        Employer = await Db.Organisations.Where(o => o.Id == e.EmployerId).Select(o => o.Name).SingleOrDefaultAsync(cancel);
        var isAdministrator = HttpContext.CurrentUser().Is(MembershipRole.CentreAdministrator, organisation);
        CanAnswer = e.Status == EnrolmentStatus.Requested && isAdministrator;
        CanClaim = e.Status == EnrolmentStatus.Active && isAdministrator;
        if (!CanAnswer) return true;
        Assessors = [.. (await (
            from membership in Db.Memberships
            join account in Db.Users on membership.AccountId equals account.Id
            where membership.OrganisationId == organisation && membership.Role == MembershipRole.Assessor && membership.Until == null && account.Id != e.LearnerId
            orderby account.Name
            select new { account.Id, account.Name }).ToListAsync(cancel)).Select(a => new SelectListItem(a.Name.ToString(), a.Id.ToString()))];
        return true;
    }

    public async Task<IActionResult> OnGetAsync(Guid organisation, Guid enrolment, CancellationToken cancel)
    {
        if (!await ReadAsync(organisation, enrolment, cancel)) return NotFound();
        Seen = Portfolio.Enrolment.RowVersion;
        return Page();
    }

    public async Task<IActionResult> OnPostAcceptAsync(Guid organisation, Guid enrolment, CancellationToken cancel)
    {
        if (!await ReadAsync(organisation, enrolment, cancel)) return NotFound();
        var done = await enrolments.AcceptAsync(new() { EnrolmentId = enrolment, AssessorId = Assessor, Seen = Seen }, HttpContext.CurrentUser().Change(clock), cancel);
        return Answer(done.Refusal, nameof(Assessor), $"{Portfolio.Learner} is enrolled and has been told.");
    }

    public async Task<IActionResult> OnPostDeclineAsync(Guid organisation, Guid enrolment, CancellationToken cancel)
    {
        if (!await ReadAsync(organisation, enrolment, cancel)) return NotFound();
        var done = await enrolments.DeclineAsync(new() { EnrolmentId = enrolment, Reason = Reason, Seen = Seen }, HttpContext.CurrentUser().Change(clock, Reason), cancel);
        return Answer(done.Refusal, nameof(Reason), $"The request of {Portfolio.Learner} is declined, and they have been told why.");
    }

    IActionResult Answer(Refusal? refusal, string field, string message)
    {
        if (refusal is not null)
        {
            ModelState.AddModelError(refusal is AlreadyAnswered or ApprovalHasGone or OwnEnrolment or NotThisCentresAdministrator ? "" : field, refusal.Message);
            return Page();
        }

        this.Say(message);
        return Redirect(ListAddress);
    }
}
