using Underpin.Leadership.Catalogue;

namespace Underpin.Leadership.Structure;

/// <summary>
/// Who leads a school or a trust: posts, people, management, meetings and who answers for what. One scenario is one of these.
/// Codes are unique in their lists, and no person has the code of a post; <see cref="Files.StructureChecks"/> says what else holds.
/// </summary>
internal sealed record SchoolStructure
{
    public required string Title { get; init; }

    /// <summary>Whom the scenario suits, or what it is for; "" where nobody said.</summary>
    public string About { get; init; } = "";

    /// <summary>The schools. A trust has several; what belongs to none of them belongs to the trust's centre.</summary>
    public required IReadOnlyList<School> Schools { get; init; }

    public IReadOnlyList<Person> People { get; init; } = [];
    public IReadOnlyList<Post> Posts { get; init; } = [];
    public IReadOnlyList<Holding> Holdings { get; init; } = [];
    public IReadOnlyList<Meeting> Meetings { get; init; } = [];
    public IReadOnlyList<Assignment> Assignments { get; init; } = [];

    /// <summary>What employment costs on top of salary, in per cent, where a post does not say; null where nobody said.</summary>
    public decimal? OnCostsPercent { get; init; }

    /// <summary>Annual full-time pounds by the name of a pay point, such as "L18".</summary>
    public IReadOnlyDictionary<string, decimal> PayPoints { get; init; } = new Dictionary<string, decimal>();

    /// <summary>Duties that the school added to the catalogue.</summary>
    public IReadOnlyList<Responsibility> OwnDuties { get; init; } = [];

    /// <summary>Codes of catalogue duties that the school does not have, with the reason.</summary>
    public IReadOnlyDictionary<string, string> NotOurs { get; init; } = new Dictionary<string, string>();

    /// <summary>The school's own values of thresholds.</summary>
    public IReadOnlyDictionary<string, decimal> Thresholds { get; init; } = new Dictionary<string, decimal>();

    /// <summary>The day that the review looks at; null for today.</summary>
    public DateOnly? Date { get; init; }

    public bool IsTrust => Schools.Count > 1;

    /// <summary>The structure on one day, indexed. O(size of the structure).</summary>
    public StructureView AsOf(DateOnly day, ResponsibilityCatalogue catalogue) => new(this, day, catalogue.For(OwnDuties, NotOurs.Keys.ToHashSet(StringComparer.Ordinal)));
}

/// <summary>A school.</summary>
/// <param name="Traits">"primary", "secondary", "sixth-form", "trust" (is an academy of a trust): which duties it has.</param>
internal sealed record School(string Code, string Name, IReadOnlyList<string> Traits)
{
    /// <summary>All who work there, as heads; null where nobody said.</summary>
    public int? Staff { get; init; }

    /// <summary>Annual pounds for all who work there, on-costs included; null where nobody said.</summary>
    public decimal? StaffCost { get; init; }

    public int Line { get; init; }
}

/// <summary>Somebody who works there.</summary>
/// <param name="Knows">Codes of duties, or of whole groups of duties, that the person could take over.</param>
/// <param name="Qualifications">Codes of qualifications that duties may ask for.</param>
internal sealed record Person(string Code, string Name, IReadOnlyList<string> Knows, IReadOnlyList<string> Qualifications)
{
    public int Line { get; init; }
}

/// <summary>Where a post stands.</summary>
internal enum Tier
{
    /// <summary>The small team at the head of a school.</summary>
    Core,

    /// <summary>Other members of the senior team.</summary>
    Wider,

    /// <summary>Leaders of subjects, years and services.</summary>
    Middle,

    Other,
}

/// <summary>Through which side of a school a post is managed.</summary>
internal enum Side
{
    Curriculum,
    Business,
    Both,
}

/// <summary>A place in the structure, whether or not anybody holds it.</summary>
internal sealed record Post(string Code, string Title, Tier Tier)
{
    /// <summary>Codes of the schools it serves: none for the trust's centre, several where schools share it.</summary>
    public IReadOnlyList<string> Schools { get; init; } = [];

    /// <summary>Whether it is the head of its school, or of the centre. A shared headship is one post that two people hold.</summary>
    public bool IsHead { get; init; }

    /// <summary>To whom it answers; empty for a head, two where each side of the school manages it.</summary>
    public IReadOnlyList<ReportingLine> ReportsTo { get; init; } = [];

    /// <summary>Annual full-time pounds; null where nobody said or a pay point is given.</summary>
    public decimal? Salary { get; init; }

    /// <summary>Name of a pay point of the structure.</summary>
    public string? PayPoint { get; init; }

    /// <summary>On-costs in per cent of salary; null for the structure's.</summary>
    public decimal? OnCostsPercent { get; init; }

    /// <summary>Share of full time, more than 0 and at most 1, all its holders together.</summary>
    public decimal Fte { get; init; } = 1;

    /// <summary>Pounds that the holder may spend at a time without asking; null for none.</summary>
    public decimal? SpendLimit { get; init; }

    public int Line { get; init; }
}

/// <param name="Manager">Code of the managing post.</param>
internal readonly record struct ReportingLine(string Manager, Side Side);

/// <summary>A person in a post for a time. A post without one on a day is vacant; one with several is shared.</summary>
internal sealed record Holding(string Post, string Person, Period Period)
{
    public int Line { get; init; }
}

/// <summary>A meeting that meets again and again.</summary>
internal sealed record Meeting(string Code, string Name)
{
    /// <summary>Null for one of the trust's centre.</summary>
    public string? School { get; init; }

    /// <summary>Codes of posts or people.</summary>
    public required IReadOnlyList<string> Members { get; init; }

    /// <summary>Codes of the groups of duties that it deals with; empty for all.</summary>
    public IReadOnlyList<string> Remit { get; init; } = [];

    /// <summary>Pounds that it may commit at a time; null where it decides no spending.</summary>
    public decimal? BudgetLimit { get; init; }

    public bool DecidesPolicy { get; init; }
    public bool DecidesStaffing { get; init; }

    /// <summary>Hours of one member in a year; null where nobody said.</summary>
    public decimal? HoursAYear { get; init; }

    public int Line { get; init; }

    /// <summary>Whether it decides anything, rather than talks.</summary>
    public bool Decides => BudgetLimit is not null || DecidesPolicy || DecidesStaffing;

    public bool IsAbout(string group) => Remit.Count == 0 || Remit.Contains(group);
}

/// <summary>What part somebody has in a duty.</summary>
internal enum Part
{
    /// <summary>Answers for it. One, at any time.</summary>
    Accountable,

    /// <summary>Does it.</summary>
    Responsible,

    /// <summary>Is asked before.</summary>
    Consulted,

    /// <summary>Is told after.</summary>
    Informed,

    /// <summary>Takes over when whoever does it is away.</summary>
    Cover,
}

/// <summary>Somebody's part in a duty for a time.</summary>
/// <param name="Duty">Code of a responsibility.</param>
/// <param name="School">Null where it is held for every school of the structure.</param>
/// <param name="Holder">Code of a post, whose holders of the day have the part, or of a person.</param>
internal sealed record Assignment(string Duty, string? School, Part Part, string Holder, Period Period)
{
    public int Line { get; init; }
}
