using Underpin.Platform.History;
using Underpin.Platform;

namespace Underpin.Leadership.Scenarios;

// What people typed into a scenario (names, pay) stands in its revisions, which can be erased, and never in the history, which cannot.

internal sealed record ScenarioBegun(Guid Organisation, Guid ScenarioId, string From) : HistoryEvent(Organisation)
{
    public override string Summary => $"began a leadership scenario from {From}";
}

/// <param name="Revision">The number of the revision that it made.</param>
/// <param name="Kind">The kind of change, without names: "AddPost".</param>
internal sealed record ScenarioChanged(Guid Organisation, Guid ScenarioId, int Revision, string Kind) : HistoryEvent(Organisation)
{
    public override string Summary => $"changed a leadership scenario (version {Revision})";
}

internal sealed record ScenarioTakenBack(Guid Organisation, Guid ScenarioId, int Revision, int To) : HistoryEvent(Organisation)
{
    public override string Summary => $"took a leadership scenario back to version {To}";
}

internal sealed record ScenarioAdopted(Guid Organisation, Guid ScenarioId, DateOnly? Before, DateOnly From) : HistoryEvent(Organisation)
{
    public override string Summary => $"adopted a leadership scenario from {From.InWords()}";
}

internal sealed record AdoptionEnded(Guid Organisation, Guid ScenarioId, DateOnly WasFrom) : HistoryEvent(Organisation)
{
    public override string Summary => $"ended the adoption of a leadership scenario that held from {WasFrom.InWords()}";
}

internal sealed record ScenarioArchived(Guid Organisation, Guid ScenarioId) : HistoryEvent(Organisation)
{
    public override string Summary => "archived a leadership scenario";
}

internal sealed record ScenarioBroughtBack(Guid Organisation, Guid ScenarioId) : HistoryEvent(Organisation)
{
    public override string Summary => "brought a leadership scenario back from the archive";
}

/// <summary>All that is left of a scenario that was erased.</summary>
internal sealed record ScenarioErased(Guid Organisation, Guid ScenarioId, int Revisions, DateOnly? WasAdoptedFrom) : HistoryEvent(Organisation)
{
    public override string Summary => "erased a leadership scenario with all its versions";
}
