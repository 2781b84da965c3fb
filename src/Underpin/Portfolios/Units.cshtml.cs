using Microsoft.AspNetCore.Mvc;
using Underpin.Access;
using Underpin.Platform.Pages;

namespace Underpin.Portfolios;

/// <summary>What the choice on the page would come to.</summary>
internal sealed record ChoiceFeedback(bool IsMet, int Credit, int Needed, IReadOnlyList<string> Missing, IReadOnlyList<string> Notices);

internal sealed class UnitsModel(UnderpinDb db, EnrolmentService enrolments, TimeProvider clock) : PortfolioPage(db)
{
    [BindProperty(SupportsGet = true)]
    public List<Guid> Chosen { get; set; } = [];

    [BindProperty]
    public int Seen { get; set; }

    public ChoiceFeedback Feedback { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid enrolment, CancellationToken cancel)
    {
        if (!await FindAsync(enrolment, cancel)) return NotFound();
        if (Portfolio.Enrolment.Status != EnrolmentStatus.Active) return Redirect(Home);
        Seen = Portfolio.Enrolment.RowVersion;
        Chosen = [.. Portfolio.Taken.Select(u => u.UnitId)];
        Feedback = Judge();
        return Page();
    }

    /// <summary>The part of the page that answers a choice, for the script that asks while the learner ticks.</summary>
    public async Task<IActionResult> OnGetFeedbackAsync(Guid enrolment, CancellationToken cancel)
    {
        if (!await FindAsync(enrolment, cancel)) return NotFound();
        return Partial("_ChoiceFeedback", Judge());
    }

    public async Task<IActionResult> OnPostCheckAsync(Guid enrolment, CancellationToken cancel)
    {
        if (!await FindAsync(enrolment, cancel)) return NotFound();
        Feedback = Judge();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid enrolment, CancellationToken cancel)
    {
        if (!await FindAsync(enrolment, cancel)) return NotFound();
        var saved = await enrolments.ChooseUnitsAsync(new() { EnrolmentId = enrolment, UnitIds = Chosen, Seen = Seen }, HttpContext.CurrentUser().Change(clock), cancel);
        Feedback = Judge();
        if (saved.Refusal is { } refusal)
        {
            ModelState.AddModelError("", refusal.Message);
            return Page();
        }

        this.Say(Feedback.IsMet ? "Your units are saved. Together they make the qualification." : $"Your units are saved. {Feedback.Missing[0]}.");
        return Redirect(Home);
    }

    public bool IsChosen(PortfolioUnit unit) => Portfolio.IsMandatory(unit) || Chosen.Contains(unit.UnitId);

    ChoiceFeedback Judge()
    {
        var progress = Portfolio.Qualification.Rule.Evaluate([.. Portfolio.Units.Where(IsChosen).Select(u => u.Code)]);
        var titles = Portfolio.Units.ToDictionary(u => u.Code, u => u.Title);
        return new(progress.IsMet, progress.Credit.Value, Portfolio.Qualification.Rule.MinimumCredit.Value, Portfolio.Sentences(progress.Missing, titles), Portfolio.Sentences(progress.Notices, titles));
    }
}
