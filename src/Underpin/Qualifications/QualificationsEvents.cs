using Underpin.Platform.History;

namespace Underpin.Qualifications;

internal sealed record CentreApproved(Guid Centre, Guid Approval, string Name, string Qualification, DateOnly From) : HistoryEvent(Centre)
{
    public override string Summary => $"approved {Name} for {Qualification}";
}

internal sealed record CentreApprovalEnded(Guid Centre, Guid Approval, string Name, string Qualification, DateOnly LastDay) : HistoryEvent(Centre)
{
    public override string Summary => $"ended the approval of {Name} for {Qualification}";
}
