using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Underpin.Platform.Search;

/// <summary>A word that nothing has, and the word that was searched for instead.</summary>
internal sealed record SearchCorrection(string Typed, string Used);

/// <summary>The terms as they will be searched for, after asking the vocabulary about each word.</summary>
internal sealed record KnownTerms(IReadOnlyList<SearchTerm> Terms, IReadOnlyList<SearchCorrection> Corrections, IReadOnlyList<string> Unknown);

/// <summary>Which words there are: to take a beginning for the words it begins, and a misspelt word for its nearest neighbour.</summary>
internal static class Vocabulary
{
    const int ShortestBeginning = 3;
    const int MostEndings = 16;
    const int MostNeighbours = 120;

    public static async Task<KnownTerms> KnowAsync(UnderpinDb db, IReadOnlyList<SearchTerm> terms, CancellationToken cancel)
    {
        var stems = terms.Where(t => t.Word is not null).Select(t => t.Phrases[0][0]).Distinct().ToList();
        if (stems.Count == 0) return new(terms, [], []);
        var known = (await db.SearchWords.Where(w => stems.Contains(w.Stem)).Select(w => w.Stem).Distinct().ToListAsync(cancel)).ToHashSet();
        var open = terms.Where(t => t.Word is not null && (t.IsBeginning || !known.Contains(t.Phrases[0][0]))).ToList();
        if (open.Count == 0) return new(terms, [], []);

        var neighbours = await NeighboursAsync(db, [.. open.Select(t => t.Word!)], cancel);
        var (found, corrections, unknown) = (new List<SearchTerm>(), new List<SearchCorrection>(), new List<string>());
        foreach (var term in terms)
        {
            if (!open.Contains(term)) found.Add(term);
            else if (EndingsOf(term.Word!, neighbours) is { Count: > 0 } endings) found.Add(term with { Phrases = [.. endings.Prepend(term.Phrases[0][0]).Distinct().Select(s => new[] { s })] });
            else if (known.Contains(term.Phrases[0][0])) found.Add(term);
            else if (NearestTo(term.Word!, neighbours) is { } nearest)
            {
                found.Add(SearchQuestion.Read(nearest.Word).Terms[0]);
                corrections.Add(new(term.Typed, nearest.Word));
            }
            else unknown.Add(term.Typed);
        }

        return new(found, corrections, unknown);
    }

    /// <summary>"$ba", "bac", …: the sign stands before the first letter.</summary>
    public static IEnumerable<string> TrigramsOf(string word)
    {
        var marked = $"${word}$";
        for (var i = 0; i + 3 <= marked.Length; i++) yield return marked.Substring(i, 3);
    }

    static async Task<List<SearchWord>> NeighboursAsync(UnderpinDb db, List<string> words, CancellationToken cancel)
    {
        var trigrams = words.SelectMany(TrigramsOf).Distinct().ToList();
        var near = db.SearchTrigrams.Where(t => trigrams.Contains(t.Trigram)).GroupBy(t => t.Word).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Take(MostNeighbours).Select(g => g.Key);
        return await db.SearchWords.AsNoTracking().Where(w => near.Contains(w.Word)).ToListAsync(cancel);
    }

    static List<string> EndingsOf(string beginning, List<SearchWord> neighbours) => beginning.Length < ShortestBeginning
        ? []
        : [.. neighbours.Where(n => n.Word.StartsWith(beginning, StringComparison.Ordinal)).OrderByDescending(n => n.Count).ThenBy(n => n.Word, StringComparer.Ordinal).Select(n => n.Stem).Distinct().Take(MostEndings)];

    static SearchWord? NearestTo(string word, List<SearchWord> neighbours)
    {
        // A code that is wrong by a digit is another code, and nobody can say which.
        if (word.Length < 3 || word.Any(char.IsAsciiDigit)) return null;
        var most = word.Length switch { <= 4 => 1, <= 7 => 2, _ => 3 };
        var trigrams = TrigramsOf(word).ToHashSet();
        return neighbours
            .Where(n => !n.Word.Any(char.IsAsciiDigit) && Math.Abs(n.Word.Length - word.Length) <= most)
            .Select(n => (Word: n, Distance: EditDistance.Between(word, n.Word), Shared: TrigramsOf(n.Word).Count(trigrams.Contains)))
            .Where(n => n.Distance <= most)
            .OrderBy(n => n.Distance).ThenByDescending(n => n.Shared).ThenByDescending(n => n.Word.Count).ThenBy(n => n.Word.Word, StringComparer.Ordinal)
            .Select(n => n.Word).FirstOrDefault();
    }
}

internal static class EditDistance
{
    /// <summary>How many letters were left out, put in, mistaken or swapped with a neighbour (optimal string alignment). Time: product of the lengths.</summary>
    public static int Between(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) rows[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) rows[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var change = rows[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                rows[i, j] = Math.Min(change, Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }
        }

        return rows[a.Length, b.Length];
    }
}
