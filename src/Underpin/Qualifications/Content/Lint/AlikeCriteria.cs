using System.Text.RegularExpressions;
using Underpin.Platform.Content.Lint;

namespace Underpin.Qualifications.Content.Lint;

/// <summary>Finds criteria that ask for nearly the same.</summary>
/// <remarks>Each criterion is a set of stems, weighed by how rare they are; alike is what two have in common over what either has (weighted Jaccard).
/// What two have in common is added up from an index of stems, so that a thousand criteria take milliseconds.</remarks>
internal static partial class AlikeCriteria
{
    public const double Alike = 0.5;

    public static ContentRule Rule { get; } = new("T3", "Two criteria nearly alike")
    {
        Wrong = "Two criteria share so many of their rarer words that one piece of evidence would always meet both.",
        Why = "A learner is assessed twice for one thing, and credit is given twice.",
        Mend = "Keep it in the unit where it belongs, or say what is more at the higher level: a wider span, a harder choice.",
        Bad = "Test a restore of one file from the backup. / Test the restore of a file from backup.",
        Good = "Test a restore of one file from the backup. / Rehearse the recovery of a whole server within the time agreed.",
    };

    /// <summary>Pairs of criteria that are nearly alike, as positions in the list; the later one first.</summary>
    public static IReadOnlyList<(int Later, int Earlier)> Find(IReadOnlyList<string> texts)
    {
        var stems = texts.Select(text => Word().Matches(text.ToLowerInvariant()).Select(word => Stem(word.Value)).Where(stem => !Common.Contains(stem)).ToHashSet(StringComparer.Ordinal)).ToList();
        var where = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < stems.Count; i++)
            foreach (var stem in stems[i])
                (where.TryGetValue(stem, out var list) ? list : where[stem] = []).Add(i);
        var weight = where.ToDictionary(pair => pair.Key, pair => Math.Log(1 + ((double)texts.Count / pair.Value.Count)), StringComparer.Ordinal);
        var sums = stems.Select(set => set.Sum(stem => weight[stem])).ToList();
        var pairs = new List<(int, int)>();
        var shared = new Dictionary<int, double>();
        for (var i = 0; i < stems.Count; i++)
        {
            shared.Clear();
            foreach (var stem in stems[i])
                foreach (var other in where[stem].TakeWhile(other => other < i))
                    shared[other] = shared.GetValueOrDefault(other) + weight[stem];
            foreach (var (other, common) in shared.OrderBy(pair => pair.Key))
                if (common / (sums[i] + sums[other] - common) >= Alike)
                    pairs.Add((i, other));
        }
        return pairs;
    }

    private static readonly HashSet<string> Common = new(
        "a an the and or of to in on for with by from at as it its that this these those is are be which who what how so their them they one each any all not".Split(' '), StringComparer.Ordinal);

    private static string Stem(string word) => word.Length > 4 ? Ending().Replace(word, "") : word;

    [GeneratedRegex("[a-z0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex("(?:ies|ing|ed|es|s|y|e)$", RegexOptions.CultureInvariant)]
    private static partial Regex Ending();
}
