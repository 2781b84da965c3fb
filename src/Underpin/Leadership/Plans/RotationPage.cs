using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Underpin.Access;
using Underpin.Leadership.Rotation;
using Underpin.Leadership.Scenarios;
using Underpin.Platform;

namespace Underpin.Leadership.Plans;

/// <summary>What every page about the rotation of a scenario knows.</summary>
internal abstract class RotationPage(UnderpinDb db, LeadershipShelf shelf, TimeProvider clock) : ScenarioPage
{
    protected TimeProvider Clock => clock;

    /// <summary>Null where nothing is stated yet.</summary>
    public RotationPlanRecord? Record { get; private set; }

    /// <summary>What is asked; where nothing is stated, what somebody would begin from.</summary>
    public RotationProblem Problem { get; protected set; } = null!;

    public string At => $"{Scenario.Address}/rotation";

    public IReadOnlyList<SelectListItem> People => [.. Problem.People.Select(p => new SelectListItem(p.Name, p.Key))];
    public IReadOnlyList<SelectListItem> Duties => [.. Problem.Duties.Select(d => new SelectListItem(d.Name, d.Key))];
    public IReadOnlyList<SelectListItem> Years => [.. Enumerable.Range(Problem.FirstYear, Problem.Years).Select(y => new SelectListItem(SchoolYear.Name(y), y.ToString(CultureInfo.InvariantCulture)))];

    /// <summary>The name of a person of the problem; "nobody" for null.</summary>
    public string Name(string? person) => Problem.People.FirstOrDefault(p => p.Key == person)?.Name ?? "nobody";

    public string Duty(string key) => Problem.Duties.First(d => d.Key == key).Name;

    protected Change ByMe() => HttpContext.CurrentUser().Change(clock);

    /// <returns>False where there is no such scenario for this person.</returns>
    /// <param name="renewed">Whether the conditions are to be matched with the scenario as it is now, to be changed.</param>
    protected async Task<bool> ReadRotationAsync(Guid scenario, bool renewed, CancellationToken cancel)
    {
        if (!await ReadAsync(db, shelf, clock, scenario, cancel)) return false;
        Record = await db.LeadershipRotations.AsNoTracking().SingleOrDefaultAsync(r => r.ScenarioId == scenario, cancel);
        Problem = Record is null ? RotationStatement.Begin(Structure, shelf.Content.Catalogue, RotationStatement.NextYear(Today))
            : renewed ? RotationStatement.Renew(Record.Problem, Structure, shelf.Content.Catalogue)
            : Record.Problem;
        return true;
    }
}

/// <summary>A plan to be shown.</summary>
/// <param name="FixAt">The address where a cell can be fixed; null for those who may only look.</param>
internal sealed record RotationShown(RotationProblem Problem, RotationPlan Plan, string? FixAt)
{
    public string Name(string? person) => Problem.People.FirstOrDefault(p => p.Key == person)?.Name ?? "nobody";

    public string Duty(string key) => Problem.Duties.First(d => d.Key == key).Name;

    public IEnumerable<int> Years => Enumerable.Range(Problem.FirstYear, Problem.Years);
}
