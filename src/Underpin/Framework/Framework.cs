namespace Underpin.Framework;

/// <summary>A published version of the competence framework. It never changes; a later version stands beside it.</summary>
internal sealed class PublishedFramework
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Code { get; init; }
    public required string Version { get; init; }
    public required string Title { get; init; }
    public required string Summary { get; init; }
    public required DateOnly PublishedOn { get; init; }
    public required string AwardingBody { get; init; }
    public required IReadOnlyList<ProficiencyLevel> Levels { get; init; }
    public required IReadOnlyList<Source> Sources { get; init; }
    /// <summary>SHA-256 of what was published, to refuse a changed file under an unchanged version.</summary>
    public required string ContentHash { get; init; }
    public bool IsCurrent { get; set; }
}

internal sealed record ProficiencyLevel(int Level, string Title, string Meaning);

/// <summary>Where a stated fact comes from and how far it can be trusted.</summary>
/// <param name="Confidence">seen, recalled, derived or computed.</param>
internal sealed record Source(string Title, string? Url, DateOnly Checked, string Confidence)
{
    public bool IsProvisional => Confidence is not ("seen" or "derived");
}

internal sealed class Area
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid FrameworkId { get; init; }
    public required string Code { get; init; }
    public required string Title { get; init; }
    public required string Summary { get; init; }
    public required int Order { get; init; }
}

internal sealed class Competence
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid FrameworkId { get; init; }
    public required Guid AreaId { get; init; }
    public required string Code { get; init; }
    public required string Title { get; init; }
    public required string Why { get; init; }
    public required string Without { get; init; }
    public required IReadOnlyList<CompetenceLevel> Levels { get; init; }
    public required int Order { get; init; }
}

internal sealed record CompetenceLevel(int Level, string Does);
