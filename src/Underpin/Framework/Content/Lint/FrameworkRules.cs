using Underpin.Platform.Content.Lint;

namespace Underpin.Framework.Content.Lint;

internal static class FrameworkRules
{
    public static ContentRule UnusedCompetence { get; } = new("C1", "Competence that no role asks for")
    {
        Wrong = "A competence is in the framework, and no role profile asks for it at any level.",
        Why = "Either somebody's work has been left out of their role, or the framework describes work that nobody does.",
        Mend = "Add it to the roles that do the work, or take it out.",
        Bad = "SCH-3 in no role's competences",
        Good = "SCH-3 at level 2 in the IT technician's competences",
    };

    public static IReadOnlyList<ContentRule> All { get; } = [UnusedCompetence];
}
