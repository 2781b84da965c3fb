namespace Underpin.Leadership.Rotation;

/// <summary>How far a person is prepared for a duty.</summary>
internal enum Readiness
{
    /// <summary>Could answer for it from the first day.</summary>
    Ready,

    /// <summary>After a term beside the one who holds it.</summary>
    AfterShadowing,

    /// <summary>Not at all, for the reason given with it.</summary>
    Never,
}

/// <summary>Who takes part.</summary>
internal sealed record RotationPerson
{
    /// <summary>Tells the person from all others, for good.</summary>
    public required string Key { get; init; }

    public required string Name { get; init; }

    /// <summary>The first school year in post (2027 is 2027/28); null for somebody in post now.</summary>
    public int? Joins { get; init; }

    /// <summary>The first school year no longer in post; null for somebody who stays.</summary>
    public int? Leaves { get; init; }

    /// <summary>The most weight carried in any year; null for the problem's.</summary>
    public int? LoadLimit { get; init; }

    /// <summary>Duties passed on each year; null for the problem's, and for nought where pins keep everything the person holds.</summary>
    public int? PassesOn { get; init; }

    /// <summary>Duties received each year; null as for <see cref="PassesOn"/>.</summary>
    public int? Receives { get; init; }

    /// <summary>Whether any number may pass on and arrive: the numbers asked are no condition then, nor counted as asked.</summary>
    public bool AnyNumber { get; init; }
}

/// <summary>What somebody must answer for.</summary>
internal sealed record RotationDuty
{
    /// <summary>Tells the duty from all others, for good.</summary>
    public required string Key { get; init; }

    public required string Name { get; init; }

    /// <summary>What it takes, from 1 to 100.</summary>
    public int Weight { get; init; } = 1;

    /// <summary>Key of who holds it now; null while it is vacant.</summary>
    public string? Holder { get; init; }
}

/// <summary>A duty that stays with a person, from a year to a year, both included; null for the plan's first and last.</summary>
internal sealed record Pin(string Person, string Duty, int? From = null, int? Until = null);

/// <param name="Person">Key of a person.</param>
/// <param name="Duty">Key of a duty.</param>
/// <param name="Level">How far prepared.</param>
/// <param name="Reason">Why never, in words that can follow "because": "the post needs qualified teacher status". Wanted for <see cref="Readiness.Never"/>.</param>
internal sealed record ReadinessEntry(string Person, string Duty, Readiness Level, string? Reason = null);

/// <summary>Two duties that belong together. Best so, or (<paramref name="Must"/>) in every year.</summary>
internal sealed record TogetherPair(string One, string Other, bool Must = false);

/// <summary>Two duties that no one person may hold at a time.</summary>
internal sealed record ApartPair(string One, string Other);

/// <summary>A year in which a duty must not move.</summary>
internal sealed record StillYear(string Duty, int Year);

/// <summary>Who holds a duty in a year.</summary>
internal sealed record RotationCell(string Duty, int Year, string Person);

/// <summary>What is asked of a person in one year, in place of what is asked every year. Null leaves that part as it is.</summary>
internal sealed record YearAsk(string Person, int Year, int? PassesOn, int? Receives);

/// <summary>
/// What a rotation is planned from. People and duties are named by their keys; years are school years, 2027 for 2027/28. Handovers are on
/// 1 September of each year of the plan, the first from those who hold the duties now. README.md in this folder says what each part means exactly.
/// </summary>
internal sealed record RotationProblem
{
    /// <summary>The first school year of the plan.</summary>
    public required int FirstYear { get; init; }

    /// <summary>How many, from 1 to 8.</summary>
    public required int Years { get; init; }

    public required IReadOnlyList<RotationPerson> People { get; init; }

    public required IReadOnlyList<RotationDuty> Duties { get; init; }

    /// <summary>How many duties each person passes on a year.</summary>
    public int PassesOn { get; init; } = 1;

    /// <summary>How many duties each person receives a year.</summary>
    public int Receives { get; init; } = 1;

    /// <summary>How many more may pass between people who stay, for each of them in a year.</summary>
    public int Extra { get; init; }

    /// <summary>The most weight that anybody carries in any year; null for no limit.</summary>
    public int? LoadLimit { get; init; }

    /// <summary>Who passed a duty on does not hold it for so many years; 0 and 1 ask nothing.</summary>
    public int NoReturnYears { get; init; }

    /// <summary>How far people are prepared for duties of which <see cref="Readiness"/> says nothing.</summary>
    public Readiness OtherwiseReady { get; init; } = Rotation.Readiness.Ready;

    public IReadOnlyList<ReadinessEntry> Readiness { get; init; } = [];

    public IReadOnlyList<Pin> Pins { get; init; } = [];

    public IReadOnlyList<ApartPair> Apart { get; init; } = [];

    public IReadOnlyList<TogetherPair> Together { get; init; } = [];

    public IReadOnlyList<StillYear> Still { get; init; } = [];

    public IReadOnlyList<YearAsk> Asks { get; init; } = [];

    /// <summary>Cells fixed by hand: conditions like any other.</summary>
    public IReadOnlyList<RotationCell> Fixed { get; init; } = [];

    /// <summary>Cells that are history already: facts, not conditions.</summary>
    public IReadOnlyList<RotationCell> Settled { get; init; } = [];

    public int LastYear => FirstYear + Years - 1;
}
