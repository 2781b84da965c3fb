namespace Underpin.Platform.Search;

/// <summary>One thing asked for: a word, a code or a quoted phrase, with what else counts as it.</summary>
/// <param name="Typed">As the reader wrote it.</param>
/// <param name="Phrases">Each of them is one or more stems in a row. The first is what was typed; the others are synonyms or other endings.</param>
internal sealed record SearchTerm(string Typed, IReadOnlyList<string[]> Phrases)
{
    /// <summary>A word that the vocabulary must know; null for phrases, codes, numbers and words with synonyms.</summary>
    public string? Word { get; init; }
    /// <summary>A star was typed after it.</summary>
    public bool IsBeginning { get; init; }
}

/// <summary>A question cut into terms. No sign in it has a meaning to a database: only letters and digits come through.</summary>
internal sealed record SearchQuestion(string Text, IReadOnlyList<SearchTerm> Terms)
{
    public const int LongestText = 200;
    public const int MostTerms = 8;

    // Left out of a question that has other words; in quotes they count.
    static readonly HashSet<string> Small =
    [
        "a", "an", "and", "any", "are", "as", "at", "be", "by", "can", "do", "does", "for", "from", "how", "i", "in", "into", "is", "it", "its", "me", "my", "not", "of", "on", "or", "our",
        "that", "the", "their", "them", "this", "to", "we", "what", "when", "where", "which", "who", "why", "will", "with", "you", "your",
    ];

    public static SearchQuestion Read(string? asked)
    {
        var text = Tidy(asked ?? "");
        var terms = new List<SearchTerm>();
        var parts = text.Replace('“', '"').Replace('”', '"').Split('"');
        for (var i = 0; i < parts.Length; i++)
        {
            // Between a first quote and its fellow; a quote without a fellow is none.
            if (i % 2 == 1 && i < parts.Length - 1) AddPhrase(terms, parts[i]);
            else AddWords(terms, parts[i]);
        }

        var large = terms.Where(t => !Small.Contains(t.Typed.ToLowerInvariant())).ToList();
        return new(text, [.. (large.Count > 0 ? large : terms).DistinctBy(t => string.Join('|', t.Phrases.Select(p => string.Join(' ', p)))).Take(MostTerms)]);
    }

    /// <summary>Control characters, NUL among them, and half of a surrogate pair would be refused by a database or spoil the page.</summary>
    static string Tidy(string asked)
    {
        var shown = asked.Length > LongestText ? asked[..LongestText] : asked;
        var tidy = new System.Text.StringBuilder(shown.Length);
        foreach (var rune in shown.EnumerateRunes()) tidy.Append(System.Text.Rune.IsControl(rune) || rune == System.Text.Rune.ReplacementChar ? " " : rune.ToString());
        return string.Join(' ', tidy.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    static void AddPhrase(List<SearchTerm> terms, string part)
    {
        var stems = Wording.Tokens(part).Select(t => Stem.Of(t.Word)).ToArray();
        if (stems.Length > 0) terms.Add(new($"“{part.Trim()}”", [stems]));
    }

    static void AddWords(List<SearchTerm> terms, string part)
    {
        var tokens = Wording.Tokens(part);
        string[] stems = [.. tokens.Select(t => Stem.Of(t.Word))];
        for (var i = 0; i < tokens.Count;)
        {
            if (Synonyms.At(stems, i) is { } same)
            {
                terms.Add(new(part[tokens[i].Start..tokens[i + same.Length - 1].End], same.Phrases));
                i += same.Length;
                continue;
            }

            var last = LastOfChunk(part, tokens, i);
            var typed = part[tokens[i].Start..tokens[last].End];
            if (last > i && Wording.Codes(part, tokens[i..(last + 1)]).FirstOrDefault() is { } code) terms.Add(new(typed, [[code], stems[i..(last + 1)]]));
            else if (last > i && last - i < 4) terms.Add(new(typed, [stems[i..(last + 1)]]));
            else
            {
                last = i;
                var word = tokens[i].Word;
                terms.Add(new(part[tokens[i].Start..tokens[i].End], [[stems[i]]])
                {
                    Word = word.Any(char.IsLetter) ? word : null,
                    IsBeginning = word.Length > 1 && tokens[i].End < part.Length && part[tokens[i].End] == '*',
                });
            }

            i = last + 1;
        }
    }

    static int LastOfChunk(string part, List<Token> tokens, int first)
    {
        var last = first;
        while (last + 1 < tokens.Count && tokens[last + 1].Start == tokens[last].End + 1 && part[tokens[last].End] is '-' or '.' or '/' or '–') last++;
        return last;
    }
}
