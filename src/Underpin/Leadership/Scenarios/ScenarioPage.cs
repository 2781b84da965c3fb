using Microsoft.AspNetCore.Mvc.RazorPages;
using Underpin.Access;
using Underpin.Leadership.Structure;
using Underpin.Platform;

namespace Underpin.Leadership.Scenarios;

/// <summary>What every page about one scenario knows, once <see cref="ReadAsync"/> has found it.</summary>
internal abstract class ScenarioPage : PageModel
{
    public ScenarioReading Reading { get; private set; } = null!;
    public ScenarioFacts Scenario => Reading.Facts;

    /// <summary>Without pay for those who may not see it: pages show nothing else.</summary>
    public SchoolStructure Structure => Reading.Structure;

    public bool MaySeePay => Reading.MaySeePay;

    /// <summary>Whether the person may change it, and it is not archived.</summary>
    public bool CanEdit => Reading.MaySeePay && Scenario.ArchivedAt is null;

    public LeadershipShelf Shelf { get; private set; } = null!;
    public DateOnly Today { get; private set; }

    /// <summary>The day that the page looks at: the one asked for, or the scenario's own, or the day it is adopted from where that is to come, or today.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>The structure on <see cref="Day"/>.</summary>
    public StructureView View => _view ??= Structure.AsOf(Day, Shelf.Content.Catalogue);
    StructureView? _view;

    /// <returns>False where there is no such scenario for this person: answer <c>NotFound()</c>.</returns>
    protected async Task<bool> ReadAsync(UnderpinDb db, LeadershipShelf shelf, TimeProvider clock, Guid scenario, CancellationToken cancel, DateOnly? on = null)
    {
        var today = clock.Today();
        if (await ScenarioReading.ReadAsync(db, scenario, HttpContext.CurrentUser(), today, cancel) is not { } reading) return false;
        (Reading, Shelf, Today, _view) = (reading, shelf, today, null);
        Day = on ?? reading.Structure.Date ?? (reading.Facts.AdoptedFrom > today ? reading.Facts.AdoptedFrom.Value : today);
        return true;
    }
}
