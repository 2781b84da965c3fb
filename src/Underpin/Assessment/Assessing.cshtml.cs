using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Underpin.Access;
using Underpin.Platform;
using Underpin.Platform.Values;

namespace Underpin.Assessment;

/// <summary>Who waits for an assessor, and how long.</summary>
internal sealed class AssessingModel(UnderpinDb db, TimeProvider clock) : PageModel
{
    /// <summary>What is longest waiting is shown; judging it brings up the rest.</summary>
    public const int Most = 100;

    public Guid CentreId { get; private set; }
    public string Centre { get; private set; } = "";
    public bool IsAssessor { get; private set; }
    public bool ShowsAll { get; private set; }
    public bool HasMore { get; private set; }
    public DateOnly Today { get; private set; }
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(Guid organisation, string? show, CancellationToken cancel)
    {
        var user = HttpContext.CurrentUser();
        CentreId = organisation;
        Centre = user.Places.FirstOrDefault(p => p.OrganisationId == organisation)?.Name ?? "";
        IsAssessor = user.Is(MembershipRole.Assessor, organisation);
        ShowsAll = !IsAssessor || show == "all";
        Today = clock.Today();
        var managed = await db.ManagedByAsync(user.AccountId, cancel);
        var waiting =
            from submission in ShowsAll ? AssessmentQueue.Of(db, organisation) : AssessmentQueue.For(db, organisation, user.AccountId, managed)
            join enrolment in db.Enrolments on submission.EnrolmentId equals enrolment.Id
            join learner in db.Users on submission.LearnerId equals learner.Id
            join unit in db.Units on submission.UnitId equals unit.Id
            join given in db.Users on enrolment.AssessorId equals given.Id into assessors
            from given in assessors.DefaultIfEmpty()
            select new { submission, Learner = learner.Name, unit.Code, unit.Title, Given = given == null ? null : (PersonName?)given.Name };
        var rows = await waiting.OrderBy(w => w.submission.Status == SubmissionStatus.Returned ? 0 : 1).ThenBy(w => w.submission.SubmittedAt).ThenBy(w => w.submission.Id)
            .Take(Most + 1)
            .Select(w => new { w.submission.Id, w.submission.LearnerId, w.submission.Attempt, w.submission.Status, w.submission.SubmittedAt, w.Learner, w.Code, w.Title, w.Given })
            .ToListAsync(cancel);
        HasMore = rows.Count > Most;
        Rows = [.. rows.Take(Most).Select(r => new Row(r.Id, r.Learner.ToString(), $"{r.Code} {r.Title}", r.Attempt, r.Status, r.SubmittedAt, r.Given?.ToString(),
            r.LearnerId == user.Id ? "Your own work" : managed.Contains(r.LearnerId) ? "You manage them" : null))];
    }

    /// <summary>The page's answer: who waits, and since when.</summary>
    public string Answer
    {
        get
        {
            var back = Rows.Count(r => r.Status == SubmissionStatus.Returned);
            var waiting = Rows.Where(r => r.Status == SubmissionStatus.Waiting).ToList();
            var oldest = waiting.MinBy(r => r.SubmittedAt);
            var first = oldest is null ? "Nothing new is waiting" : $"{Words.Count(waiting.Count, "unit waits", "units wait")}{(ShowsAll ? "" : " for you")}{(waiting.Count == 1 ? ", from" : ", the longest from")} {oldest.Learner} ({Words.Waited(oldest.SubmittedAt, Today)})";
            return back == 0 ? first + "." : $"{Words.Count(back, "judgement was", "judgements were")} returned{(ShowsAll ? "" : " to you")}. {first}.";
        }
    }

    /// <param name="Bar">Why the reader can't judge it.</param>
    internal sealed record Row(Guid Id, string Learner, string Unit, int Attempt, SubmissionStatus Status, DateTimeOffset SubmittedAt, string? Given, string? Bar);
}
