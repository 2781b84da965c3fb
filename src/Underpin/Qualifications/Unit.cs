using Underpin.Framework;

namespace Underpin.Qualifications;

/// <summary>The smallest certificated block, in one published version. What a learner enrolled on stays what it was.</summary>
internal sealed class Unit
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Code { get; init; }
    public required int Version { get; init; }
    public required string Title { get; init; }
    public required RqfLevel Level { get; init; }
    public required Credit Credit { get; init; }
    public required GuidedHours GuidedHours { get; init; }
    public required string Aim { get; init; }
    public required string For { get; init; }
    public required IReadOnlyList<UnitCompetence> Competences { get; init; }
    public required IReadOnlyList<string> Covers { get; init; }
    public required IReadOnlyList<string> Evidence { get; init; }
    public required string Assessment { get; init; }
    public required IReadOnlyList<string> LeadsTo { get; init; }
    public required IReadOnlyList<Source> Sources { get; init; }
    public required string ContentHash { get; init; }
    public bool IsCurrent { get; set; }
    public List<LearningOutcome> Outcomes { get; init; } = [];
}

/// <summary>A competence that the unit teaches, and to which level of proficiency.</summary>
internal sealed record UnitCompetence(string Code, int Level);

internal sealed class LearningOutcome
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid UnitId { get; init; }
    public required string Code { get; init; }
    public required string Title { get; init; }
    public required int Order { get; init; }
    public List<Criterion> Criteria { get; init; } = [];
}

/// <summary>An assessment criterion: one thing that can be watched, or read in a product.</summary>
internal sealed class Criterion
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid OutcomeId { get; init; }
    public required Guid UnitId { get; init; }
    public required string Code { get; init; }
    public required string Text { get; init; }
    /// <summary>Only a school can pose it.</summary>
    public required bool IsSchool { get; init; }
    /// <summary>Position within the unit.</summary>
    public required int Order { get; init; }
}
