using System.Globalization;
using Underpin.Platform.Search;

namespace Underpin.Qualifications.Searching;

/// <summary>How the search speaks of what it found.</summary>
internal static class SearchWording
{
    public static string Of(SearchKind kind) => kind switch
    {
        SearchKind.Crosswalk => "Outside certificate or standard",
        SearchKind.Item => "Imported item",
        SearchKind.Newcomers => "For newcomers",
        _ => kind.ToString(),
    };

    public static string Plural(SearchKind kind) => kind switch
    {
        SearchKind.Criterion => "Criteria",
        SearchKind.Crosswalk => "Outside certificates and standards",
        SearchKind.Item => "Imported items",
        SearchKind.Newcomers => "For newcomers",
        _ => $"{kind}s",
    };

    public static string Count(int count, bool isMore = false) =>
        (isMore ? "more than " : "") + count.ToString("N0", CultureInfo.GetCultureInfo("en-GB")) + (count == 1 && !isMore ? " result" : " results");

    /// <summary>“12 results for …”, as a sentence without its full stop.</summary>
    public static string Answer(SearchResults results, string question)
    {
        var asked = results.Corrections.Aggregate(question, (text, c) => text.Replace(c.Typed, c.Used, StringComparison.Ordinal));
        var count = results.Total == 0 ? "No results" : Count(results.Total, results.IsMore);
        return $"{char.ToUpperInvariant(count[0])}{count[1..]} for “{asked}”";
    }

    public static IEnumerable<string> Notes(SearchResults results)
    {
        if (results.Unknown.Count > 0) yield return $"Nothing here has {string.Join(" or ", results.Unknown.Select(w => $"“{w}”"))} in it{(results.Total > 0 ? ", so we searched for the rest" : "")}.";
        if (results.Total == 0 && results.InOthers == 0) yield break;
        if (results.Need == SearchNeed.AllButOne) yield return "Nothing has all of these words. These have all but one.";
        if (results.Need == SearchNeed.Any) yield return "Nothing has all of these words. These have some of them.";
    }
}
