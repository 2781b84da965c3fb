namespace Underpin.Leadership.Review.Graph;

/// <summary>
/// People joined by what they share: a duty, a meeting, cover for each other. Kept as people and shared things, so that a meeting of
/// twenty costs twenty entries and not four hundred. Everything but <see cref="Neighbours"/> is linear in the entries.
/// </summary>
internal sealed class OverlapGraph
{
    private readonly int[][] _thingsOf;
    private readonly int[][] _peopleIn;

    /// <param name="people">How many people there are; they are numbered from 0.</param>
    /// <param name="things">For each shared thing the people who share it, each once.</param>
    public OverlapGraph(int people, IReadOnlyList<int[]> things)
    {
        // A thing with one person in it joins nobody.
        _peopleIn = [.. things.Where(thing => thing.Length > 1)];
        var lists = new List<int>[people];
        for (var person = 0; person < people; person++)
            lists[person] = [];
        for (var thing = 0; thing < _peopleIn.Length; thing++)
            foreach (var person in _peopleIn[thing])
                lists[person].Add(thing);
        _thingsOf = [.. lists.Select(list => list.ToArray())];
        (PartOf, Joiners) = new PartsWalk(_thingsOf, _peopleIn).Run();
    }

    public int People => _thingsOf.Length;

    /// <summary>For each person the number of the part of the graph that they are in; parts are numbered from 0 by their first person.</summary>
    public IReadOnlyList<int> PartOf { get; }

    public int Parts => PartOf.Count == 0 ? 0 : PartOf.Max() + 1;

    /// <summary>The people without whom their part falls into pieces.</summary>
    public IReadOnlyList<Joiner> Joiners { get; }

    /// <summary>Whether nobody shares anything with a person.</summary>
    public bool IsAlone(int person) => _thingsOf[person].Length == 0;

    /// <summary>How many others a person shares something with. O(entries of the things that the person shares).</summary>
    public int Neighbours(int person)
    {
        var seen = new HashSet<int>();
        foreach (var thing in _thingsOf[person])
            foreach (var other in _peopleIn[thing])
                seen.Add(other);
        seen.Remove(person);
        return seen.Count;
    }

    /// <summary>Pairs of people who share something, lower number first, with how many things they share. O(sum of squares of the things' sizes).</summary>
    public IReadOnlyDictionary<(int One, int Other), int> Pairs()
    {
        var pairs = new Dictionary<(int, int), int>();
        foreach (var thing in _peopleIn)
            foreach (var one in thing)
                foreach (var other in thing)
                    if (one < other)
                        pairs[(one, other)] = pairs.GetValueOrDefault((one, other)) + 1;
        return pairs;
    }
}

/// <summary>Somebody who alone joins pieces of the graph.</summary>
/// <param name="Person">The person's number.</param>
/// <param name="Pieces">How many people are in each piece that would remain, largest first: two or more pieces.</param>
internal sealed record Joiner(int Person, IReadOnlyList<int> Pieces);
