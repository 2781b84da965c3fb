namespace Underpin.Leadership.Review;

/// <summary>Numbers and lists as a reader says them.</summary>
internal static class Words
{
    private static readonly string[] Small = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

    /// <summary>"one duty", "12 duties".</summary>
    public static string Count(int count, string one, string? many = null) =>
        $"{(count >= 0 && count < Small.Length ? Small[count] : count.ToString(System.Globalization.CultureInfo.InvariantCulture))} {(count == 1 ? one : many ?? one + "s")}";

    /// <summary>The same at the beginning of a sentence.</summary>
    public static string Counted(int count, string one, string? many = null)
    {
        var text = Count(count, one, many);
        return char.ToUpperInvariant(text[0]) + text[1..];
    }

    /// <summary>"Ana, Tom and Joe"; after a few names "and 3 others".</summary>
    public static string And(IReadOnlyList<string> names, int atMost = 6) => names switch
    {
        [] => "nobody",
        [var only] => only,
        _ when names.Count <= atMost => $"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}",
        _ => $"{string.Join(", ", names.Take(atMost - 1))} and {names.Count - atMost + 1} others",
    };

    /// <summary>A title inside a sentence: its first letter small, unless it begins with an abbreviation.</summary>
    public static string Within(string title) => title is [var first, var second, ..] && char.IsUpper(first) && !char.IsUpper(second) ? char.ToLowerInvariant(first) + title[1..] : title;

    /// <summary>"both" of two, "all" of more.</summary>
    public static string All(int count) => count == 2 ? "both" : "all";
}
