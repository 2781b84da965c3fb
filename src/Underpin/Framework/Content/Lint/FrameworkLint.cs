using Underpin.Platform.Content.Lint;

namespace Underpin.Framework.Content.Lint;

/// <summary>What is found in one line of an edition.</summary>
/// <param name="Path">The line, as <see cref="FrameworkLine.Path"/> names it; "sources" for the edition's sources.</param>
/// <param name="Code">The rule, explained at /content-rules/CODE.</param>
/// <param name="Message">What is wrong and what was expected.</param>
internal sealed record LineFinding(string Path, string Code, string Message);

/// <summary>Holds an edition of the framework, published or still a draft, to the rules that need nothing but itself.</summary>
internal static class FrameworkLint
{
    public const string Sources = "sources";

    /// <summary>Every finding: those of the lines in their order, then those of the sources.</summary>
    public static IReadOnlyList<LineFinding> Check(FrameworkContent framework, DateOnly today) =>
    [
        .. CheckLines(framework),
        .. SourceRules.Check(framework.Sources, today).Select(found => new LineFinding(Sources, found.Rule.Code, found.Message)),
    ];

    internal static IEnumerable<LineFinding> CheckLines(FrameworkContent framework)
    {
        var asked = framework.Roles.SelectMany(role => role.Competences).Select(competence => competence.Code).ToHashSet(StringComparer.Ordinal);
        var unused = framework.Areas.SelectMany(area => area.Competences).Where(competence => !asked.Contains(competence.Code))
            .ToDictionary(competence => $"{competence.Code}.title", competence => competence.Code, StringComparer.Ordinal);
        var rolesWithoutSources = framework.Roles.Where(role => role.Sources.Count == 0).Select(role => $"role.{role.Code}.").ToList();
        foreach (var line in FrameworkLine.Of(framework))
        {
            if (unused.TryGetValue(line.Path, out var competence))
                yield return new(line.Path, FrameworkRules.UnusedCompetence.Code, $"No role asks for {competence}: expected it in the competences of one at least");
            foreach (var (rule, message) in TextRules.Check(KindOf(line), line.Text))
                yield return new(line.Path, rule.Code, message);
            var isWithoutSources = line.Path.StartsWith("role.", StringComparison.Ordinal)
                ? rolesWithoutSources.Exists(role => line.Path.StartsWith(role, StringComparison.Ordinal))
                : framework.Sources.Count == 0;
            if (isWithoutSources && SourceRules.FactIn(line.Text) is { } fact)
                yield return new(line.Path, SourceRules.Missing.Code, SourceRules.MissingMessage(fact));
        }
    }

    private static TextKind KindOf(FrameworkLine line) => line.Kind switch
    {
        // A list of posts: their titles are as long as they are.
        LineKind.ForHeads when line.Path.EndsWith(".works-with", StringComparison.Ordinal) => TextKind.ForTrade,
        LineKind.ForHeads => TextKind.ForHeads,
        LineKind.Does => TextKind.Does,
        _ => TextKind.Phrase,
    };
}
