using Underpin.Framework;

namespace Underpin.Qualifications;

/// <summary>A qualification in one published version, with its rule of combination.</summary>
internal sealed class Qualification
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Code { get; init; }
    public required int Version { get; init; }
    public required string Title { get; init; }
    public required QualificationType Type { get; init; }
    public required RqfLevel Level { get; init; }
    /// <summary>The code of the organisation that awards it.</summary>
    public required string AwardingBody { get; init; }
    public required string Aim { get; init; }
    public required string For { get; init; }
    public required RuleOfCombination Rule { get; init; }
    public required IReadOnlyList<string> LeadsTo { get; init; }
    public required IReadOnlyList<Source> Sources { get; init; }
    public required string ContentHash { get; init; }
    public bool IsCurrent { get; set; }
}

/// <summary>A unit, in the version meant, in a group of a qualification's rule.</summary>
internal sealed class QualificationUnit
{
    public required Guid QualificationId { get; init; }
    public required Guid UnitId { get; init; }
    public required string GroupCode { get; init; }
    public required int Order { get; init; }
    public Unit? Unit { get; init; }
}
