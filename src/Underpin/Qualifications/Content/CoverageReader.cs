using Underpin.Platform.Content;

namespace Underpin.Qualifications.Content;

/// <summary>A hole in what the content covers that stays for a reason.</summary>
/// <param name="Hole">The hole's name, as the coverage report prints it.</param>
/// <param name="Reason">Why it stays.</param>
/// <param name="Line">Where it is written.</param>
internal sealed record JustifiedHole(string Hole, string Reason, int Line);

/// <summary>Reads content/coverage.yaml, which may be left out.</summary>
internal static class CoverageReader
{
    public const string File = "coverage.yaml";

    public static ContentShape CoverageShape { get; } = new(
        "the list of justified holes",
        new ContentKey("holes", "holes in the coverage report that stay for a reason", Required: false));

    public static ContentShape HoleShape { get; } = new(
        "a justified hole",
        new("hole", "the hole's name, as the coverage report prints it"),
        new("reason", "why it stays"));

    public static IReadOnlyList<JustifiedHole> Read(ContentFolder folder, ContentProblems problems)
    {
        if (!folder.Has(File) || folder.Read(File, CoverageShape, problems) is not { } map)
            return [];
        JustifiedHole[] holes = [.. map.Maps("holes", HoleShape).Select(item => new JustifiedHole(item.Text("hole"), item.Text("reason"), item.LineOf("hole")))];
        map.RefuseRepeats("holes", [.. holes.Select(one => new LocatedText(one.Hole, one.Line))]);
        return holes;
    }
}
