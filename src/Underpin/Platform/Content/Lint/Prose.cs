using System.Text.RegularExpressions;

namespace Underpin.Platform.Content.Lint;

/// <summary>A text taken apart into sentences and words.</summary>
internal sealed partial class Prose
{
    private Prose(IReadOnlyList<Sentence> sentences) => Sentences = sentences;

    public IReadOnlyList<Sentence> Sentences { get; }

    public int WordCount => Sentences.Sum(sentence => sentence.Words.Count);

    public static Prose Of(string text)
    {
        var sentences = new List<Sentence>();
        foreach (var part in SentenceEnd().Split(text))
        {
            string[] words = [.. Word().Matches(part).Select(match => match.Value)];
            if (words.Length > 0)
                sentences.Add(new(part.Trim(), words));
        }
        return new(sentences);
    }

    // A capital, a figure or a quotation mark after the space tells an end from "e.g. this" and "version 1.2".
    [GeneratedRegex(@"(?<=[.!?][""')]?)\s+(?=[""'(]?[\p{Lu}\p{N}])|\n{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"[\p{L}\p{N}£%][\p{L}\p{N}\p{M}£%]*(?:['’.,/:&-][\p{L}\p{N}]+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}

/// <param name="Text">The sentence as written.</param>
/// <param name="Words">Its words; what a hyphen or an apostrophe joins is one.</param>
internal sealed record Sentence(string Text, IReadOnlyList<string> Words)
{
    /// <summary>Its first words, to find it by.</summary>
    public string Opening => Words.Count <= 6 ? Text : $"{string.Join(' ', Text.Split(' ').Take(6))}...";
}
