using System.Globalization;
using Underpin.Platform.History;

namespace Underpin.Leadership.Plans;

/// <summary>A plan was written into a scenario. Names stand in the scenario, which can be erased, and not here.</summary>
internal sealed record RotationTakenOver(Guid Organisation, Guid ScenarioId, int FirstYear, int Years, int Duties) : HistoryEvent(Organisation)
{
    public override string Summary => string.Create(CultureInfo.InvariantCulture, $"adopted a rotation of {Duties} duties over {Years} {(Years == 1 ? "year" : "years")} from 1 September {FirstYear}");
}
