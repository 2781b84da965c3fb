using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Underpin.Access;
using Underpin.Platform;
using Underpin.Platform.Pages;
using Underpin.Platform.Values;

namespace Underpin.Assessment;

/// <summary>Who waits for an assessor, and how long.</summary>
internal sealed class AssessingModel(UnderpinDb db, TimeProvider clock) : PageModel
{
    const int RowsOnAPage = 50;

    /// <summary>Where the page begins, after the last line of the one before.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public Guid CentreId { get; private set; }
    public string Centre { get; private set; } = "";
    public bool IsAssessor { get; private set; }
    public bool ShowsAll { get; private set; }
    public string? NextHref { get; private set; }
    public string ListAddress => $"/centres/{CentreId}/assessing" + (IsAssessor && ShowsAll ? "?show=all" : "");
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
        var submissions = ShowsAll ? AssessmentQueue.Of(db, organisation) : AssessmentQueue.For(db, organisation, user.AccountId, managed);
        await ReadAnswerAsync(submissions, cancel);
        var waiting =
            from submission in submissions
            join enrolment in db.Enrolments on submission.EnrolmentId equals enrolment.Id
            join learner in db.Users on submission.LearnerId equals learner.Id
            join unit in db.Units on submission.UnitId equals unit.Id
            join given in db.Users on enrolment.AssessorId equals given.Id into assessors
            from given in assessors.DefaultIfEmpty()
            select new { submission, Rank = submission.Status == SubmissionStatus.Returned ? 0 : 1, Learner = learner.Name, unit.Code, unit.Title, Given = given == null ? null : (PersonName?)given.Name };
        if (PageKey.Read(After) is { } after)
            waiting = waiting.Where(w => w.Rank > after.Rank || (w.Rank == after.Rank && (w.submission.SubmittedAt > after.Since || (w.submission.SubmittedAt == after.Since && w.submission.Id.CompareTo(after.Id) > 0))));
        var rows = await waiting.OrderBy(w => w.Rank).ThenBy(w => w.submission.SubmittedAt).ThenBy(w => w.submission.Id)
            .Take(RowsOnAPage + 1)
            .Select(w => new { w.submission.Id, w.Rank, w.submission.LearnerId, w.submission.Attempt, w.submission.Status, w.submission.SubmittedAt, w.Learner, w.Code, w.Title, w.Given })
            .ToListAsync(cancel);
        Rows = [.. rows.Take(RowsOnAPage).Select(r => new Row(r.Id, r.Learner.ToString(), $"{r.Code} {r.Title}", r.Attempt, r.Status, r.SubmittedAt, r.Given?.ToString(),
            r.LearnerId == user.Id ? "Your own work" : managed.Contains(r.LearnerId) ? "You manage them" : null))];
        if (rows.Count <= RowsOnAPage) return;
        var last = rows[RowsOnAPage - 1];
        NextHref = $"{ListAddress}{(ListAddress.Contains('?', StringComparison.Ordinal) ? '&' : '?')}after={new PageKey(last.Rank, last.SubmittedAt, last.Id)}";
    }

    /// <summary>The page's answer: who waits, and since when, on this page or another.</summary>
    public string Answer { get; private set; } = "";

    async Task ReadAnswerAsync(IQueryable<Submission> submissions, CancellationToken cancel)
    {
        var counts = await submissions.GroupBy(s => s.Status).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        var oldest = await (
            from submission in submissions
            where submission.Status == SubmissionStatus.Waiting
            join learner in db.Users on submission.LearnerId equals learner.Id
            orderby submission.SubmittedAt, submission.Id
            select new { learner.Name, submission.SubmittedAt }).FirstOrDefaultAsync(cancel);
        var back = counts.GetValueOrDefault(SubmissionStatus.Returned);
        var first = oldest is null ? "Nothing new is waiting"
            : $"{Words.Count(counts[SubmissionStatus.Waiting], "unit waits", "units wait")}{(ShowsAll ? "" : " for you")}{(counts[SubmissionStatus.Waiting] == 1 ? ", from" : ", the longest from")} {oldest.Name} ({Words.Waited(oldest.SubmittedAt, Today)})";
        Answer = back == 0 ? first + "." : $"{Words.Count(back, "judgement was", "judgements were")} returned{(ShowsAll ? "" : " to you")}. {first}.";
    }

    /// <param name="Bar">Why the reader can't judge it.</param>
    internal sealed record Row(Guid Id, string Learner, string Unit, int Attempt, SubmissionStatus Status, DateTimeOffset SubmittedAt, string? Given, string? Bar);
}
