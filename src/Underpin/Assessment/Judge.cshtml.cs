using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Underpin.Access;
using Underpin.Platform;
using Underpin.Platform.Pages;

namespace Underpin.Assessment;

/// <summary>Judging beside the evidence, criterion by criterion.</summary>
internal sealed class JudgeModel(UnderpinDb db, JudgementService judgements, TimeProvider clock) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public SubmissionReading Reading { get; private set; } = null!;
    /// <summary>Why this person may not judge it; then there is no form.</summary>
    public Refusal? Refusal { get; private set; }
    /// <summary>Somebody decided while the form was open: what was typed stays to be read, and cannot be sent.</summary>
    public bool IsOvertaken { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid submission, CancellationToken cancel)
    {
        if (!await ReadAsync(submission, cancel)) return NotFound();
        if (Refusal is null && !Reading.Submission.IsWithAssessor) return Redirect($"/submissions/{submission}");
        Input.SeenVersion = Reading.Submission.RowVersion;
        Input.Judgements = [.. Reading.Criteria.Select(c => new CriterionForm { CriterionId = c.Id })];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid submission, CancellationToken cancel)
    {
        if (ModelState.IsValid)
        {
            var outcome = await judgements.DecideAsync(Input.ToOptions(submission), HttpContext.CurrentUser().Change(clock), cancel);
            if (!outcome.IsRefused) return Done(outcome.Value);
            Explain(outcome.Refusal!);
        }

        if (!await ReadAsync(submission, cancel)) return NotFound();
        // The form comes back criterion by criterion in the unit's order, whatever order or gaps it was sent with.
        var typed = Input.Judgements.DistinctBy(j => j.CriterionId).ToDictionary(j => j.CriterionId);
        var sent = Input.Judgements.Select(j => j.CriterionId).ToList();
        var asked = Reading.Criteria.Select(c => c.Id).ToList();
        if (!sent.SequenceEqual(asked))
        {
            Input.Judgements = [.. asked.Select(id => typed.GetValueOrDefault(id) ?? new() { CriterionId = id })];
            foreach (var key in ModelState.Keys.Where(k => k.StartsWith("Input.Judgements[", StringComparison.Ordinal)).ToList()) ModelState.Remove(key);
        }

        return Page();
    }

    async Task<bool> ReadAsync(Guid submission, CancellationToken cancel)
    {
        if (await SubmissionReading.ReadAsync(db, submission, cancel) is not { } reading) return false;
        Reading = reading;
        Refusal = AssessmentRules.MayAssess(await db.PartiesAsync(reading.Submission, cancel), HttpContext.CurrentUser().Id);
        return true;
    }

    IActionResult Done(Submission submission)
    {
        this.Say(submission.Status switch
        {
            SubmissionStatus.ReferredBack => "Referred back. The learner has your feedback and an e-mail.",
            SubmissionStatus.Sampled => $"Accepted. It is drawn for quality assurance: {submission.SampledBecause}",
            _ => "Accepted. The unit is achieved, and the learner has an e-mail.",
        });
        return Redirect($"/submissions/{submission.Id}");
    }

    void Explain(Refusal refusal)
    {
        IsOvertaken = refusal is ChangedMeanwhile or NotWithAssessor;
        var (criteria, message) = refusal switch
        {
            CriteriaNotMet unmet => (unmet.Criteria, "Tick all five, or refer the unit back"),
            ReferralWithoutFeedback unexplained => (unexplained.Criteria, "Say what the learner needs to add"),
            _ => ([], ""),
        };
        foreach (var criterion in criteria)
            ModelState.AddModelError($"Input.Judgements[{Input.Judgements.FindIndex(j => j.CriterionId == criterion.Id)}].Feedback", $"{criterion.Code}: {message}");
        if (criteria.Count == 0) ModelState.AddModelError("", refusal.Message);
    }

    internal sealed class Form
    {
        public int SeenVersion { get; set; }

        public List<CriterionForm> Judgements { get; set; } = [];

        [MaxLength(4000, ErrorMessage = "Feedback on the whole must be {1} characters or fewer"), Display(Name = "feedback on the whole (optional)", Description = "What was good, and what to build on")]
        public string? Feedback { get; set; }

        [Required(ErrorMessage = "Choose whether you accept the unit or refer it back"), Display(Name = "your decision")]
        public bool? Accept { get; set; }

        public DecideOptions ToOptions(Guid submission) => new()
        {
            SubmissionId = submission,
            SeenVersion = SeenVersion,
            Judgements = [.. Judgements.Select(j => j.ToJudgement())],
            Feedback = Feedback ?? "",
            Accept = Accept == true,
        };
    }

    internal sealed class CriterionForm
    {
        public Guid CriterionId { get; set; }
        public bool Valid { get; set; }
        public bool Authentic { get; set; }
        public bool Current { get; set; }
        public bool Sufficient { get; set; }
        public bool Reliable { get; set; }

        [MaxLength(4000, ErrorMessage = "Feedback must be {1} characters or fewer"), Display(Name = "feedback")]
        public string? Feedback { get; set; }

        public bool Holds(string question) => question switch
        {
            nameof(Valid) => Valid,
            nameof(Authentic) => Authentic,
            nameof(Current) => Current,
            nameof(Sufficient) => Sufficient,
            _ => Reliable,
        };

        public CriterionJudgement ToJudgement() => new()
        {
            CriterionId = CriterionId,
            Valid = Valid,
            Authentic = Authentic,
            Current = Current,
            Sufficient = Sufficient,
            Reliable = Reliable,
            Feedback = Feedback ?? "",
        };
    }
}
