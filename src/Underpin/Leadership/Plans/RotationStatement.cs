using Underpin.Leadership.Catalogue;
using Underpin.Leadership.Review;
using Underpin.Leadership.Rotation;
using Underpin.Leadership.Structure;
using Underpin.Platform.Database;

namespace Underpin.Leadership.Plans;

/// <summary>A duty of a scenario that could take part in a rotation.</summary>
/// <param name="Key">See <see cref="RotationStatement.KeyOf"/>.</param>
/// <param name="Name">The duty's title; with the school's where there are several.</param>
/// <param name="Holder">Code of the person who is accountable on the eve of the plan; null while nobody is.</param>
/// <param name="Caution">Why it had better not move; "" where nothing speaks against it.</param>
internal sealed record RotationCandidate(string Key, Responsibility Duty, string Name, string? Holder, string Caution);

/// <summary>States a rotation from a scenario, and keeps it in step with the scenario as that changes. Pure.</summary>
internal static class RotationStatement
{
    /// <summary>The key of a duty at a school; without a school for what is held for every school.</summary>
    public static string KeyOf(string duty, string? school) => school is null ? duty : $"{duty}@{school}";

    public static (string Duty, string? School) PartsOf(string key) => key.Split('@', 2) is [var duty, var school] ? (duty, school) : (key, null);

    /// <summary>The first school year whose 1 September is still to come.</summary>
    public static int NextYear(DateOnly today) => today < SchoolYear.Begins(today.Year) ? today.Year : today.Year + 1;

    /// <summary>Every duty of every school, in the catalogue's order. O(duties × schools).</summary>
    public static IReadOnlyList<RotationCandidate> Candidates(SchoolStructure structure, ResponsibilityCatalogue catalogue, int firstYear)
    {
        var view = structure.AsOf(Eve(firstYear), catalogue);
        var found = new Dictionary<string, RotationCandidate>(StringComparer.Ordinal);
        foreach (var school in structure.Schools)
        {
            foreach (var duty in view.DutiesOf(school))
            {
                var accountable = view.PartsIn(duty.Code, school.Code).FirstOrDefault(one => one.Part == Part.Accountable && view.PeopleBehind(one.Holder).Any());
                var at = accountable is null ? school.Code : accountable.School;
                var name = structure.IsTrust && at is not null ? $"{duty.Title} ({school.Name})" : duty.Title;
                var caution = duty.IsHeadOnly ? "Only the head may answer for it." : duty.Stays;
                var key = KeyOf(duty.Code, at);
                found.TryAdd(key, new(key, duty, name, accountable is null ? null : view.PeopleBehind(accountable.Holder).First().Code, caution));
            }
        }

        return [.. found.Values];
    }

    /// <summary>What somebody would begin from: the duties of senior leaders that may be passed round, over four years.</summary>
    public static RotationProblem Begin(SchoolStructure structure, ResponsibilityCatalogue catalogue, int firstYear)
    {
        var view = structure.AsOf(Eve(firstYear), catalogue);
        var senior = structure.People.Where(p => view.TierOf(p.Code) <= Tier.Wider).Select(p => p.Code).ToHashSet(StringComparer.Ordinal);
        var duties = Candidates(structure, catalogue, firstYear).Where(c => c.Caution == "" && c.Holder is { } holder && senior.Contains(holder)).Take(RotationValidation.MostDuties).ToList();
        var holders = duties.Select(d => d.Holder!).ToHashSet(StringComparer.Ordinal);
        var people = structure.People.Where(p => holders.Contains(p.Code)).Take(RotationValidation.MostPeople).ToList();
        var problem = new RotationProblem { FirstYear = firstYear, Years = 4, NoReturnYears = 2, OtherwiseReady = Readiness.AfterShadowing, People = [], Duties = [] };
        return Choose(problem, structure, catalogue, people.ConvertAll(p => p.Code), duties.ConvertAll(d => d.Key));
    }

    /// <summary>The same conditions for other people and duties: new ones come with what is on record of them, and what was said of those who go is dropped.</summary>
    public static RotationProblem Choose(RotationProblem problem, SchoolStructure structure, ResponsibilityCatalogue catalogue, IReadOnlyCollection<string> people, IReadOnlyCollection<string> duties)
    {
        var candidates = Candidates(structure, catalogue, problem.FirstYear).Where(c => duties.Contains(c.Key)).ToList();
        var (before, weights) = (problem.People.ToDictionary(p => p.Key), problem.Duties.ToDictionary(d => d.Key, d => d.Weight));
        var chosen = structure.People.Where(p => people.Contains(p.Code)).ToList();
        var own = structure.AsOf(Eve(problem.FirstYear), catalogue).Catalogue;
        var known = problem.Readiness.ToDictionary(r => (r.Person, r.Duty));
        var next = problem with
        {
            People = [.. chosen.Select(p => before.TryGetValue(p.Code, out var kept) ? kept with { Name = p.Name } : Newcomer(structure, p, problem.FirstYear))],
            Duties = [.. candidates.Select(c => new RotationDuty { Key = c.Key, Name = c.Name, Weight = weights.GetValueOrDefault(c.Key, c.Duty.Weight), Holder = c.Holder })],
            Readiness = [.. from person in chosen
                            from duty in candidates
                            let entry = before.ContainsKey(person.Code) && weights.ContainsKey(duty.Key) ? known.GetValueOrDefault((person.Code, duty.Key)) : OnRecord(person, duty, structure, own)
                            where entry is not null
                            select entry],
            Apart = [.. problem.Apart, .. from pair in own.Separations
                                          from one in candidates
                                          from other in candidates
                                          where one.Duty.Code == pair.One && other.Duty.Code == pair.Other && PartsOf(one.Key).School == PartsOf(other.Key).School
                                          where !weights.ContainsKey(one.Key) || !weights.ContainsKey(other.Key)
                                          select new ApartPair(one.Key, other.Key)],
        };
        return WithoutWhatIsGone(next);
    }

