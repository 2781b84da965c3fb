using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Underpin.Access;
using Underpin.Platform;
using Underpin.Portfolios;

namespace Underpin.Assessment;

/// <summary>One attempt: where it stands, and everything that was put forward, judged and said.</summary>
internal sealed class SubmissionPageModel(UnderpinDb db) : PageModel
{
    public SubmissionReading Reading { get; private set; } = null!;
    public bool IsLearner { get; private set; }
    public bool MayJudge { get; private set; }
    public bool MayReview { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid submission, CancellationToken cancel)
    {
        if (await SubmissionReading.ReadAsync(db, submission, cancel) is not { } reading) return NotFound();
        Reading = reading;
        var user = HttpContext.CurrentUser();
        var it = reading.Submission;
        IsLearner = it.LearnerId == user.Id;
        MayJudge = !IsLearner && it.IsWithAssessor && user.Is(MembershipRole.Assessor, it.CentreId);
        MayReview = !IsLearner && it.Status == SubmissionStatus.Sampled && user.Is(MembershipRole.QualityAssurer, it.CentreId) && reading.Rounds.All(r => r.Decision.AssessorId != user.Id);
        return Page();
    }

    /// <summary>Where it stands, to the learner or to those who work with it.</summary>
    public (string Answer, string Next) Standing
    {
        get
        {
            var who = IsLearner ? "You" : Reading.Learner;
            var whose = IsLearner ? "your" : "the learner's";
            var latest = Reading.Rounds.Count > 0 ? Reading.Rounds[0] : null;
            return Reading.Submission.Status switch
            {
                SubmissionStatus.Waiting => (
                    $"{who} submitted this on {Reading.Submission.SubmittedAt.InWords()}. {Reading.GivenAssessor ?? "An assessor"} {(Reading.GivenAssessor is null ? $"of {Reading.Centre} " : "")}has it now.",
                    "Assessors usually decide within ten working days. The decision comes by e-mail, and stands here with feedback on each criterion."),
                SubmissionStatus.ReferredBack => (
                    $"{latest!.Assessor} referred this back: {Words.Count(NotMet, "criterion needs", "criteria need")} more.",
                    $"Read what is needed below, add to {whose} evidence, and submit again. Nothing that was accepted or said is lost."),
                SubmissionStatus.Accepted => ($"{latest!.Assessor} accepted this unit. It is achieved.", "There is nothing left to do for it."),
                SubmissionStatus.Sampled => (
                    $"{latest!.Assessor} accepted this unit. A quality assurer is looking at the judgement.",
                    "That happens with a share of all judgements, and says nothing about the work. There is nothing to do meanwhile."),
                SubmissionStatus.Returned => (
                    "The judgement is with the assessor again.",
                    IsLearner ? "A quality assurer asked the assessor to look once more. There is nothing you need to do." : "A quality assurer returned it; the reasons stand below."),
                _ => ($"This unit is achieved. {latest?.QualityAssurer ?? "A quality assurer"} agreed with the judgement.", "There is nothing left to do for it."),
            };
        }
    }

    int NotMet => Reading.Criteria.Count(c => c.Judgements is [{ IsMet: false }, ..]);
}
