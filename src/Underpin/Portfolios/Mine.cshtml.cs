using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Underpin.Access;

namespace Underpin.Portfolios;

internal sealed class MineModel(UnderpinDb db) : PageModel
{
    internal sealed record Line(Guid Id, EnrolmentStatus Status, string Qualification, string Centre, LearnerNumber Number, int Units, int Done, int Back);

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var person = HttpContext.CurrentUser().AccountId;
        Lines = await (
            from enrolment in db.Enrolments
            join qualification in db.Qualifications on enrolment.QualificationId equals qualification.Id
            join centre in db.Organisations on enrolment.CentreId equals centre.Id
            where enrolment.LearnerId == person
            orderby enrolment.RequestedAt descending
            select new Line(enrolment.Id, enrolment.Status, qualification.Title, centre.Name, enrolment.LearnerNumber, enrolment.Units.Count,
                enrolment.Units.Count(u => u.Stage == UnitStage.Accepted || u.Stage == UnitStage.Achieved),
                enrolment.Units.Count(u => u.Stage == UnitStage.ReferredBack))).AsNoTracking().ToListAsync(cancel);
    }
}
