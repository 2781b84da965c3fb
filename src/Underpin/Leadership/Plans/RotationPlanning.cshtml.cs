using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Underpin.Leadership.Rotation;
using Underpin.Platform;
using Underpin.Platform.Pages;

namespace Underpin.Leadership.Plans;

/// <summary>The rotation of a scenario: for school leaders what was found and what they can do with it, for others what was adopted.</summary>
internal sealed class RotationPlanningModel(UnderpinDb db, LeadershipShelf shelf, RotationService rotations, TimeProvider clock) : RotationPage(db, shelf, clock)
{
    [BindProperty, Display(Name = "Duty")]
    public string? FixDuty { get; set; }

    [BindProperty, Display(Name = "School year")]
    public int? FixYear { get; set; }

    [BindProperty, Display(Name = "Who holds it then")]
    public string? FixPerson { get; set; }

    [BindProperty]
    public int? Alternative { get; set; }

    [BindProperty]
    public int? Seen { get; set; }

    [Display(Name = "Who")]
    public string? Person { get; set; }

    [Display(Name = "Not there from")]
    public int? From { get; set; }

    public bool CanPlan => CanEdit;

    public RotationShown? Shown { get; private set; }

    /// <summary>Whether the scenario has other people or holders than the plan was made for.</summary>
    public bool HasMovedOn { get; private set; }

    /// <summary>What the plan is worth, in a sentence.</summary>
    public string Summary { get; private set; } = "";

    public Task<IActionResult> OnGetAsync(Guid scenario, string? duty, int? year, CancellationToken cancel)
    {
        (FixDuty, FixYear) = (duty, year);
        return ShowAsync(scenario, cancel);
    }

    public async Task<IActionResult> OnPostPlanAsync(Guid scenario, CancellationToken cancel) =>
        await AnsweredAsync(scenario, await rotations.PlanAsync(new() { Scenario = scenario }, ByMe(), cancel), cancel);

    public async Task<IActionResult> OnPostStopAsync(Guid scenario, CancellationToken cancel) =>
        await AnsweredAsync(scenario, await rotations.StopAsync(scenario, ByMe(), cancel), cancel);

    public async Task<IActionResult> OnPostFixAsync(Guid scenario, CancellationToken cancel) =>
        await AnsweredAsync(scenario, await rotations.FixAsync(new() { Scenario = scenario, Duty = FixDuty ?? "", Year = FixYear ?? 0, Person = FixPerson }, ByMe(), cancel), cancel);

    public async Task<IActionResult> OnPostTakeAsync(Guid scenario, CancellationToken cancel) =>
        await AnsweredAsync(scenario, await rotations.TakeAsync(new() { Scenario = scenario, Index = Alternative ?? -1, Seen = Seen ?? -1 }, ByMe(), cancel), cancel);

    /// <summary>A form with no button of ours plans.</summary>
    public Task<IActionResult> OnPostAsync(Guid scenario, CancellationToken cancel) => OnPostPlanAsync(scenario, cancel);

    async Task<IActionResult> AnsweredAsync(Guid scenario, Outcome<RotationPlanRecord> outcome, CancellationToken cancel)
    {
        if (outcome.Refusal is not { } refusal) return Redirect($"/scenarios/{scenario}/rotation");
        ModelState.AddModelError("", refusal.Message);
        return await ShowAsync(scenario, cancel);
    }

    async Task<IActionResult> ShowAsync(Guid scenario, CancellationToken cancel)
    {
        if (!await ReadRotationAsync(scenario, renewed: false, cancel)) return NotFound();
        if (!CanPlan)
        {
            if (Record?.Adopted is { } adopted)
            {
                Shown = new(adopted.Problem, adopted.Plan, null);
                Problem = adopted.Problem;
            }

            return Page();
        }

        if (Record?.Findings is { Plan: { } plan, Objective: { } objective })
        {
            Summary = LeadershipWords.Sentence(RotationReport.InWords(objective));
            // After the conditions changed, the plan may be about people and duties that are no longer in them.
            if (Fits(plan)) Shown = new(Record.Problem, plan, Record.IsLooking ? null : At);
        }

        HasMovedOn = Record is not null && Record.State != RotationState.Stated && Record.Revision != Scenario.Revision
            && Record.Adopted?.Plan.Equals(Record.Findings?.Plan) != true
            && !RotationStatement.Same(Record.Problem, RotationStatement.Renew(Record.Problem, Structure, Shelf.Content.Catalogue));
        return Page();
    }

    bool Fits(RotationPlan plan)
    {
        var people = Problem.People.Select(p => p.Key).ToHashSet(StringComparer.Ordinal);
        var cells = Problem.Duties.SelectMany(d => Enumerable.Range(Problem.FirstYear, Problem.Years).Select(year => (d.Key, year))).ToHashSet();
        return plan.Cells.All(c => people.Contains(c.Person)) && cells.SetEquals(plan.Cells.Select(c => (c.Duty, c.Year)));
    }
}
