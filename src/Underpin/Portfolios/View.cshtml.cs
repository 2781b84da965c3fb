using Microsoft.AspNetCore.Mvc;
using Underpin.Platform;

namespace Underpin.Portfolios;

internal sealed class ViewModel(UnderpinDb db) : PortfolioPage(db)
{
    /// <summary>The unit to go on with: the one that came back, else the one nearest to complete.</summary>
    public PortfolioUnit? Next { get; private set; }
    public IReadOnlyList<string> Missing { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid enrolment, CancellationToken cancel)
    {
        if (!await FindAsync(enrolment, cancel)) return NotFound();
        var titles = Portfolio.Units.ToDictionary(u => u.Code, u => u.Title);
        Missing = Portfolio.Sentences(Portfolio.Chosen.Missing, titles);
        Next = Portfolio.Taken.Where(u => u.IsWithLearner).OrderByDescending(u => u.Stage == UnitStage.ReferredBack).ThenByDescending(u => u.Covered > 0).ThenBy(u => u.Gaps).FirstOrDefault();
        return Page();
    }

    public string Answer
    {
        get
        {
            var (taken, done) = (Portfolio.Taken.Count, Portfolio.Taken.Count(u => u.IsDone));
            var who = IsOwner ? "your" : $"{Portfolio.Learner}'s";
            return Portfolio.Enrolment.Status switch
            {
                EnrolmentStatus.Requested => $"Waiting for {Portfolio.Centre} to answer.",
                EnrolmentStatus.Declined => $"{Portfolio.Centre} did not accept this request.",
                EnrolmentStatus.Withdrawn => "This enrolment was withdrawn.",
                EnrolmentStatus.Completed => "The certificate is awarded.",
                _ when done == taken && Missing.Count == 0 => $"All of {who} {PortfolioWords.Count(taken, "unit", "units")} are done.",
                _ when Missing.Count > 0 => $"{done} of {who} {PortfolioWords.Count(taken, "unit", "units")} so far {(done == 1 ? "is" : "are")} done. There are options to choose.",
                _ => $"{done} of {who} {PortfolioWords.Count(taken, "unit", "units")} {(done == 1 ? "is" : "are")} done.",
            };
        }
    }

    public string Explanation
    {
        get
        {
            var e = Portfolio.Enrolment;
            return e.Status switch
            {
                EnrolmentStatus.Requested => $"Asked on {e.RequestedAt.InWords()}. We write as soon as they answer; until then, keep what your work produces.",
                EnrolmentStatus.Declined => $"They said: {e.Reason} Another centre may be able to help.",
                EnrolmentStatus.Withdrawn => $"Reason given: {e.Reason} Everything in it is kept.",
                EnrolmentStatus.Completed => "The portfolio is kept as it was judged.",
                _ when Next is { Stage: UnitStage.ReferredBack } back => $"Next: {back.Title} came back with feedback.",
                _ when Missing.Count > 0 => $"Next: choose units. {Missing[0]}.",
                _ when Next is { Gaps: 0 } ready => $"Next: every criterion of {ready.Title} has evidence. Read it through once more and submit it.",
                _ when Next is { } next => $"Next: {PortfolioWords.Count(next.Gaps, "criterion", "criteria")} of {next.Title} {(next.Gaps == 1 ? "has" : "have")} no evidence yet.",
                _ => "Nothing waits for the learner: the rest is with the assessor.",
            };
        }
    }
}
