using System.Text;
using Microsoft.AspNetCore.Mvc;
using Underpin.Leadership.Rotation;
using Underpin.Platform.Pages;

namespace Underpin.Leadership.Plans;

/// <summary>The handovers and their preparation as a calendar file; of one person where one is named.</summary>
internal sealed class RotationCalendarPageModel(UnderpinDb db, LeadershipShelf shelf, TimeProvider clock) : RotationPage(db, shelf, clock)
{
    public async Task<IActionResult> OnGetAsync(Guid scenario, string? person, CancellationToken cancel)
    {
        if (!await ReadRotationAsync(scenario, renewed: false, cancel)) return NotFound();
        var shown = CanEdit && Record is { Findings.Plan: { } plan, State: not RotationState.Stated } ? (Record.Problem, Plan: plan, At: Record.ChangedAt)
            : Record?.Adopted is { } adopted ? (adopted.Problem, adopted.Plan, adopted.At)
            : default;
        if (shown.Plan is null)
        {
            this.Say("There is no plan yet to put into a calendar.");
            return Redirect(At);
        }

        var known = shown.Problem.People.Any(p => p.Key == person) ? person : null;
        var text = RotationCalendar.Write(shown.Problem, shown.Plan, $"Rotation: {Scenario.Title}", $"rotation/{Scenario.Id}", shown.At, known);
        return File(Encoding.UTF8.GetBytes(text), "text/calendar; charset=utf-8", "rotation.ics");
    }
}
