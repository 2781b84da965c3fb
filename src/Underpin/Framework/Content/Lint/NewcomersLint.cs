using System.Globalization;
using Underpin.Platform.Content;
using Underpin.Platform.Content.Lint;

namespace Underpin.Framework.Content.Lint;

/// <summary>Holds the page for newcomers to the rules: what a Year 9 pupil and a parent read, and the facts in it.</summary>
internal static class NewcomersLint
{
    public const string File = "newcomers/newcomers.yaml";

    private static readonly HashSet<string> Read = new(["summary", "text", "intro", "outro"], StringComparer.Ordinal);

    public static IEnumerable<ContentProblem> Check(ContentMap page, DateOnly today)
    {
        foreach (var (text, line) in Texts(page))
            foreach (var (rule, message) in TextRules.Check(TextKind.ForNewcomers, text))
                yield return new(File, line, rule.Code, message);
        foreach (var item in Maps(page))
        {
            if (Scalar(item, "text") is { } said && Scalar(item, "source") is null && SourceRules.FactIn(said.Value) is { } fact)
                yield return new(File, said.Line, SourceRules.Missing.Code, $"'{fact}' is a fact of the world outside, and the item names no source: expected one under 'source'");
            if (Scalar(item, "checked") is { } date
                && DateOnly.TryParseExact(date.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && SourceRules.IsStale(day, today))
                yield return new(File, date.Line, SourceRules.Stale.Code, SourceRules.StaleMessage(Scalar(item, "source")?.Value ?? "This", day));
        }
    }

    private static IEnumerable<(string Text, int Line)> Texts(ContentMap page) => Maps(page).SelectMany(map => map.Entries)
        .Where(entry => Read.Contains(entry.Key))
        .SelectMany(entry => entry.Value is ContentList list ? list.Items : [entry.Value])
        .OfType<ContentScalar>().Select(scalar => (scalar.Value.Trim(), scalar.Line));

    private static IEnumerable<ContentMap> Maps(ContentNode node) => node switch
    {
        ContentMap map => map.Entries.SelectMany(entry => Maps(entry.Value)).Prepend(map),
        ContentList list => list.Items.SelectMany(Maps),
        _ => [],
    };

    private static ContentScalar? Scalar(ContentMap map, string key) => map.Entries.FirstOrDefault(entry => entry.Key == key)?.Value as ContentScalar;
}
