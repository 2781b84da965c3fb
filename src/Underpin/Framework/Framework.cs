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

    public string LevelTitle(int level) => Levels.First(l => l.Level == level).Title;
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
    /// <summary>Codes of competences of earlier editions that this one takes over.</summary>
    public required IReadOnlyList<string> Replaces { get; init; }
    public required int Order { get; init; }
}

internal sealed record CompetenceLevel(int Level, string Does);

/// <summary>A role profile of an edition: what a post is for and what it asks for.</summary>
internal sealed class RoleProfile
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid FrameworkId { get; init; }
    public required string Code { get; init; }
    public required string Title { get; init; }
    public required int Order { get; init; }
    public required RoleKind Kind { get; init; }
    public required string Purpose { get; init; }
    public required IReadOnlyList<string> Duties { get; init; }
    public required string Decides { get; init; }
    public required string WorksWith { get; init; }
    public required IReadOnlyList<RoleCompetence> Competences { get; init; }
    /// <summary>Codes of qualifications that lead to the role.</summary>
    public required IReadOnlyList<string> Qualifications { get; init; }
    /// <summary>Codes of the roles that come next.</summary>
    public required IReadOnlyList<string> LeadsTo { get; init; }
    public required IReadOnlyList<Source> Sources { get; init; }
}

internal sealed record RoleCompetence(string Code, int Level);
