using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Underpin.Access;
using Underpin.Platform;
using Underpin.Platform.Pages;
using Underpin.Platform.Values;
using Underpin.Portfolios;

namespace Underpin.Assessment;

/// <summary>Where the risk is: what is due and why, what has gone back, and where nobody has looked.</summary>
internal sealed class SamplingModel(UnderpinDb db, QualityService quality, TimeProvider clock) : PageModel
{
    const int RowsOnAPage = 50;
    const int MostToDraw = 100;

    /// <summary>Where the page begins, after the last line of the one before.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public Guid CentreId { get; private set; }
    public string Centre { get; private set; } = "";
    public bool MayDraw { get; private set; }
    /// <summary>Works at the centre, rather than watching over it for an awarding body.</summary>
    public bool IsOfCentre { get; private set; }
    /// <summary>The awarding body for which the reader looks.</summary>
    public Access.Place? Body { get; private set; }
    public int DueCount { get; private set; }
    public int OpenCount { get; private set; }
    public DateTimeOffset? OldestDue { get; private set; }
    public string? NextHref { get; private set; }
    public string Address => $"/centres/{CentreId}/sampling";
    public DateOnly Today { get; private set; }
    public IReadOnlyList<Row> Due { get; private set; } = [];
    public IReadOnlyList<Row> Open { get; private set; } = [];
    public IReadOnlyList<Cell> Picture { get; private set; } = [];
    public IReadOnlyList<SelectListItem> CanBeDrawn { get; private set; } = [];

    public Task OnGetAsync(Guid organisation, CancellationToken cancel) => ReadAsync(organisation, cancel);

    public async Task<IActionResult> OnPostAsync(Guid organisation, CancellationToken cancel)
    {
        if (ModelState.IsValid)
        {
            var id = Input.Submission!.Value;
            // The address says which centre: a submission of another one is not drawn from here.
            if (!await db.Submissions.AnyAsync(s => s.Id == id && s.CentreId == organisation, cancel)) return NotFound();
            var outcome = await quality.DrawAsync(new() { SubmissionId = id, Because = Input.Because! }, HttpContext.CurrentUser().Change(clock), cancel);
            if (!outcome.IsRefused)
            {
                this.Say("Drawn. It stands first among what is due.");
                return Redirect($"/centres/{organisation}/sampling");
            }

            ModelState.AddModelError(outcome.Refusal is DrawWithoutReason ? "Input.Because" : "", outcome.Refusal!.Message);
        }

        await ReadAsync(organisation, cancel);
        return Page();
    }

    async Task ReadAsync(Guid organisation, CancellationToken cancel)
    {
        var user = HttpContext.CurrentUser();
        CentreId = organisation;
        Centre = await db.Organisations.Where(o => o.Id == organisation).Select(o => o.Name).SingleAsync(cancel);
        MayDraw = user.Is(MembershipRole.QualityAssurer, organisation);
        IsOfCentre = MayDraw || user.Is(MembershipRole.CentreAdministrator, organisation);
        var bodies = IsOfCentre ? [] : await db.CentreApprovals.Where(a => a.CentreId == organisation).Select(a => a.AwardingBodyId).Distinct().ToListAsync(cancel);
        var watched = user.Places.Where(p => p.Has(MembershipRole.ExternalQualityAssurer) && bodies.Contains(p.OrganisationId)).ToList();
        Body = watched.FirstOrDefault();
        Today = clock.Today();
        var submissions = Seen([.. watched.Select(b => b.OrganisationId)]);
        await ReadDrawnAsync(user, submissions, cancel);
        Picture = await PictureAsync(submissions, cancel);
        if (MayDraw) await ReadAcceptedAsync(submissions, cancel);
    }

    /// <summary>Everything of the centre for its own people; for others what counts for a qualification of a body they quality assure.</summary>
    IQueryable<Submission> Seen(Guid[] bodies)
    {
        var submissions = db.Submissions.Where(s => s.CentreId == CentreId);
        if (IsOfCentre) return submissions;
        return
            from submission in submissions
            join enrolment in db.Enrolments on submission.EnrolmentId equals enrolment.Id
            join qualification in db.Qualifications on enrolment.QualificationId equals qualification.Id
            join body in db.Organisations on qualification.AwardingBody.ToLower() equals body.Code
            where bodies.Contains(body.Id)
            select submission;
    }

