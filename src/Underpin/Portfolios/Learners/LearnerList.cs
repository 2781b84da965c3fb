using Microsoft.EntityFrameworkCore;
using Underpin.Platform;
using Underpin.Platform.Pages;
using Underpin.Platform.Pages.Tags;
using Underpin.Platform.Values;

namespace Underpin.Portfolios.Learners;

internal sealed record LearnerLine(Guid Id, PersonName Name, LearnerNumber Number, string Qualification, PersonName? Assessor, EnrolmentStatus Status, int Rank, DateTimeOffset Since, UnitsTaken Units)
{
    /// <summary>Days of silence after which a learner counts as stuck.</summary>
    public const int StuckAfterDays = 28;

    public int Days(DateTimeOffset now) => (int)(now - Since).TotalDays;

    public bool IsStuck(DateTimeOffset now) => Status == EnrolmentStatus.Active && Days(now) >= StuckAfterDays && !Units.MakeTheQualification && Units.At(UnitStage.Submitted) == 0;

    public StatusKind Kind(DateTimeOffset now) =>
        IsStuck(now) ? StatusKind.Attention
        : Status == EnrolmentStatus.Active && Units.MakeTheQualification ? StatusKind.Done
        : PortfolioWords.Kind(Status);

    public string Stage(DateTimeOffset now) =>
        Status != EnrolmentStatus.Active ? Status == EnrolmentStatus.Requested ? "Waiting for you" : PortfolioWords.Name(Status)
        : Units.MakeTheQualification ? "Every unit achieved"
        : Units.At(UnitStage.Submitted) > 0 ? "With an assessor"
        : IsStuck(now) ? $"Nothing new for {Days(now)} days"
        : Units.At(UnitStage.ReferredBack) > 0 ? "Referred back" : "Gathering evidence";
}

internal static class LearnerList
{
    /// <summary>A centre's learners: who waits for an answer first, then who has been silent longest.</summary>
    public static async Task<List<LearnerLine>> ReadAsync(UnderpinDb db, Guid centre, string? search, string? stage, PageKey? after, int most, CancellationToken cancel)
    {
        var enrolments = db.Enrolments.Where(e => e.CentreId == centre);
        enrolments = stage switch
        {
            "requested" => enrolments.Where(e => e.Status == EnrolmentStatus.Requested),
            "active" => enrolments.Where(e => e.Status == EnrolmentStatus.Active),
            "completed" => enrolments.Where(e => e.Status == EnrolmentStatus.Completed),
            "closed" => enrolments.Where(e => e.Status == EnrolmentStatus.Declined || e.Status == EnrolmentStatus.Withdrawn),
            _ => enrolments,
        };
        if (LearnerNumber.TryParse(search, null, out var number)) enrolments = enrolments.Where(e => e.LearnerNumber == number);
        else if (!string.IsNullOrWhiteSpace(search))
        {
            var found = await NamedAsync(db, centre, search, cancel);
            enrolments = enrolments.Where(e => found.Contains(e.LearnerId));
        }

        var keyed =
            from enrolment in enrolments
            select new
            {
                enrolment,
                Rank = enrolment.Status == EnrolmentStatus.Requested ? 0 : enrolment.Status == EnrolmentStatus.Active ? 1 : enrolment.Status == EnrolmentStatus.Completed ? 2 : 3,
                Since = db.Evidence.Where(e => e.EnrolmentId == enrolment.Id).Max(e => (DateTimeOffset?)e.AddedAt) ?? enrolment.DecidedAt ?? enrolment.RequestedAt,
            };
        if (after is not null)
            keyed = keyed.Where(k => k.Rank > after.Rank || (k.Rank == after.Rank && (k.Since > after.Since || (k.Since == after.Since && k.enrolment.Id.CompareTo(after.Id) > 0))));
        return await (
            from k in keyed
            join learner in db.Users on k.enrolment.LearnerId equals learner.Id
            join qualification in db.Qualifications on k.enrolment.QualificationId equals qualification.Id
            from assessor in db.Users.Where(a => a.Id == k.enrolment.AssessorId).DefaultIfEmpty()
            orderby k.Rank, k.Since, k.enrolment.Id
            select new LearnerLine(k.enrolment.Id, learner.Name, k.enrolment.LearnerNumber, qualification.Title, assessor == null ? null : assessor.Name, k.enrolment.Status, k.Rank, k.Since,
                new UnitsTaken(qualification.Rule,
                    (from place in db.EnrolmentUnits join unit in db.Units on place.UnitId equals unit.Id where place.EnrolmentId == k.enrolment.Id select new TakenUnit(unit.Code, place.Stage)).ToList())))
            .AsNoTracking().Take(most).ToListAsync(cancel);
    }

    // Names are compared here, not in the database: SQLite folds only ASCII, and people search for "sian" and mean Siân.
    static async Task<List<Guid>> NamedAsync(UnderpinDb db, Guid centre, string search, CancellationToken cancel)
    {
        var people = await (
            from enrolment in db.Enrolments
            join learner in db.Users on enrolment.LearnerId equals learner.Id
            where enrolment.CentreId == centre
            select new { learner.Id, learner.Name }).Distinct().ToListAsync(cancel);
        var words = search.Trim();
        var compare = System.Globalization.CultureInfo.InvariantCulture.CompareInfo;
        return [.. people.Where(p => compare.IndexOf(p.Name.ToString(), words, System.Globalization.CompareOptions.IgnoreCase | System.Globalization.CompareOptions.IgnoreNonSpace) >= 0).Select(p => p.Id)];
    }
}
