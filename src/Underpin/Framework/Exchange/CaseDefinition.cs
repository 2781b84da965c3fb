namespace Underpin.Framework.Exchange;

/// <summary>What a framework's items refer to. Frameworks of one publisher often share some, so an identifier may stand in several.</summary>
internal sealed class CaseDefinition
{
    public required Guid Id { get; init; }
    public required Guid DocumentId { get; init; }
    public required CaseDefinitionKind Kind { get; init; }
    /// <summary>Its place among those of its kind in the package, from 0.</summary>
    public required int Order { get; init; }
    public required string? HierarchyCode { get; init; }
    public required DateTimeOffset LastChange { get; init; }
    public required string Json { get; init; }
}

/// <summary>In the order in which a package lists them.</summary>
internal enum CaseDefinitionKind
{
    Concept,
    Subject,
    License,
    ItemType,
    AssociationGrouping,
    Rubric,
}
