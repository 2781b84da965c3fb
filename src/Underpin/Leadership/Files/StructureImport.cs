using Underpin.Leadership.Structure;
using Underpin.Platform.Content;

namespace Underpin.Leadership.Files;

/// <summary>What came of reading somebody's files or pasted list: the whole structure, or nothing and every problem.</summary>
/// <param name="Structure">Null when there are problems: nothing is half-loaded.</param>
/// <param name="Problems">By file and row, at most <see cref="MaximumShown"/>.</param>
/// <param name="MoreProblems">How many problems there are beyond those.</param>
/// <param name="Notes">What was taken to be meant, for the person to confirm; empty when there are problems.</param>
internal sealed record StructureImport(SchoolStructure? Structure, IReadOnlyList<ContentProblem> Problems, int MoreProblems, IReadOnlyList<string> Notes)
{
    public const int MaximumShown = 200;

    public static StructureImport Of(SchoolStructure structure, ContentProblems problems, IReadOnlyList<string> notes)
    {
        var found = problems.InOrder();
        return found.Count == 0
            ? new(structure, [], 0, notes)
            : new(null, [.. found.Take(MaximumShown)], Math.Max(0, found.Count - MaximumShown), []);
    }
}

/// <summary>The texts of the files of an import.</summary>
internal sealed record CsvFiles
{
    public required string People { get; init; }
    public required string Posts { get; init; }
    public string? Responsibilities { get; init; }
    public string? Meetings { get; init; }
}
