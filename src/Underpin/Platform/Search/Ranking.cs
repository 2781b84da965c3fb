namespace Underpin.Platform.Search;

/// <summary>
/// In which order things are shown: the thing whose code was asked for, then whose title has the words, then whose text has them often. Worked
/// out here and not in the database, so that SQLite and PostgreSQL agree.
/// </summary>
internal sealed class Ranking
{
    // A synonym counts for less than the very word.
    const double Synonym = 0.6;

    readonly HashSet<string> _codes;
    readonly List<(string Phrase, double Worth)[]> _terms;

    public Ranking(string question, IReadOnlyList<SearchTerm> terms)
    {
        // The whole question as a code ("AVD 1"), and each word that could be one.
        _codes = [.. question.Split(' ').Where(w => w.Any(char.IsDigit)).Append(question).Select(Wording.Key).Where(k => k.Length > 1)];
        _terms = [.. terms.Select(t => t.Phrases.Select((p, i) => ($" {string.Join(' ', p)} ", i == 0 ? 1 : Synonym)).ToArray())];
    }

    public double ByTitle(SearchMatch match)
    {
        var title = match.TitleWords;
        var (score, all) = (0.0, true);
        foreach (var term in _terms)
        {
            var worth = Best(term, title);
            score += worth;
            all &= worth > 0;
        }

        score = 40 * score / Math.Max(1, _terms.Count) + (all ? 40 : 0) + KindOf(match.Kind) switch
        {
            SearchKind.Area => 20,
            SearchKind.Competence or SearchKind.Unit or SearchKind.Item => 18,
            SearchKind.Qualification or SearchKind.Role => 17,
            SearchKind.Newcomers => 10,
            SearchKind.Crosswalk => 4,
            SearchKind.Outcome => 3,
            _ => 0,
        };
        // Of two titles the one that says less besides.
        score -= Math.Min(8, (title.Length - match.Code.Length) / 10.0);
        return IsCode(match.Code) ? score + 1000 : score;
    }

    /// <summary>How much a text is about the terms: many times in few words, the first times counting most.</summary>
    public double ByText(string words)
    {
        var length = words.Length / 6.0;
        var score = 0.0;
        foreach (var term in _terms)
        {
            var times = term.Sum(p => p.Worth * Times(words, p.Phrase));
            score += times / (times + 0.6 + length / 150);
        }

        return 20 * score / Math.Max(1, _terms.Count);
    }

    public static SearchKind KindOf(string stored) => Enum.Parse<SearchKind>(stored);

    bool IsCode(string code)
    {
        if (_codes.Count == 0) return false;
        if (_codes.Contains(Wording.Key(code))) return true;
        // "220-1201 and 220-1202" is found by either.
        return code.Contains(' ') && code.Split(' ').Any(part => part.Any(char.IsDigit) && part.Length > 3 && _codes.Contains(Wording.Key(part)));
    }

    static double Best((string Phrase, double Worth)[] term, string words)
    {
        foreach (var (phrase, worth) in term)
            if (words.Contains(phrase, StringComparison.Ordinal)) return worth;
        return 0;
    }

    static int Times(string words, string phrase)
    {
        var times = 0;
        for (var at = words.IndexOf(phrase, StringComparison.Ordinal); at >= 0 && times < 20; at = words.IndexOf(phrase, at + phrase.Length - 1, StringComparison.Ordinal)) times++;
        return times;
    }
}
