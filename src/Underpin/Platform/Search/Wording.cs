using System.Globalization;
using System.Text;

namespace Underpin.Platform.Search;

/// <summary>A word where it stands in a text.</summary>
/// <param name="Word">In lower case, without accents.</param>
internal readonly record struct Token(int Start, int Length, string Word)
{
    public int End => Start + Length;
}

/// <summary>
/// Cuts texts and questions into words in one way for both databases. They index what comes out of here and need no language rules of their own,
/// so that one question has one answer wherever it is asked.
/// </summary>
internal static class Wording
{
    public const int LongestWord = 40;

    public static List<Token> Tokens(string text)
    {
        var tokens = new List<Token>(text.Length / 6 + 1);
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            while (i < text.Length && (char.IsLetterOrDigit(text[i]) || char.GetUnicodeCategory(text[i]) == UnicodeCategory.NonSpacingMark)) i++;
            // The s of "a teacher's".
            if (i - start == 1 && text[start] is 's' or 'S' && start > 0 && text[start - 1] is '\'' or '’') continue;
            if (Fold(text.AsSpan(start, i - start)) is { Length: > 0 } word) tokens.Add(new(start, i - start, word));
        }

        return tokens;
    }

    /// <summary>The stems of a text in order with a space before and after each, then codes written with hyphens or dots in one piece.</summary>
    public static string Words(string text)
    {
        var tokens = Tokens(text);
        var words = new StringBuilder(" ", text.Length);
        foreach (var token in tokens) words.Append(Stem.Of(token.Word)).Append(' ');
        foreach (var code in Codes(text, tokens)) words.Append(code).Append(' ');
        return words.ToString();
    }

    /// <summary>"220-1201" and "AVD-1" written as one word each: runs of words with a digit among them and one hyphen, dot or stroke between.</summary>
    public static IEnumerable<string> Codes(string text, List<Token> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            var last = i;
            while (last + 1 < tokens.Count && tokens[last + 1].Start == tokens[last].End + 1 && text[tokens[last].End] is '-' or '.' or '/' or '–') last++;
            if (last == i) continue;
            var joined = string.Concat(tokens[i..(last + 1)].Select(t => t.Word));
            if (joined.Length <= LongestWord && joined.Any(char.IsAsciiDigit)) yield return joined;
            i = last;
        }
    }

    /// <summary>A code or question with only its letters and digits, to compare codes however they are spaced.</summary>
    public static string Key(string code) => string.Concat(Tokens(code).Select(t => t.Word));

    static string Fold(ReadOnlySpan<char> word)
    {
        if (System.Text.Ascii.IsValid(word))
        {
            if (word.Length > LongestWord) word = word[..LongestWord];
            return string.Create(word.Length, word, static (folded, word) => word.ToLowerInvariant(folded));
        }

        var letters = new StringBuilder(word.Length);
        foreach (var letter in word.ToString().Normalize(NormalizationForm.FormKD))
        {
            if (letters.Length >= LongestWord) break;
            if (!char.IsLetterOrDigit(letter)) continue;
            letters.Append(char.ToLowerInvariant(letter) switch { 'ß' => "ss", 'æ' => "ae", 'œ' => "oe", 'ø' => "o", 'ł' => "l", 'đ' or 'ð' => "d", 'ı' => "i", var other => other.ToString() });
        }

        return letters.Length > LongestWord ? letters.ToString(0, LongestWord) : letters.ToString();
    }
}
