using System.Globalization;
using System.Text.RegularExpressions;
using Underpin.Platform.Content;
using Underpin.Platform.Content.Lint;

namespace Underpin.Leadership.Catalogue;

/// <summary>Reads content/leadership/thresholds.yaml.</summary>
internal static partial class ThresholdReader
{
    public const string File = "leadership/thresholds.yaml";

    public static ContentShape FileShape { get; } = new(
        "the thresholds",
        new("code", "thresholds"),
        new("version", "the year, a full stop and a number, such as 2026.1"),
        new("title", "what the file holds"),
        new("thresholds", "the thresholds"),
        Allowance.Key);

    public static ContentShape ThresholdShape { get; } = new(
        "a threshold",
        new("code", "lower-case words with hyphens"),
        new("title", "what it bounds"),
        new("unit", "what it counts"),
        new("default", "a number"),
        new("lowest", "the lowest that a school may set"),
        new("highest", "the highest that a school may set"),
        new("why", "why the number matters"),
        new("sources", "where it comes from; left out where it is our judgement", Required: false));

    public static IReadOnlyList<Threshold> Read(ContentMapReader map, DateOnly today)
    {
        map.OneOf("code", "thresholds");
        map.Text("title");
        map.Matching("version", Version(), "the year, a full stop and a number, such as 2026.1");
        var found = new List<Threshold>();
        foreach (var item in map.Maps("thresholds", ThresholdShape))
        {
            var one = new Threshold
            {
                Code = item.Matching("code", Word(), "lower-case words with hyphens"),
                Title = item.Text("title"),
                Unit = item.Text("unit"),
                Default = Number(item, "default"),
                Lowest = Number(item, "lowest"),
                Highest = Number(item, "highest"),
                Why = item.Text("why"),
                Sources = SourceContent.ReadAll(item, today),
            };
            if (one.Default < one.Lowest || one.Default > one.Highest)
                item.Problem(FileRules.Contradiction, "default", $"'default' is {one.Default}: expected a number from 'lowest' {one.Lowest} to 'highest' {one.Highest}");
            if (found.Exists(earlier => earlier.Code == one.Code))
                item.Problem(FileRules.GivenTwice, "code", $"The threshold {one.Code} is given a second time: expected it once");
            else
                found.Add(one);
        }
        if (found.Count > 0)
            foreach (var missing in ThresholdCodes.All.Where(code => found.TrueForAll(one => one.Code != code)))
                map.Problem(FileRules.UnknownReference, "thresholds", $"The threshold {missing} is missing: the review rests on it");
        return found;
    }

    /// <summary>A number of at most two decimals and seven digits before them; 0 stands in for a wrong one.</summary>
    public static decimal Number(ContentMapReader item, string key)
    {
        var text = item.Text(key);
        if (DecimalNumber().IsMatch(text))
            return decimal.Parse(text, CultureInfo.InvariantCulture);
        if (text != "")
            item.Problem(key, $"'{key}' is '{text}': expected a number such as 8 or 1.5");
        return 0;
    }

    [GeneratedRegex(@"^20\d\d\.\d{1,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex Version();

    [GeneratedRegex(@"^[0-9]{1,9}(\.[0-9]{1,2})?$", RegexOptions.CultureInvariant)]
    private static partial Regex DecimalNumber();

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+){0,6}$", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
