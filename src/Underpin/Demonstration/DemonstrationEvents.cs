using Underpin.Platform.History;

namespace Underpin.Demonstration;

internal sealed record CentreApproved(Guid Centre, string Name, string Qualification) : HistoryEvent(Centre)
{
    public override string Summary => $"approved {Name} for {Qualification}";
}
