using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Underpin.Access;
using Underpin.Platform;
using Underpin.Platform.Pages;

namespace Underpin.Assessment;

/// <summary>A quality assurer reads the judgement beside the evidence, and agrees or returns it.</summary>
internal sealed class ReviewModel(UnderpinDb db, QualityService quality, TimeProvider clock) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public SubmissionReading Reading { get; private set; } = null!;
    public Refusal? Refusal { get; private set; }
    public bool IsOvertaken { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid submission, CancellationToken cancel)
    {
        if (!await ReadAsync(submission, cancel)) return NotFound();
        if (Refusal is null && Reading.Submission.Status != SubmissionStatus.Sampled) return Redirect($"/submissions/{submission}");
        Input.SeenVersion = Reading.Submission.RowVersion;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid submission, CancellationToken cancel)
    {
        if (ModelState.IsValid)
        {
            var options = new ReviewOptions { SubmissionId = submission, SeenVersion = Input.SeenVersion, Agreed = Input.Agreed == true, Reasons = Input.Reasons ?? "" };
            var outcome = await quality.ReviewAsync(options, HttpContext.CurrentUser().Change(clock), cancel);
            if (!outcome.IsRefused)
            {
                this.Say(options.Agreed ? "You agreed. The unit is achieved, and the learner has an e-mail." : "Returned. The assessor has your reasons and decides again.");
                return Redirect($"/centres/{outcome.Value.CentreId}/sampling");
            }

            IsOvertaken = outcome.Refusal is ChangedMeanwhile or NotDrawn;
            ModelState.AddModelError(outcome.Refusal is ReturnWithoutReasons ? "Input.Reasons" : "", outcome.Refusal!.Message);
        }

        return await ReadAsync(submission, cancel) ? Page() : NotFound();
    }

    async Task<bool> ReadAsync(Guid submission, CancellationToken cancel)
    {
        if (await SubmissionReading.ReadAsync(db, submission, cancel) is not { } reading) return false;
        Reading = reading;
        Refusal = AssessmentRules.MayReview(await db.PartiesAsync(reading.Submission, cancel), HttpContext.CurrentUser().Id);
        return true;
    }

    internal sealed class Form
    {
        public int SeenVersion { get; set; }

        [Required(ErrorMessage = "Choose whether you agree with the judgement or return it"), Display(Name = "what do you say to the judgement?")]
        public bool? Agreed { get; set; }

        [MaxLength(4000), Display(Name = "your reasons", Description = "The assessor reads them. When you return it, say what they should do.")]
        public string? Reasons { get; set; }
    }
}
