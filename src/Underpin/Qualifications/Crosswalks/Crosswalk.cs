using Underpin.Framework;

namespace Underpin.Qualifications.Crosswalks;

/// <summary>
/// What the certificates, standards or skills of one outside body have in common with ours. It states what was found on the date it was checked;
/// unlike what we publish ourselves it is put right whenever the world outside changes.
/// </summary>
internal sealed class Crosswalk
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Code { get; init; }
    public required string Title { get; init; }
    public required CrosswalkKind Kind { get; init; }
    public required string About { get; init; }
    public required IReadOnlyList<Source> Sources { get; init; }
    public required string ContentHash { get; init; }
    public List<CrosswalkItem> Items { get; init; } = [];
}

/// <summary>One certificate, standard or skill of an outside body.</summary>
internal sealed class CrosswalkItem
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid CrosswalkId { get; init; }
    public required int Order { get; init; }
    /// <summary>The outside code, as its body writes it.</summary>
    public required string Reference { get; init; }
    public required string Title { get; init; }
    /// <summary>As its body states it.</summary>
    public required string? Level { get; init; }
    public required OutsideStatus Status { get; init; }
    public required string? StatusNote { get; init; }
    /// <summary>seen, recalled, derived or computed.</summary>
    public required string Confidence { get; init; }
    public required DateOnly Checked { get; init; }
    public required string Source { get; init; }
    public List<CrosswalkMap> Maps { get; init; } = [];

    public bool IsProvisional => Confidence is not ("seen" or "derived");
}

/// <summary>How much of one unit, competence or qualification of ours the outside thing covers.</summary>
internal sealed class CrosswalkMap
{
    public Guid ItemId { get; init; }
    /// <summary>The code of a unit, competence or qualification of ours.</summary>
    public required string To { get; init; }
    public required Extent Extent { get; init; }
    public required string Reason { get; init; }
    public required int Order { get; init; }
}

internal enum CrosswalkKind
{
    /// <summary>Certifications of makers and suppliers.</summary>
    Vendor,
    Apprenticeship,
    /// <summary>A framework of skills.</summary>
    Skills,
    /// <summary>What government or a scheme asks of schools.</summary>
    Standard,
    Leadership,
    /// <summary>Regulated qualifications and professional registration.</summary>
    Qualification,
}

internal enum OutsideStatus
{
    Current,
    /// <summary>Still to be had, with an end in sight.</summary>
    Closing,
    Superseded,
    Retired,
    /// <summary>Nobody has confirmed how it stands.</summary>
    Unconfirmed,
}

internal enum Extent
{
    /// <summary>All of ours is covered.</summary>
    Full,
    Most,
    Part,
}
