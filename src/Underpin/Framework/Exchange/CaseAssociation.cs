namespace Underpin.Framework.Exchange;

/// <summary>A CFAssociation: how one item stands to another, here or elsewhere.</summary>
internal sealed class CaseAssociation
{
    public const string IsChildOf = "isChildOf";

    public required Guid Id { get; init; }
    public required Guid DocumentId { get; init; }
    /// <summary>Its place in the package, from 0.</summary>
    public required int Order { get; init; }
    /// <summary>Null when the end stands outside and is named by something else than a UUID.</summary>
    public required Guid? OriginId { get; init; }
    public required Guid? DestinationId { get; init; }
    public required string AssociationType { get; init; }
    public required DateTimeOffset LastChange { get; init; }
    public required string Json { get; init; }
}
