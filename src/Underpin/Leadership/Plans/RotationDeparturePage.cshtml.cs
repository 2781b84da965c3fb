using Microsoft.AspNetCore.Mvc;
using Underpin.Leadership.Rotation;

namespace Underpin.Leadership.Plans;

/// <summary>What a plan becomes when somebody leaves. It looks, and changes nothing.</summary>
internal sealed class RotationDeparturePageModel(UnderpinDb db, LeadershipShelf shelf, TimeProvider clock) : RotationPage(db, shelf, clock)
{
    [BindProperty(SupportsGet = true)]
    public string? Person { get; set; }

    [BindProperty(SupportsGet = true)]
    public int From { get; set; }

    public RotationDeparture? Departure { get; private set; }
    public string Why { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid scenario, CancellationToken cancel)
    {
        if (!await ReadRotationAsync(scenario, renewed: false, cancel)) return NotFound();
        if (Record is not { State: RotationState.Done, Findings.Plan: { } plan })
        {
            Why = "There is no plan yet.";
            return Page();
        }

        var leaver = Problem.People.FirstOrDefault(p => p.Key == Person);
        if (leaver is null || From < Problem.FirstYear || From > Problem.LastYear || leaver.Joins >= From)
        {
            Why = "Say who of the people in the plan leaves, and from which of its years.";
            return Page();
        }

        if (!Enumerable.Range(From, Problem.LastYear - From + 1).All(year => Problem.People.Any(p => p != leaver && !(year < p.Joins) && !(year >= p.Leaves))))
        {
            Why = $"Nobody would be left to hold the duties without {leaver.Name}.";
            return Page();
        }

        Departure = RotationPlanner.Departure(Problem, plan, leaver.Key, From, new() { Steps = RotationSolving.AtOnce }, cancel);
        return Page();
    }
}
