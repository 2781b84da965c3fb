using Underpin.Leadership.Structure;
using Underpin.Platform.Database;
using Underpin.Platform.History;

namespace Underpin.Leadership.Scenarios;

/// <summary>One way in which a school or trust is led, or might be. The school decides by one of its scenarios from the day on which it adopts it.</summary>
internal sealed class LeadershipScenario : IVersioned, IOnRecord
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    /// <summary>The school or trust.</summary>
    public required Guid OrganisationId { get; init; }
    public required string Title { get; set; }
    /// <summary>What it is for; "" where nobody said.</summary>
    public required string About { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required Guid CreatedById { get; init; }
    public required DateTimeOffset ChangedAt { get; set; }
    public required Guid ChangedById { get; set; }
    /// <summary>The first day on which it holds; it ends where the next adopted one begins. Null while it is only a plan.</summary>
    public DateOnly? AdoptedFrom { get; set; }
    public DateTimeOffset? ArchivedAt { get; set; }
    /// <summary>The number of the revision that <see cref="Document"/> is.</summary>
    public required int Revision { get; set; }
    /// <summary>Everything in it, with names and pay. Not for whoever may not see pay: see <see cref="StructureWithoutPay"/>.</summary>
    public required SchoolStructure Document { get; set; }
    public int RowVersion { get; set; }

    public bool IsArchived => ArchivedAt is not null;
}

/// <summary>A scenario as it was after a change. Nothing of a scenario is lost while it is kept.</summary>
internal sealed class ScenarioRevision
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ScenarioId { get; init; }
    /// <summary>1 for the first.</summary>
    public required int Number { get; init; }
    public required DateTimeOffset At { get; init; }
    public required Guid ById { get; init; }
    /// <summary>What was done, in words: "moved Head of maths to Deputy head, curriculum".</summary>
    public required string What { get; init; }
    /// <summary>The revision that this one goes back to; null for a change of its own.</summary>
    public int? GoesBackTo { get; init; }
    public required SchoolStructure Document { get; init; }
}
