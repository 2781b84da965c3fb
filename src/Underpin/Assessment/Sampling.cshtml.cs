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
    const int Most = 100;

    [BindProperty]
    public Form Input { get; set; } = new();

    public Guid CentreId { get; private set; }
    public string Centre { get; private set; } = "";
    public bool MayDraw { get; private set; }
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
        Centre = user.Places.FirstOrDefault(p => p.OrganisationId == organisation)?.Name ?? "";
        MayDraw = user.Is(MembershipRole.QualityAssurer, organisation);
        Today = clock.Today();
        var drawn = await (
            from submission in db.Submissions
            where submission.CentreId == organisation && (submission.Status == SubmissionStatus.Sampled || submission.Status == SubmissionStatus.Returned)
            join learner in db.Users on submission.LearnerId equals learner.Id
            join unit in db.Units on submission.UnitId equals unit.Id
            join assessor in db.Users on submission.AssessorId equals assessor.Id
            orderby submission.DecidedAt, submission.Id
            select new
            {
                submission.Id, submission.LearnerId, submission.Status, submission.DecidedAt, submission.SampledBecause,
                Learner = learner.Name, unit.Code, unit.Title, Assessor = assessor.Name,
                Mine = db.Set<Decision>().Any(d => d.SubmissionId == submission.Id && d.AssessorId == user.Id),
            }).Take(Most).ToListAsync(cancel);
        var managed = await db.ManagedByAsync(user.AccountId, cancel);
        var rows = drawn.Select(d => new Row(d.Id, d.Status, d.Learner.ToString(), $"{d.Code} {d.Title}", d.Assessor.ToString(), d.DecidedAt!.Value, d.SampledBecause ?? "",
            d.Mine ? "You judged it" : d.LearnerId == user.Id ? "Your own work" : managed.Contains(d.LearnerId) ? "You manage them" : null)).ToList();
        Due = [.. rows.Where(r => r.Status == SubmissionStatus.Sampled)];
        Open = [.. rows.Where(r => r.Status == SubmissionStatus.Returned)];
        Picture = await PictureAsync(organisation, cancel);
        var accepted = await (
            from submission in db.Submissions
            where submission.CentreId == organisation && submission.Status == SubmissionStatus.Accepted
            join enrolment in db.Enrolments on submission.EnrolmentId equals enrolment.Id
            where enrolment.Status == EnrolmentStatus.Active
            join learner in db.Users on submission.LearnerId equals learner.Id
            join unit in db.Units on submission.UnitId equals unit.Id
            join assessor in db.Users on submission.AssessorId equals assessor.Id
            orderby submission.DecidedAt descending, submission.Id descending
            select new { submission.Id, submission.DecidedAt, Learner = learner.Name, unit.Code, Assessor = assessor.Name }).Take(Most).ToListAsync(cancel);
        CanBeDrawn = [.. accepted.Select(a => new SelectListItem($"{a.Learner}, {a.Code}, judged by {a.Assessor} on {PortfolioWords.Date(a.DecidedAt!.Value)}", a.Id.ToString()))];
    }

    /// <summary>Assessors by units: two queries, whatever the number of decisions.</summary>
    async Task<IReadOnlyList<Cell>> PictureAsync(Guid centre, CancellationToken cancel)
    {
        var judged = await (
            from decision in db.Set<Decision>()
            join submission in db.Submissions on decision.SubmissionId equals submission.Id
            where submission.CentreId == centre
            join unit in db.Units on submission.UnitId equals unit.Id
            join assessor in db.Users on decision.AssessorId equals assessor.Id
            group decision by new { decision.AssessorId, Assessor = assessor.Name, submission.UnitId, unit.Code, unit.Title } into cell
            select new { cell.Key, Judged = cell.Count(), Accepted = cell.Count(d => d.Accepted) }).ToListAsync(cancel);
        var looked = await (
            from review in db.QualityReviews
            join decision in db.Set<Decision>() on new { review.SubmissionId, review.Round } equals new { decision.SubmissionId, decision.Round }
            join submission in db.Submissions on decision.SubmissionId equals submission.Id
            where submission.CentreId == centre
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
