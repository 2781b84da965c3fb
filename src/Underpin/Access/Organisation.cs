using Underpin.Platform.Database;
using Underpin.Platform.History;

namespace Underpin.Access;

[Flags]
internal enum OrganisationKinds
{
    None = 0,
    School = 1,
    Trust = 2,
    Centre = 4,
    AwardingBody = 8,
}

/// <summary>A school, trust, centre or awarding body; one organisation can be several of these.</summary>
internal sealed class Organisation : IVersioned, IOnRecord
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    /// <summary>Short and stable, lower case: "saltmarsh". Content names awarding bodies by it.</summary>
    public required string Code { get; init; }
    public required string Name { get; set; }
    public required OrganisationKinds Kinds { get; set; }
    public string? Town { get; set; }
    public string? Urn { get; set; }
    public string? Ukprn { get; set; }
    /// <summary>The trust a school belongs to.</summary>
    public Guid? TrustId { get; set; }
    public int RowVersion { get; set; }

    public bool Is(OrganisationKinds kind) => Kinds.HasFlag(kind);
}
