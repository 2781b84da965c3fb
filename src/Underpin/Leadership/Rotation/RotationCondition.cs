namespace Underpin.Leadership.Rotation;

/// <summary>
/// Something asked of a plan that could be given up, unlike the facts: who is in post when, who holds what now, one holder for each duty.
/// Equal when they ask the same.
/// </summary>
internal abstract record RotationCondition
{
    /// <summary>The condition in words, the same whenever it is asked: a sentence without its full stop.</summary>
    public abstract string Words(RotationProblem problem);

    /// <summary>Every condition that a valid problem sets, in the order of the problem's parts.</summary>
    public static IReadOnlyList<RotationCondition> Of(RotationProblem problem) =>
    [
        .. problem.People.Where(p => !p.AnyNumber).Select(p => new AskCondition(p.Key)),
        .. problem.People.Where(p => LimitOf(problem, p) is not null).Select(p => new LoadLimitCondition(p.Key)),
        .. problem.Pins.Select(p => new PinCondition(p)),
        .. problem.Readiness.Where(r => r.Level == Readiness.Never).Select(r => new NeverCondition(r.Person, r.Duty, r.Reason)),
        .. problem.Apart.Select(a => new ApartCondition(a)),
        .. problem.Together.Where(t => t.Must).Select(t => new TogetherCondition(t)),
        .. problem.NoReturnYears > 1 ? new[] { new NoReturnCondition(problem.NoReturnYears) } : [],
        .. problem.Still.Select(s => new StillCondition(s)),
        .. problem.Fixed.Select(f => new FixedCondition(f)),
    ];

    public static int? LimitOf(RotationProblem problem, RotationPerson person) => person.LoadLimit ?? problem.LoadLimit;

    private protected static string Person(RotationProblem problem, string key) => problem.People.First(p => p.Key == key).Name;

    private protected static string Duty(RotationProblem problem, string key) => problem.Duties.First(d => d.Key == key).Name;
}

/// <summary>How many duties a person passes on and receives in each year. One condition: where nobody else changes, giving up one half alone allows nothing.</summary>
internal sealed record AskCondition(string PersonKey) : RotationCondition
{
    public override string Words(RotationProblem problem) => $"{Person(problem, PersonKey)} {RotationAsks.InWords(problem, PersonKey)}";
}

internal sealed record LoadLimitCondition(string PersonKey) : RotationCondition
{
    public override string Words(RotationProblem problem) =>
        $"{Person(problem, PersonKey)} carries a load of at most {LimitOf(problem, problem.People.First(p => p.Key == PersonKey))}";
}

internal sealed record PinCondition(Pin Pin) : RotationCondition
{
    public override string Words(RotationProblem problem) => $"{Duty(problem, Pin.Duty)} stays with {Person(problem, Pin.Person)}{(Pin.From, Pin.Until) switch
    {
        (null, null) => "",
        ({ } from, null) => $" from {SchoolYear.Name(from)}",
        (null, { } until) => $" until {SchoolYear.Name(until)}",
        ({ } from, { } until) => from == until ? $" in {SchoolYear.Name(from)}" : $" from {SchoolYear.Name(from)} to {SchoolYear.Name(until)}",
    }}";
}

internal sealed record NeverCondition(string PersonKey, string DutyKey, string? Reason) : RotationCondition
{
    public override string Words(RotationProblem problem) =>
        $"{Person(problem, PersonKey)} cannot hold {Duty(problem, DutyKey)}{(Reason is null ? "" : $", because {Reason}")}";
}

internal sealed record ApartCondition(ApartPair Pair) : RotationCondition
{
    public override string Words(RotationProblem problem) => $"no one person holds both {Duty(problem, Pair.One)} and {Duty(problem, Pair.Other)}";
}

internal sealed record TogetherCondition(TogetherPair Pair) : RotationCondition
{
    public override string Words(RotationProblem problem) => $"{Duty(problem, Pair.One)} and {Duty(problem, Pair.Other)} are with the same person";
}

internal sealed record NoReturnCondition(int Years) : RotationCondition
{
    public override string Words(RotationProblem problem) => $"nobody takes a duty back within {Years} years of passing it on";
}

internal sealed record StillCondition(StillYear Still) : RotationCondition
{
    public override string Words(RotationProblem problem) => $"{Duty(problem, Still.Duty)} does not move in {SchoolYear.Name(Still.Year)}";
}

internal sealed record FixedCondition(RotationCell Cell) : RotationCondition
{
    public override string Words(RotationProblem problem) => $"{Duty(problem, Cell.Duty)} is with {Person(problem, Cell.Person)} in {SchoolYear.Name(Cell.Year)}, as fixed by hand";
}
