namespace Underpin.Framework.Exchange;

/// <param name="Where">"CFItems[12].uri"; the package itself when empty.</param>
internal sealed record CaseProblem(string Where, string What)
{
    public override string ToString() => Where.Length == 0 ? What : $"{Where}: {What}";
}

/// <summary>What is wrong with a package: all of it counted, the first hundred kept to be read.</summary>
internal sealed class CaseProblems
{
    public const int MostShown = 100;

    readonly List<CaseProblem> _shown = [];

    public IReadOnlyList<CaseProblem> Shown => _shown;

    public int Count { get; private set; }

    public void Add(string where, string what)
    {
        Count++;
        if (_shown.Count < MostShown) _shown.Add(new(where, what));
    }
}
