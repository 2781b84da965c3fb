using Underpin.Leadership.Rotation;

namespace Underpin.Tests.Leadership.Rotation;

/// <summary>Problems of every kind that a seed decides, alike on every machine.</summary>
internal sealed class RotationCases(int seed)
{
    ulong _state = (ulong)seed * 2862933555777941757UL + 3037000493UL;

    /// <summary>A problem that is likely to have a plan, with some of everything in it but what conflicts.</summary>
    public static RotationProblem Ordinary(int people, int duties, int years, int seed, int never = 12)
    {
        var cases = new RotationCases(seed);
        var load = new int[duties];
        for (var i = 0; i < duties; i++) load[i] = 1 + cases.Below(5);
        return new()
        {
            FirstYear = 2027,
            Years = years,
            People = [.. Enumerable.Range(0, people).Select(i => new RotationPerson { Key = $"p{i}", Name = $"Person {i + 1}" })],
            Duties = [.. Enumerable.Range(0, duties).Select(i => new RotationDuty { Key = $"d{i}", Name = $"Duty {i + 1}", Weight = load[i], Holder = $"p{i % people}" })],
            NoReturnYears = Math.Min(2, years),
            LoadLimit = load.Sum() * 2 / people + 2,
            Readiness = [.. from p in Enumerable.Range(0, people)
                            from d in Enumerable.Range(0, duties)
                            where d % people != p
                            let draw = cases.Below(100)
                            where draw < never + 28
                            select new ReadinessEntry($"p{p}", $"d{d}", draw < never ? Readiness.Never : Readiness.AfterShadowing, draw < never ? "a qualification is missing" : null)],
            Apart = [.. Enumerable.Range(0, duties / 8).Select(i => new ApartPair($"d{i}", $"d{duties / 2 + i}")).Where(a => int.Parse(a.One[1..]) % people != int.Parse(a.Other[1..]) % people)],
        };
    }

    /// <summary>
    /// A problem of any kind, possible or not: 3 to 6 people, 6 to 18 duties, 1 to 4 years. All three at their most take the oracle many
    /// minutes, so that most have at most 54 cells, some 72 and a few 108.
    /// </summary>
    public static RotationProblem Any(int seed)
    {
        var cases = new RotationCases(seed);
        var most = seed % 10 == 0 ? 108 : seed % 3 == 0 ? 72 : 54;
        var (people, duties, years) = (0, 0, 0);
        do (people, duties, years) = (cases.Between(3, 6), cases.Between(6, 18), cases.Between(1, 4));
        while (people * duties * years > most);
        return cases.Any(people, duties, years);
    }

    RotationProblem Any(int people, int duties, int years)
    {
        const int First = 2027;
        var staff = Enumerable.Range(0, people).Select(i => Someone(i, First, years)).Select(p => p.Joins >= p.Leaves ? p with { Joins = null } : p).ToList();
        // Somebody is always there.
        staff[0] = staff[0] with { Joins = null, Leaves = null };
        var now = staff.Where(p => p.Joins is null or < First).ToList();
        var work = Enumerable.Range(0, duties).Select(i => new RotationDuty
        {
            Key = $"d{i}",
            Name = $"Duty {i + 1}",
            Weight = Between(1, 5),
            Holder = Chance(4) ? null : Chance(70) ? now[i % now.Count].Key : Pick(now).Key,
        }).ToList();
        var readiness = new List<ReadinessEntry>();
        var (never, shadowing) = (Between(0, 15), Between(0, 40));
        foreach (var person in staff)
        {
            foreach (var duty in work)
            {
                var draw = Below(100);
                if (draw < never) readiness.Add(new(person.Key, duty.Key, Readiness.Never, "a qualification is missing"));
                else if (draw < never + shadowing) readiness.Add(new(person.Key, duty.Key, Readiness.AfterShadowing));
                else if (draw < 90) readiness.Add(new(person.Key, duty.Key, Readiness.Ready));
            }
        }

        var total = work.Sum(d => d.Weight);
        var problem = new RotationProblem
        {
            FirstYear = First,
            Years = years,
            People = staff,
            Duties = work,
            PassesOn = Chance(90) ? 1 : Between(0, 2),
            Receives = Chance(90) ? 1 : Between(0, 2),
            Extra = Chance(40) ? Between(1, 2) : 0,
            LoadLimit = Chance(40) ? total * Between(12, 20) / 10 / people + 2 : null,
            NoReturnYears = Chance(50) ? Between(1, 3) : 0,
            OtherwiseReady = Chance(50) ? Readiness.Ready : Readiness.AfterShadowing,
            Readiness = readiness,
            Pins = [.. Some(20, () => PinFor(Pick(staff), Pick(work).Key, First, years)).OfType<Pin>().Distinct()],
            Apart = [.. Some(60, () => (Below(duties), Below(duties))).Where(p => p.Item1 < p.Item2).Distinct().Select(p => new ApartPair($"d{p.Item1}", $"d{p.Item2}"))],
            Together = [.. Some(35, () => (Below(duties), Below(duties))).Where(p => p.Item1 < p.Item2).Distinct().Select(p => new TogetherPair($"d{p.Item1}", $"d{p.Item2}", Chance(30)))],
            Still = [.. Some(25, () => new StillYear(Pick(work).Key, First + Below(years))).Distinct()],
            Asks = [.. Some(12, () => new YearAsk(Pick(staff).Key, First + Below(years), Between(0, 2), Between(0, 2))).DistinctBy(a => (a.Person, a.Year))],
            Fixed = [.. Some(15, () => new RotationCell(Pick(work).Key, First + Below(years), staff[0].Key)).DistinctBy(c => (c.Duty, c.Year))],
        };
        return problem with { People = [.. problem.People.Select(p => p with { AnyNumber = Chance(8) })] };
    }

    RotationPerson Someone(int index, int first, int years) => new()
    {
        Key = $"p{index}",
        Name = $"Person {index + 1}",
        Joins = Chance(6) ? first + Below(years) : null,
        Leaves = Chance(8) ? first + years + 1 - Between(1, years) : null,
        LoadLimit = Chance(6) ? Between(6, 20) : null,
        PassesOn = Chance(5) ? Between(0, 2) : null,
        Receives = Chance(5) ? Between(0, 2) : null,
    };

    Pin? PinFor(RotationPerson person, string duty, int first, int years)
    {
        var from = Math.Max(first + Below(years), person.Joins ?? first);
        var until = Math.Min(first + years - 1, (person.Leaves ?? int.MaxValue) - 1);
        return from > until ? null : new(person.Key, duty, from, until);
    }

    IEnumerable<T> Some<T>(int percent, Func<T> make)
    {
        while (Chance(percent)) yield return make();
    }

    T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    bool Chance(int percent) => Below(100) < percent;

    int Between(int least, int most) => least + Below(most - least + 1);

    int Below(int bound)
    {
        _state = _state * 6364136223846793005UL + 1442695040888963407UL;
        return (int)((_state >> 33) % (ulong)bound);
    }
}
