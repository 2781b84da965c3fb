using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Underpin.Access;
using Underpin.Certificates;
using Underpin.Platform;
using Underpin.Portfolios;

namespace Underpin.Homes;

/// <summary>The first page after signing in: what to do next, in all of a person's hats.</summary>
internal sealed class MyWorkModel(UnderpinDb db, TimeProvider clock) : PageModel
{
    internal sealed record Learning(Guid Id, string Qualification, string Centre, EnrolmentStatus Status, UnitsTaken Units)
    {
        public string Next => Status switch
        {
            EnrolmentStatus.Requested => $"{Centre} has your request. You hear by e-mail when it is answered.",
            EnrolmentStatus.Declined => $"{Centre} could not take you on. Open it to read why.",
            EnrolmentStatus.Completed => "Complete. Your certificate is below.",
            EnrolmentStatus.Withdrawn => "You left this qualification.",
            _ when Units.At(UnitStage.ReferredBack) is > 0 and var back => $"{(back == 1 ? "One unit has" : $"{back} units have")} come back with feedback.",
            _ when Units.MakeTheQualification => "Every unit is achieved. Your centre can claim the certificate.",
            _ when Units.At(UnitStage.Working) == 0 && !Units.AreEnough => "Next: choose your options.",
            _ when Units.At(UnitStage.Working) == 0 => "Your assessor has everything. You hear by e-mail.",
            _ => "Next: add evidence from this week's work.",
        };
    }

    public CurrentUser Me { get; private set; } = CurrentUser.Nobody;
    public IReadOnlyList<Waiting> Waiting { get; private set; } = [];
    public IReadOnlyList<Learning> Enrolments { get; private set; } = [];
    public IReadOnlyList<(string Number, string Title, DateOnly AwardedOn)> Certificates { get; private set; } = [];

    /// <summary>When nothing is waiting.</summary>
    public string Answer => Enrolments.FirstOrDefault(e => e.Status == EnrolmentStatus.Active) switch
    {
        { } learning => learning.Next,
        _ when Enrolments.Any(e => e.Status == EnrolmentStatus.Requested) => "Your request to enrol is with the centre.",
        _ when Certificates.Count == 1 => $"You hold the {Certificates[0].Title}.",
        _ when Certificates.Count > 1 => $"You hold {Certificates.Count} certificates.",
        _ when Me.Places.Count > 0 => "Nothing waits for you.",
        _ => "Choose a qualification to begin.",
    };

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Me = HttpContext.CurrentUser();
        Waiting = await WaitingWork.FindAsync(db, Me, Me.Places, cancel);
        Enrolments = [.. (await (
            from enrolment in db.Enrolments
            where enrolment.LearnerId == Me.Id
            join qualification in db.Qualifications on enrolment.QualificationId equals qualification.Id
            join centre in db.Organisations on enrolment.CentreId equals centre.Id
            orderby enrolment.RequestedAt descending
            select new
            {
                enrolment.Id,
                qualification.Title,
                Centre = centre.Name,
                enrolment.Status,
                Units = new UnitsTaken(qualification.Rule,
                    (from place in db.EnrolmentUnits join unit in db.Units on place.UnitId equals unit.Id where place.EnrolmentId == enrolment.Id select new TakenUnit(unit.Code, place.Stage)).ToList()),
            }).AsNoTracking().ToListAsync(cancel))
            .Select(e => new Learning(e.Id, e.Title, e.Centre, e.Status, e.Units))];
        Certificates = [.. (await db.Certificates.AsNoTracking().Where(c => c.LearnerId == Me.Id && c.RevokedAt == null).OrderByDescending(c => c.AwardedAt)
            .Select(c => new { c.Number, c.QualificationTitle, c.AwardedOn }).ToListAsync(cancel))
            .Select(c => (c.Number.ToString(), c.QualificationTitle, c.AwardedOn))];
    }

    /// <summary>"today", "yesterday", "5 days".</summary>
    public string HowLong(DateTimeOffset since) => (clock.Today().DayNumber - since.UkDate().DayNumber) switch
    {
        <= 0 => "since today",
        1 => "since yesterday",
        var days => $"for {days} days",
    };
}
