namespace Underpin.Framework.Exchange;

/// <summary>A whole framework, as rows to be kept.</summary>
internal sealed record CasePackage
{
    public required CaseDocument Document { get; init; }
    public required IReadOnlyList<CaseItem> Items { get; init; }
    public required IReadOnlyList<CaseAssociation> Associations { get; init; }
    public required IReadOnlyList<CaseDefinition> Definitions { get; init; }
}
