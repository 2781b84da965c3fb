using Underpin.Platform.Content.Lint;

namespace Underpin.Framework.Content.Lint;

/// <summary>What is found in one line of an edition.</summary>
/// <param name="Path">The line, as <see cref="FrameworkLine.Path"/> names it.</param>
/// <param name="Code">The rule, explained at /content-rules/CODE.</param>
/// <param name="Message">What is wrong and what was expected.</param>
internal sealed record LineFinding(string Path, string Code, string Message);

/// <summary>Holds an edition of the framework, published or still a draft, to the rules that need nothing but itself.</summary>
internal static class FrameworkLint
{
    /// <summary>Every finding, in the order of the lines.</summary>
    public static IReadOnlyList<LineFinding> Check(FrameworkContent framework, DateOnly today)
    {
        _ = today;
        return
        [
            .. FrameworkLine.Of(framework).SelectMany(line =>
                TextRules.Check(KindOf(line.Kind), line.Text).Select(found => new LineFinding(line.Path, found.Rule.Code, found.Message))),
        ];
    }

    private static TextKind KindOf(LineKind kind) => kind switch
    {
        LineKind.ForHeads => TextKind.ForHeads,
        LineKind.Does => TextKind.Does,
        _ => TextKind.Phrase,
    };
}
