namespace Underpin.Leadership.Rotation;

/// <summary>How many duties each person passes on and receives: what is asked, made out from the problem's defaults.</summary>
internal static class RotationAsks
{
    /// <summary>Asked to pass on in a year, before it is known whether the person then holds so many.</summary>
    public static int PassesOn(RotationProblem problem, string person, int year) =>
        problem.Asks.FirstOrDefault(a => a.Person == person && a.Year == year)?.PassesOn ?? EveryYear(problem, person, passesOn: true);

    public static int Receives(RotationProblem problem, string person, int year) =>
        problem.Asks.FirstOrDefault(a => a.Person == person && a.Year == year)?.Receives ?? EveryYear(problem, person, passesOn: false);

    /// <summary>Whether anything is asked of the person in any year of the plan. Load and breadth are evened out among those who take part.</summary>
    public static bool TakesPart(RotationProblem problem, string person) =>
        Enumerable.Range(problem.FirstYear, problem.Years).Any(year => PassesOn(problem, person, year) > 0 || Receives(problem, person, year) > 0);

    public static int EveryYear(RotationProblem problem, string key, bool passesOn)
    {
        var person = problem.People.First(p => p.Key == key);
        var (own, general) = passesOn ? (person.PassesOn, problem.PassesOn) : (person.Receives, problem.Receives);
        return own ?? (IsPinnedThroughout(problem, key) ? 0 : general);
    }

    /// <summary>"passes on one duty a year and receives one", with what is asked otherwise in some years.</summary>
    public static string InWords(RotationProblem problem, string person)
    {
        var usual = (EveryYear(problem, person, passesOn: true), EveryYear(problem, person, passesOn: false));
        var others = Enumerable.Range(problem.FirstYear, problem.Years)
            .Select(year => (Year: year, Asked: (PassesOn(problem, person, year), Receives(problem, person, year)))).Where(a => a.Asked != usual)
            .Select(a => $"; in {SchoolYear.Name(a.Year)} passes on {Count(a.Asked.Item1)} and receives {Count(a.Asked.Item2)}");
        var more = problem.Extra > 0 ? $", or up to {Count(problem.Extra)} more" : "";
        return $"passes on {Count(usual.Item1)} {(usual.Item1 == 1 ? "duty" : "duties")} a year and receives {Count(usual.Item2)}{more}{string.Concat(others)}";
    }

    /// <summary>How many handovers are asked for in all: in each year what is to be passed on or what is to be received, whichever is more.</summary>
    public static int Total(RotationProblem problem) => Enumerable.Range(problem.FirstYear, problem.Years).Sum(year =>
    {
        var inPost = problem.People.Where(p => !p.AnyNumber && !(year < p.Joins) && !(year >= p.Leaves)).ToList();
        var passedOn = inPost.Where(p => !(year <= p.Joins))
            .Sum(p => Math.Min(PassesOn(problem, p.Key, year), year == problem.FirstYear ? problem.Duties.Count(d => d.Holder == p.Key) : int.MaxValue));
        return Math.Max(passedOn, inPost.Sum(p => Receives(problem, p.Key, year)));
    });

    /// <summary>Those whose breadth counts: in post in every year of the plan, and asked to receive something in one of them.</summary>
    public static IEnumerable<RotationPerson> WhoShouldGain(RotationProblem problem) => problem.People.Where(p =>
        !(problem.FirstYear < p.Joins) && !(problem.LastYear >= p.Leaves)
        && Enumerable.Range(problem.FirstYear, problem.Years).Any(year => Receives(problem, p.Key, year) > 0));

    static string Count(int number) => number switch { 0 => "no", 1 => "one", 2 => "two", 3 => "three", _ => $"{number}" };

    /// <summary>A specialist: somebody who holds something now, all of which is pinned in every year.</summary>
    static bool IsPinnedThroughout(RotationProblem problem, string person)
    {
        var held = problem.Duties.Where(d => d.Holder == person).ToList();
        return held.Count > 0 && held.TrueForAll(d => Enumerable.Range(problem.FirstYear, problem.Years).All(year =>
            problem.Pins.Any(p => p.Person == person && p.Duty == d.Key && (p.From ?? year) <= year && year <= (p.Until ?? year))));
    }
}
