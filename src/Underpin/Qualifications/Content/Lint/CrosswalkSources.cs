using System.Text.RegularExpressions;

namespace Underpin.Qualifications.Content.Lint;

/// <summary>Tells whether what a row of a crosswalk says it was read in is among the sources that its file lists.</summary>
internal static partial class CrosswalkSources
{
    public const string OwnKnowledge = "general knowledge";

    /// <summary>Whether the two have a proper name or two telling words in common.</summary>
    public static bool Names(string row, string source)
    {
        var shared = Words(row).Intersect(Words(source), StringComparer.OrdinalIgnoreCase).ToList();
        return shared.Count >= 2 || shared.Exists(word => char.IsUpper(word[0]) && word.Length > 1);
    }

    private static IEnumerable<string> Words(string text) =>
        Word().Matches(text).Select(match => match.Value).Where(word => !Common.Contains(word));

    private static readonly HashSet<string> Common = new(
        ("the a an and or of for in on at to by from with as its it is are not that this page pages copy list listed about general knowledge beside version record change standards standard schools school colleges college "
        + "january february march april may june july august september october november december public technology digital").Split(' '),
        StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(@"\p{L}[\p{L}+.'-]*\p{L}|(?:19|20)\d\d", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
