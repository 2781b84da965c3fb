using System.Globalization;
using System.Text.RegularExpressions;

namespace Underpin.Platform.Content.Lint;

/// <summary>Whether facts stand on something, and on something that somebody has looked at lately.</summary>
internal static partial class SourceRules
{
    public const int MonthsUntilStale = 12;

    public static ContentRule Missing { get; } = new("E1", "Fact without a source")
    {
        Wrong = "A text states a year, an amount in pounds, a share in per cent, or names a law or an outside standard, and its file lists no source. Areas stand on the sources of the framework.",
        Why = "Figures and laws change. A reader has to be able to look, and an editor to know what to look at again.",
        Mend = "Add the source under 'sources' with the date on which you looked, or say it without the figure.",
        Bad = "aim: Three schools in four were attacked in 2024. (with sources: [])",
        Good = "aim: Three schools in four were attacked in 2024. (with the survey under sources)",
    };

    public static ContentRule Stale { get; } = new("E2", "Check that is too old")
    {
        Wrong = $"A source or a row of a crosswalk was last looked at more than {MonthsUntilStale} months ago.",
        Why = "Exams retire, standards are rewritten each autumn, and somebody may pay for what no longer exists.",
        Mend = "Look again, correct what has changed, and put today's date.",
        Bad = "checked: 2024-03-01",
        Good = "checked: 2026-11-21",
    };

    public static ContentRule GivenTwice { get; } = new("E4", "Source given twice")
    {
        Wrong = "A file lists a source twice, by title or by address.",
        Why = "One of the two dates of checking will be forgotten.",
        Mend = "Keep one of them, with the later date.",
        Bad = "two sources with url: https://www.jcq.org.uk/",
        Good = "one source with url: https://www.jcq.org.uk/",
    };

    public static IReadOnlyList<ContentRule> All { get; } = [Missing, Stale, GivenTwice];

    /// <summary>The first fact in a text that needs a source; null where none does.</summary>
    public static string? FactIn(string text) => Fact().Match(text) is { Success: true } match ? match.Value : null;

    public static string MissingMessage(string fact) => $"'{fact}' is a fact of the world outside, and the file lists no source: expected one under 'sources'";

    public static bool IsStale(DateOnly @checked, DateOnly today) => @checked < today.AddMonths(-MonthsUntilStale);

    public static string StaleMessage(string what, DateOnly @checked) => string.Create(
        CultureInfo.InvariantCulture, $"'{Short(what)}' was last looked at on {@checked:yyyy-MM-dd}: expected a check within the last {MonthsUntilStale} months");

    public static IEnumerable<(SourceContent Source, ContentRule Rule, string Message)> Check(IReadOnlyList<SourceContent> sources, DateOnly today)
    {
        for (var i = 0; i < sources.Count; i++)
        {
            var source = sources[i];
            if (IsStale(source.Checked, today))
                yield return (source, Stale, StaleMessage(source.Title, source.Checked));
            if (sources.Take(i).Any(earlier => earlier.Title == source.Title || (source.Url is not null && earlier.Url == source.Url && SameStart(earlier.Title, source.Title))))
                yield return (source, GivenTwice, $"The source '{Short(source.Title)}' is given a second time: expected it once");
        }
    }

    // One page may be read for two things; then the titles say so.
    private static bool SameStart(string one, string other) => one[..Math.Min(60, one.Length)] == other[..Math.Min(60, other.Length)];

    private static string Short(string title) => title.Length <= 60 ? title : $"{title[..57]}...";

    [GeneratedRegex(@"(?<!-)\b(?:19|20)\d\d\b(?!-\d)|£\s?\d[\d,.]*|\b\d+(?:\.\d+)?\s?(?:%|per cent\b)|\b[A-Z]\w+ (?:Act|Regulations|Directive)\b|\bGDPR\b|\bWCAG\b|\bISO \d+|\bBS (?:EN )?\d+|\bKeeping children safe in education\b|\bJCQ\b|\bCyber Essentials\b", RegexOptions.CultureInvariant)]
    private static partial Regex Fact();
}
