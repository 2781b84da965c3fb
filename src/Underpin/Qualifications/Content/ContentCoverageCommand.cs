using System.Text.Json;
using Underpin.Platform;
using Underpin.Qualifications.Content.Lint;

namespace Underpin.Qualifications.Content;

/// <summary><c>underpin content coverage [DIR] [--json]</c>: what covers what, and every hole with the reason for which it stays.</summary>
internal static class ContentCoverageCommand
{
    public static Task<int> RunAsync(string[] args) =>
        Task.FromResult(ContentCheckCommand.DirectoryOf(args) is { } directory
            ? Run(directory, args.Contains("--json"), Console.Out, TimeProvider.System.Today())
            : CommandLine.BadInput("content coverage: takes one directory and --json"));

    /// <returns>0 when every hole has a reason, 1 when one has none or the content cannot be read, 2 when there is no such directory.</returns>
    public static int Run(string directory, bool json, TextWriter output, DateOnly today)
    {
        if (!ContentCheckCommand.IsThere(directory, json, output))
            return ContentCheckCommand.NoSuchDirectory;
        var reading = ContentSet.Read(directory, today);
        if (reading is not { Content: { } content, Drafts: { } drafts })
        {
            output.WriteLine(json ? JsonSerializer.Serialize(new { Ok = false, reading.Problems }, ContentCheckCommand.Json) : string.Join(output.NewLine, reading.Problems));
            return ContentCheckCommand.Problems;
        }
        var coverage = Coverage.Of(content, drafts.Holes);
        var isWhole = coverage.Holes.All(hole => hole.Reason is not null);
        if (json)
            output.WriteLine(JsonSerializer.Serialize(new { Ok = isWhole, Coverage = coverage }, ContentCheckCommand.Json));
        else
            Print(coverage, output);
        return isWhole ? ContentCheckCommand.NoProblems : ContentCheckCommand.Problems;
    }

    private static void Print(Coverage coverage, TextWriter output)
    {
        output.WriteLine("Competences, and the units that teach them to each level");
        foreach (var competence in coverage.Competences)
            output.WriteLine($"  {competence.Code,-6} {Levels(competence)}");
        output.WriteLine();
        output.WriteLine("Roles, and the competences that they ask for at a level no unit teaches");
        foreach (var role in coverage.Roles)
            output.WriteLine($"  {role.Code,-35} {role.Asked.Count,2} asked, {Untaught(role)}");
        Print("Standards for schools, and the competences that they call on", coverage.Standards, output);
        Print("Apprenticeships, and the units that they cover in part or whole", coverage.Apprenticeships, output);
        output.WriteLine();
        output.WriteLine(coverage.Holes.Count == 0 ? "No holes" : $"Holes: {coverage.Holes.Count}, {coverage.Holes.Count(hole => hole.Reason is null)} of them without a reason");
        foreach (var hole in coverage.Holes)
        {
            output.WriteLine($"  {hole.Name}: {hole.What}");
            output.WriteLine($"      {hole.Reason ?? "no reason given"}");
        }
    }

    private static void Print(string title, IReadOnlyList<OutsideCoverage> rows, TextWriter output)
    {
        output.WriteLine();
        output.WriteLine(title);
        foreach (var row in rows)
            output.WriteLine($"  {row.Reference} ({row.Title}): {(row.Ours.Count == 0 ? "none" : string.Join(", ", row.Ours.Select(ours => $"{ours.Code} {ours.Extent.ToString().ToLowerInvariant()}")))}");
    }

    private static string Levels(CompetenceCoverage competence) => competence.Units.Count == 0 ? "none" : string.Join("; ", competence.Units
        .GroupBy(unit => unit.Level).OrderBy(level => level.Key).Select(level => $"{level.Key}: {string.Join(" ", level.Select(unit => unit.Unit))}"));

    private static string Untaught(RoleCoverage role)
    {
        var untaught = role.Asked.Where(asked => !asked.IsTaught).Select(asked => $"{asked.Competence}:{asked.Level}").ToList();
        return untaught.Count == 0 ? "all taught" : $"untaught: {string.Join(", ", untaught)}";
    }
}
