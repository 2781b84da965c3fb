using Underpin.Framework.Content.Lint;
using Underpin.Platform.Content.Lint;

namespace Underpin.Qualifications.Content.Lint;

/// <summary>Every rule that content is held to, by code.</summary>
internal static class AllRules
{
    public static IReadOnlyList<ContentRule> InOrder { get; } =
    [
        .. FileRules.All.Concat(TextRules.All).Concat(SourceRules.All).Concat(FrameworkRules.All).Concat(QualificationRules.All).Concat(CriterionRules.All)
            .OrderBy(rule => rule.Code, StringComparer.Ordinal),
    ];

    public static ContentRule? Find(string code) => InOrder.FirstOrDefault(rule => string.Equals(rule.Code, code, StringComparison.OrdinalIgnoreCase));

    /// <summary>Files that cannot be read or that contradict themselves, and allowances themselves, cannot be excused.</summary>
    public static bool CanBeAllowed(string code) =>
        Find(code) is { } rule && !FileRules.All.Contains(rule) && rule != QualificationRules.CannotBeMet && rule != QualificationRules.NoSuchHole;
}
