namespace Underpin.Framework.Exchange;

/// <summary>
/// A framework as the CASE standard has it: an edition of ours, or one that was imported. Its items, associations and definitions stand beside it,
/// each as the JSON that is served, with what is searched by in columns.
/// </summary>
internal sealed class CaseDocument
{
    /// <summary>The identifier of the CFDocument, the same wherever the framework is kept.</summary>
    public required Guid Id { get; init; }
    public required string Uri { get; init; }
    public required string Title { get; init; }
    public required string Creator { get; init; }
    public required string? AdoptionStatus { get; init; }
    public required DateTimeOffset LastChange { get; init; }
    public required string Json { get; init; }
    /// <summary>What the package says beside its document, items, associations, definitions and rubrics.</summary>
    public required string? PackageExtensions { get; init; }
    public required string? DefinitionExtensions { get; init; }
    /// <summary>The edition, when it is ours; then addresses in the JSON are written without the site, and completed as they are served.</summary>
    public string? OwnVersion { get; init; }
    public string? OwnCode { get; init; }
    /// <summary>The organisation whose editor imported it; null when it is ours, or came by the command line.</summary>
    public Guid? ImportedFor { get; init; }
    public string? ImportedBy { get; init; }
    public DateTimeOffset? ImportedAt { get; init; }

    public bool IsOwn => OwnVersion is not null;
}
