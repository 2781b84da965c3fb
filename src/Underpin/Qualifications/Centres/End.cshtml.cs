using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Underpin.Access;
using Underpin.Platform;
using Underpin.Platform.Pages;

namespace Underpin.Qualifications.Centres;

internal sealed class EndModel(UnderpinDb db, CentreApprovalService approvals, TimeProvider clock) : PageModel
{
    [BindProperty, Required(ErrorMessage = "Enter the last day"), Display(Name = "last day", Description = "The centre can still take learners on this day")]
    public DateInput? LastDay { get; set; }

    [BindProperty, Display(Name = "why does it end?", Description = "Stays on record")]
    public string? Reason { get; set; }

    /// <summary>The version that the page showed. A refused form keeps it, so that a change made meanwhile is never overwritten.</summary>
    [BindProperty(Name = "Seen")]
    public int? SeenByThem { get; set; }

    public Organisation Body { get; private set; } = null!;
    public CentreApproval Approval { get; private set; } = null!;
    public string Centre { get; private set; } = "";
    public string Qualification { get; private set; } = "";
    public int Seen => SeenByThem ?? Approval.RowVersion;
    public string List => $"/awarding/{Body.Id}/centres";

    public async Task<IActionResult> OnGetAsync(Guid organisation, Guid approval, CancellationToken cancel)
    {
        if (!await ReadAsync(organisation, approval, cancel)) return NotFound();
        return Approval.Until is null ? Page() : Redirect(List);
    }

    public async Task<IActionResult> OnPostAsync(Guid organisation, Guid approval, CancellationToken cancel)
    {
        if (!await ReadAsync(organisation, approval, cancel)) return NotFound();
        if (!ModelState.IsValid) return Page();
        var ended = await approvals.EndAsync(
            new() { AwardingBody = organisation, Approval = approval, LastDay = LastDay!.Date!.Value, Reason = Reason, Seen = SeenByThem ?? -1 }, HttpContext.CurrentUser().Change(clock), cancel);
        if (ended is not { } outcome) return NotFound();
        if (outcome.Refusal is { } refusal)
        {
            ModelState.Refuse(refusal, refusal switch
            {
                ApprovalEndsOutside => nameof(LastDay),
                SayWhyItEnds or ReasonTooLong or ReasonUnreadable => nameof(Reason),
                _ => "",
            });
            return Page();
        }

        this.Say($"{Centre} takes no new learners for {Qualification} after {outcome.Value.Until!.Value.InWords()}. Those enrolled may finish.");
        return Redirect(List);
    }

    async Task<bool> ReadAsync(Guid organisation, Guid approval, CancellationToken cancel)
    {
        var found = await (
            from a in db.CentreApprovals
            where a.Id == approval && a.AwardingBodyId == organisation
            join body in db.Organisations on a.AwardingBodyId equals body.Id
            join centre in db.Organisations on a.CentreId equals centre.Id
            select new { a, body, centre.Name }).AsNoTracking().SingleOrDefaultAsync(cancel);
        if (found is null) return false;
        (Approval, Body, Centre) = (found.a, found.body, found.Name);
        Qualification = await approvals.Of(Body).Where(q => q.Code == Approval.QualificationCode).Select(q => q.Title).FirstOrDefaultAsync(cancel) ?? Approval.QualificationCode;
        return true;
    }
}
