using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Underpin.Access;

namespace Underpin.Portfolios;

internal sealed class MineModel(UnderpinDb db) : PageModel
{
    internal sealed record Line(Guid Id, EnrolmentStatus Status, string Qualification, string Centre, LearnerNumber Number, UnitsTaken Units);

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
            select new Line(enrolment.Id, enrolment.Status, qualification.Title, centre.Name, enrolment.LearnerNumber,
                new UnitsTaken(qualification.Rule,
                    (from place in db.EnrolmentUnits join unit in db.Units on place.UnitId equals unit.Id where place.EnrolmentId == enrolment.Id select new TakenUnit(unit.Code, place.Stage)).ToList()))).AsNoTracking().ToListAsync(cancel);
    }
}
