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

    public static string InWords(RotationProblem problem, string person, bool passesOn)
    {
        var usual = EveryYear(problem, person, passesOn);
        var others = problem.Asks.Where(a => a.Person == person && (passesOn ? a.PassesOn : a.Receives) is not null).OrderBy(a => a.Year)
            .Select(a => $"{Count(passesOn ? a.PassesOn!.Value : a.Receives!.Value)} in {SchoolYear.Name(a.Year)}").ToList();
        var most = problem.Extra > 0 ? $" and at most {usual + problem.Extra}" : "";
        return $"{Count(usual)} {(usual == 1 ? "duty" : "duties")} a year{most}{(others.Count == 0 ? "" : $" ({string.Join(", ", others)})")}";
    }

    /// <summary>How many handovers are asked for in all: in each year what is to be passed on or what is to be received, whichever is more.</summary>
    public static int Total(RotationProblem problem) => Enumerable.Range(problem.FirstYear, problem.Years).Sum(year =>
    {
        var inPost = problem.People.Where(p => !(year < p.Joins) && !(year >= p.Leaves)).ToList();
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
