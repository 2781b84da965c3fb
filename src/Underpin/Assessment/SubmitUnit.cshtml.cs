using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Underpin.Access;
using Underpin.Platform;
using Underpin.Platform.Pages;
using Underpin.Portfolios;

namespace Underpin.Assessment;

/// <summary>What goes forward, what is missing, and the learner's word that it is their own.</summary>
internal sealed class SubmitUnitModel(UnderpinDb db, SubmissionService submissions, TimeProvider clock) : PageModel
{
    [BindProperty]
    public Answers Input { get; set; } = new();

    public SubmissionPlan Plan { get; private set; } = null!;
    public Guid EnrolmentId { get; private set; }
    public Guid UnitId { get; private set; }
    public string UnitName { get; private set; } = "";
    public string Centre { get; private set; } = "";
    public Refusal? Refusal { get; private set; }
    public Guid? LatestSubmission { get; private set; }

    public IReadOnlyList<Evidence> Pieces => [.. Plan.Criteria.SelectMany(c => c.Evidence).DistinctBy(e => e.Id)];
    public IReadOnlyList<Evidence> StayingBehind => [.. Plan.Criteria.SelectMany(c => c.NotYet).DistinctBy(e => e.Id)];

    public async Task<IActionResult> OnGetAsync(Guid enrolment, Guid unit, CancellationToken cancel) =>
        await ReadAsync(enrolment, unit, cancel) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(Guid enrolment, Guid unit, CancellationToken cancel)
    {
        if (await ReadAsync(enrolment, unit, cancel) is not { } place) return NotFound();
        if (!ModelState.IsValid) return Page();
        var outcome = await submissions.SubmitAsync(new() { EnrolmentUnitId = place, Comment = Input.Comment ?? "", DeclaresOwnWork = Input.OwnWork }, HttpContext.CurrentUser().Change(clock), cancel);
        if (outcome.Refusal is { } refusal)
        {
            ModelState.AddModelError(refusal is OwnWorkNotDeclared ? "Input.OwnWork" : "", refusal.Message);
            return Page();
        }

        this.Say($"{UnitName} has gone to the assessor.");
        return Redirect($"/submissions/{outcome.Value.Id}");
    }

    async Task<Guid?> ReadAsync(Guid enrolment, Guid unit, CancellationToken cancel)
    {
        var found = await (
            from place in db.EnrolmentUnits
            where place.EnrolmentId == enrolment && place.UnitId == unit
            join enrolled in db.Enrolments on place.EnrolmentId equals enrolled.Id
            join what in db.Units on place.UnitId equals what.Id
            join centre in db.Organisations on enrolled.CentreId equals centre.Id
            select new
            {
                Place = place,
                enrolled.Status,
                what.Code,
                what.Title,
                Centre = centre.Name,
                Latest = db.Submissions.Where(s => s.EnrolmentUnitId == place.Id).OrderByDescending(s => s.Attempt).Select(s => (Guid?)s.Id).FirstOrDefault(),
            }).AsNoTracking().SingleOrDefaultAsync(cancel);
        if (found is null) return null;
        Plan = await SubmissionPlan.ReadAsync(db, found.Place, found.Status, cancel);
        (EnrolmentId, UnitId, UnitName, Centre, LatestSubmission) = (enrolment, unit, $"{found.Code} {found.Title}", found.Centre, found.Latest);
        Refusal = AssessmentRules.MaySubmit(Plan, declaresOwnWork: true);
        return found.Place.Id;
    }

    internal sealed class Answers
    {
        [MaxLength(2000), Display(Name = "Is there anything the assessor should know? (optional)", Description = "Where to look first, or what has changed since last time")]
        public string? Comment { get; set; }

        [Display(Name = "whose work is it?")]
        public bool OwnWork { get; set; }
    }
}
