namespace Underpin.Platform.Content;

/// <summary>A key that a map in a content file has or may have.</summary>
/// <param name="Name">The key.</param>
/// <param name="Expected">What stands under it, to follow "expected".</param>
/// <param name="Required">Whether leaving it out is an error.</param>
internal sealed record ContentKey(string Name, string Expected, bool Required = true);

/// <summary>The keys of one kind of map: all that a reader knows, so that anything else is told to be unknown.</summary>
internal sealed class ContentShape(string name, params ContentKey[] keys)
{
    /// <summary>What the map describes, such as "unit".</summary>
    public string Name { get; } = name;

    public IReadOnlyList<ContentKey> Keys { get; } = keys;

    /// <exception cref="InvalidOperationException">A reader asks for a key that its own shape does not list.</exception>
    public ContentKey this[string key] =>
        Keys.FirstOrDefault(known => known.Name == key)
        ?? throw new InvalidOperationException($"The shape of {Name} does not list '{key}'.");

    public bool Knows(string key) => Keys.Any(known => known.Name == key);

    /// <summary>What a writer who gave an unknown key may have meant.</summary>
    public string Suggest(string unknown)
    {
        var nearest = Keys.MinBy(known => Distance(known.Name, unknown))!.Name;
        return Distance(nearest, unknown) <= 2
            ? $"did you mean '{nearest}'?"
            : $"expected {string.Join(", ", Keys.Select(known => known.Name))}";
    }

    // Levenshtein distance, row by row.
    private static int Distance(string one, string other)
    {
        if (Math.Abs(one.Length - other.Length) > 2)
            return int.MaxValue;
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var substituted = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, 1 + Math.Min(row[j], row[j - 1]));
            }
        }
        return row[^1];
    }
}
