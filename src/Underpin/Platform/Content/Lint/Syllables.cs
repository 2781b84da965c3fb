using System.Text.RegularExpressions;

namespace Underpin.Platform.Content.Lint;

/// <summary>Counts the syllables of an English word by its spelling: groups of vowels, less those that are silent.</summary>
/// <remarks>Right for about nine words in ten, and off by one for the rest, which is as much as a formula of readability needs.</remarks>
internal static partial class Syllables
{
    /// <returns>At least 1. A word in capitals is counted as it is read out: a syllable a character, three for W. Figures count 1, as they are read at sight.</returns>
    public static int Of(string word)
    {
        if (!word.Any(char.IsLetter))
            return 1;
        if (word.Length > 1 && word.Any(char.IsLetterOrDigit) && word.All(letter => !char.IsLower(letter)))
            return Math.Min(5, word.Sum(letter => letter == 'W' ? 3 : char.IsLetterOrDigit(letter) ? 1 : 0));
        return Parts().Matches(word.ToLowerInvariant()).Sum(part => OfPart(part.Value)) is var count and > 0 ? count : 1;
    }

    private static int OfPart(string part)
    {
        if (part.Length <= 3)
            return 1;
        var count = Vowels().Count(part);
        if (SilentEnding().IsMatch(part))
            count--;
        count += Split().Count(part);
        return Math.Max(1, count);
    }

    [GeneratedRegex(@"\p{Ll}+(?:['’]\p{Ll}+)?", RegexOptions.CultureInvariant)]
    private static partial Regex Parts();

    [GeneratedRegex("[aeiouy]+", RegexOptions.CultureInvariant)]
    private static partial Regex Vowels();

    // make, makes, asked, careful, hopeless, statement, safely; but table, pages, wanted, needed.
    [GeneratedRegex("(?:[^aeiouyl]e|[aeiouyl]le|[aeiouy]+[^aeiouy]+e(?=ly$|ful$|less$|ment$)(?:ly|ful|less|ment))$|[^aeioutdyl]ed$|[aeiou]led$|[^aeiousxzcgh]es$|[a-z]{2}[^sc]hes(?<=thes)$", RegexOptions.CultureInvariant)]
    private static partial Regex SilentEnding();

    // Vowels that stand together and are spoken apart: media, area, create, being, video, annual, science, quiet.
    [GeneratedRegex("i(?:a(?!ge|l?$|lly|n$)|o(?!u|n)|um|et|en(?=ce|t))|e(?:o|a(?=te|tin|tion))|(?<!q|g)ua(?=l|te|tion)|[aeiouy]ing$|rea(?=$|s$)|ism$", RegexOptions.CultureInvariant)]
    private static partial Regex Split();
}
