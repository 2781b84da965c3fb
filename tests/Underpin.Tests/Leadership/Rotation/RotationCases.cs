using Underpin.Leadership.Rotation;

namespace Underpin.Tests.Leadership.Rotation;

/// <summary>Problems of every kind that a seed decides, alike on every machine.</summary>
internal sealed class RotationCases(int seed)
{
    ulong _state = (ulong)seed * 2862933555777941757UL + 3037000493UL;

    /// <summary>A problem that is likely to have a plan, with some of everything in it but what conflicts.</summary>
    public static RotationProblem Ordinary(int people, int duties, int years, int seed)
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
                            where draw < 40
                            select new ReadinessEntry($"p{p}", $"d{d}", draw < 12 ? Readiness.Never : Readiness.AfterShadowing, draw < 12 ? "a qualification is missing" : null)],
            Apart = [.. Enumerable.Range(0, duties / 8).Select(i => new ApartPair($"d{i}", $"d{duties / 2 + i}")).Where(a => int.Parse(a.One[1..]) % people != int.Parse(a.Other[1..]) % people)],
        };
    }

    int Below(int bound)
    {
        _state = _state * 6364136223846793005UL + 1442695040888963407UL;
        return (int)((_state >> 33) % (ulong)bound);
    }
}
