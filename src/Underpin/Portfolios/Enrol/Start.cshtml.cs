using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Underpin.Access;

namespace Underpin.Portfolios.Enrol;

internal sealed class StartModel(UnderpinDb db, TimeProvider clock) : EnrolPage(db, clock)
{
    public Guid? OpenEnrolment { get; private set; }

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancel)
    {
        if (!await FindAsync(code, cancel)) return NotFound();
        if (HttpContext.CurrentUser().Id is { } learner)
            OpenEnrolment = await Db.Enrolments.Where(e => e.LearnerId == learner && e.QualificationId == Qualification.Id && (e.Status == EnrolmentStatus.Requested || e.Status == EnrolmentStatus.Active))
                .Select(e => (Guid?)e.Id).FirstOrDefaultAsync(cancel);
        return Page();
    }
}