    async Task ReadDrawnAsync(CurrentUser user, IQueryable<Submission> submissions, CancellationToken cancel)
    {
        var drawn = submissions.Where(s => s.Status == SubmissionStatus.Sampled || s.Status == SubmissionStatus.Returned);
        var counts = await drawn.GroupBy(s => s.Status).Select(g => new { g.Key, Count = g.Count(), Oldest = g.Min(s => s.DecidedAt) }).ToListAsync(cancel);
        DueCount = counts.FirstOrDefault(c => c.Key == SubmissionStatus.Sampled)?.Count ?? 0;
        OldestDue = counts.FirstOrDefault(c => c.Key == SubmissionStatus.Sampled)?.Oldest;
        OpenCount = counts.FirstOrDefault(c => c.Key == SubmissionStatus.Returned)?.Count ?? 0;

        var lines =
            from submission in drawn
            join learner in db.Users on submission.LearnerId equals learner.Id
            join unit in db.Units on submission.UnitId equals unit.Id
            join assessor in db.Users on submission.AssessorId equals assessor.Id
            select new
            {
                submission.Id, submission.LearnerId, submission.Status, submission.DecidedAt, submission.SampledBecause,
                Rank = submission.Status == SubmissionStatus.Sampled ? 0 : 1,
                Learner = learner.Name, unit.Code, unit.Title, Assessor = assessor.Name,
                Mine = db.Set<Decision>().Any(d => d.SubmissionId == submission.Id && d.AssessorId == user.Id),
            };
        if (PageKey.Read(After) is { } after)
            lines = lines.Where(l => l.Rank > after.Rank || (l.Rank == after.Rank && (l.DecidedAt > after.Since || (l.DecidedAt == after.Since && l.Id.CompareTo(after.Id) > 0))));
        var read = await lines.OrderBy(l => l.Rank).ThenBy(l => l.DecidedAt).ThenBy(l => l.Id).Take(RowsOnAPage + 1).ToListAsync(cancel);
        var managed = await db.ManagedByAsync(user.AccountId, cancel);
        var rows = read.Take(RowsOnAPage).Select(d => new Row(d.Id, d.Status, d.Learner.ToString(), $"{d.Code} {d.Title}", d.Assessor.ToString(), d.DecidedAt!.Value, d.SampledBecause ?? "",
            d.Mine ? "You judged it" : d.LearnerId == user.Id ? "Your own work" : managed.Contains(d.LearnerId) ? "You manage them" : null)).ToList();
        Due = [.. rows.Where(r => r.Status == SubmissionStatus.Sampled)];
        Open = [.. rows.Where(r => r.Status == SubmissionStatus.Returned)];
        if (read.Count > RowsOnAPage) NextHref = $"{Address}?after={new PageKey(read[RowsOnAPage - 1].Rank, rows[^1].DecidedAt, rows[^1].Id)}";
    }

    async Task ReadAcceptedAsync(IQueryable<Submission> submissions, CancellationToken cancel)
    {
        var accepted = await (
            from submission in submissions
            where submission.Status == SubmissionStatus.Accepted
            join enrolment in db.Enrolments on submission.EnrolmentId equals enrolment.Id
            where enrolment.Status == EnrolmentStatus.Active
            join learner in db.Users on submission.LearnerId equals learner.Id
            join unit in db.Units on submission.UnitId equals unit.Id
            join assessor in db.Users on submission.AssessorId equals assessor.Id
            orderby submission.DecidedAt descending, submission.Id descending
            select new { submission.Id, submission.DecidedAt, Learner = learner.Name, unit.Code, Assessor = assessor.Name }).Take(MostToDraw).ToListAsync(cancel);
        CanBeDrawn = [.. accepted.Select(a => new SelectListItem($"{a.Learner}, {a.Code}, judged by {a.Assessor} on {a.DecidedAt!.Value.InWords()}", a.Id.ToString()))];
    }

    /// <summary>Assessors by units: two queries, whatever the number of decisions.</summary>
    async Task<IReadOnlyList<Cell>> PictureAsync(IQueryable<Submission> submissions, CancellationToken cancel)
    {
        var judged = await (
            from decision in db.Set<Decision>()
            join submission in submissions on decision.SubmissionId equals submission.Id
            join unit in db.Units on submission.UnitId equals unit.Id
            join assessor in db.Users on decision.AssessorId equals assessor.Id
            group decision by new { decision.AssessorId, Assessor = assessor.Name, submission.UnitId, unit.Code, unit.Title } into cell
            select new { cell.Key, Judged = cell.Count(), Accepted = cell.Count(d => d.Accepted) }).ToListAsync(cancel);
        var looked = await (
            from review in db.QualityReviews
            join decision in db.Set<Decision>() on new { review.SubmissionId, review.Round } equals new { decision.SubmissionId, decision.Round }
            join submission in submissions on decision.SubmissionId equals submission.Id
            group review by new { decision.AssessorId, submission.UnitId } into cell
            select new { cell.Key.AssessorId, cell.Key.UnitId, Looked = cell.Count(), Returned = cell.Count(r => !r.Agreed) })
            .ToDictionaryAsync(c => (c.AssessorId, c.UnitId), cancel);
        return [.. judged.Select(j =>
            {
                var seen = looked.GetValueOrDefault((j.Key.AssessorId, j.Key.UnitId));
                return new Cell(j.Key.Assessor.ToString(), $"{j.Key.Code} {j.Key.Title}", j.Judged, j.Accepted, seen?.Looked ?? 0, seen?.Returned ?? 0);
            })
            .OrderBy(c => c.Assessor, StringComparer.CurrentCulture).ThenBy(c => c.Unit, StringComparer.Ordinal)];
    }

    /// <param name="Bar">Why the reader can't review it.</param>
    internal sealed record Row(Guid Id, SubmissionStatus Status, string Learner, string Unit, string Assessor, DateTimeOffset DecidedAt, string Because, string? Bar);

    /// <summary>One assessor in one unit.</summary>
    internal sealed record Cell(string Assessor, string Unit, int Judged, int Accepted, int Looked, int Returned)
    {
        public bool IsThin => Accepted > 0 && Looked == 0;
    }

    internal sealed class Form
    {
        [Required(ErrorMessage = "Choose what to draw"), Display(Name = "which judgement?")]
        public Guid? Submission { get; set; }

        [Required(ErrorMessage = "Say why you draw it"), MaxLength(300), Display(Name = "why?", Description = "It stands beside the judgement for everyone who looks at the sampling")]
        public string? Because { get; set; }
    }
}
