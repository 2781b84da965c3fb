using Underpin.Platform.History;

namespace Underpin.Schools;

internal sealed record SaidWhereTheyWork(Guid Account, Guid School, string JobTitle, DateOnly From) : HistoryEvent(Account)
{
    public override string Summary => $"said that they work there as {JobTitle}";
}

internal sealed record EmploymentConfirmed(Guid Account, Guid School) : HistoryEvent(Account)
{
    public override string Summary => "confirmed that the person works there";
}
