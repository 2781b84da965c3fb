namespace Underpin.Framework.Exchange;

/// <summary>A CFItem: an area, a competence, a standard, whatever its framework is made of.</summary>
internal sealed class CaseItem
{
    public required Guid Id { get; init; }
    public required Guid DocumentId { get; init; }
    /// <summary>Its place in the package, from 0.</summary>
    public required int Order { get; init; }
    /// <summary>The item it stands under in the tree, the first one where it has several; null at the top.</summary>
    public required Guid? ParentId { get; init; }
    /// <summary>Its place among those under the same item, where the framework gives one.</summary>
    public required int? Sequence { get; init; }
    public required string? HumanCodingScheme { get; init; }
    public required string FullStatement { get; init; }
    public required string? ItemType { get; init; }
    public required DateTimeOffset LastChange { get; init; }
    public required string Json { get; init; }
}