    /// <summary>The conditions with names and holders as the scenario has them now.</summary>
    public static RotationProblem Renew(RotationProblem problem, SchoolStructure structure, ResponsibilityCatalogue catalogue) =>
        Choose(problem, structure, catalogue, [.. problem.People.Select(p => p.Key)], [.. problem.Duties.Select(d => d.Key)]);

    /// <summary>Whether two statements ask the same.</summary>
    public static bool Same(RotationProblem one, RotationProblem other) =>
        System.Text.Json.JsonSerializer.Serialize(one, Json.Options) == System.Text.Json.JsonSerializer.Serialize(other, Json.Options);

    /// <returns>All that keeps it from being planned with, in sentences.</returns>
    public static IReadOnlyList<string> ProblemsOf(RotationProblem problem, SchoolStructure structure)
    {
        var taking = problem.People.Select(p => p.Key).ToHashSet(StringComparer.Ordinal);
        var names = structure.People.ToDictionary(p => p.Code, p => p.Name, StringComparer.Ordinal);
        var missing = problem.Duties.Where(d => d.Holder is { } holder && !taking.Contains(holder)).GroupBy(d => d.Holder!)
            .Select(g => $"{names[g.Key]} holds {string.Join(" and ", g.Select(d => d.Name))}, which {(g.Count() == 1 ? "takes" : "take")} part: let {names[g.Key]} take part too, or leave {(g.Count() == 1 ? "it" : "them")} out.").ToList();
        return missing.Count > 0 ? missing : [.. RotationValidation.Check(problem).Select(f => $"{f.Message}.").Distinct()];
    }

    static DateOnly Eve(int year) => SchoolYear.Begins(year).AddDays(-1);

    /// <summary>Who joins or leaves, from the posts they hold.</summary>
    static RotationPerson Newcomer(SchoolStructure structure, Person person, int firstYear)
    {
        var holdings = structure.Holdings.Where(h => h.Person == person.Code).ToList();
        var began = holdings.Exists(h => h.Period.From is null) ? null : holdings.Min(h => h.Period.From);
        var ends = holdings.Exists(h => h.Period.Until is null) ? null : holdings.Max(h => h.Period.Until);
        return new()
        {
            Key = person.Code,
            Name = person.Name,
            Joins = began > Eve(firstYear) ? NextYear(began.Value.AddDays(-1)) : null,
            Leaves = ends is { } last ? NextYear(last.AddDays(1)) - 1 : null,
        };
    }

    // A qualification that nobody has on record is not judged: the school may not have written any down.
    static ReadinessEntry? OnRecord(Person person, RotationCandidate duty, SchoolStructure structure, ResponsibilityCatalogue catalogue)
    {
        if (duty.Holder == person.Code) return null;
        var lacks = duty.Duty.Needs.FirstOrDefault(need => !person.Qualifications.Contains(need) && structure.People.Any(p => p.Qualifications.Contains(need)));
        if (lacks is not null) return new(person.Code, duty.Key, Readiness.Never, $"it needs {Words.Within(catalogue.Qualifications.First(q => q.Code == lacks).Title)}");
        return StructureView.Knows(person, duty.Duty) ? new(person.Code, duty.Key, Readiness.Ready) : null;
    }

    static RotationProblem WithoutWhatIsGone(RotationProblem problem)
    {
        var (people, duties) = (problem.People.Select(p => p.Key).ToHashSet(StringComparer.Ordinal), problem.Duties.Select(d => d.Key).ToHashSet(StringComparer.Ordinal));
        bool InPlan(int? year) => year is null || (year >= problem.FirstYear && year <= problem.LastYear);
        return problem with
        {
            Pins = [.. problem.Pins.Where(p => people.Contains(p.Person) && duties.Contains(p.Duty) && InPlan(p.From) && InPlan(p.Until))],
            Apart = [.. problem.Apart.Where(a => duties.Contains(a.One) && duties.Contains(a.Other)).DistinctBy(a => string.CompareOrdinal(a.One, a.Other) < 0 ? (a.One, a.Other) : (a.Other, a.One))],
            Together = [.. problem.Together.Where(t => duties.Contains(t.One) && duties.Contains(t.Other))],
            Still = [.. problem.Still.Where(s => duties.Contains(s.Duty) && InPlan(s.Year))],
            Asks = [.. problem.Asks.Where(a => people.Contains(a.Person) && InPlan(a.Year))],
            Fixed = [.. problem.Fixed.Where(f => people.Contains(f.Person) && duties.Contains(f.Duty) && InPlan(f.Year))],
            Settled = [],
        };
    }
}
