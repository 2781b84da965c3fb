namespace Underpin.Platform.Content;

/// <summary>A justified exception from a rule, made in the file that it is for.</summary>
/// <param name="Rule">The rule's code.</param>
/// <param name="Reason">Why the file is right as it is.</param>
/// <param name="Line">Where it is written.</param>
internal sealed record Allowance(string Rule, string Reason, int Line)
{
    /// <summary>The key that each kind of file has for its exceptions.</summary>
    public static ContentKey Key { get; } = new("allow", "justified exceptions from rules", Required: false);

    public static ContentShape Shape { get; } = new(
        "an allowance",
        new("rule", "the code of a rule"),
        new("reason", "why the file is right as it is"));

    public static IReadOnlyList<Allowance> ReadAll(ContentMapReader map)
    {
        if (!map.Knows(Key.Name))
            return [];
        var maps = map.Maps(Key.Name, Shape);
        Allowance[] allowances = [.. maps.Select(item => new Allowance(item.Text("rule"), item.Text("reason"), item.LineOf("rule")))];
        map.RefuseRepeats(Key.Name, [.. allowances.Select(one => new LocatedText(one.Rule, one.Line))]);
        return allowances;
    }
}
