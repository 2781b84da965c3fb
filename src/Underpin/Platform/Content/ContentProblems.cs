using Underpin.Platform.Content.Lint;

namespace Underpin.Platform.Content;

/// <summary>Collects the problems of all files of one reading.</summary>
internal sealed class ContentProblems
{
    private readonly List<ContentProblem> _all = [];

    public void Add(string file, int line, ContentRule rule, string message) => _all.Add(new(file, line, rule.Code, message));

    public bool AnyIn(string file) => _all.Exists(problem => problem.File == file);

    public bool AnyUnder(string folder) => _all.Exists(problem => problem.File.StartsWith(folder, StringComparison.Ordinal));

    public IReadOnlyList<ContentProblem> InOrder() => InOrder(_all);

    public static IReadOnlyList<ContentProblem> InOrder(IEnumerable<ContentProblem> problems) =>
        [.. problems.Distinct().OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line).ThenBy(problem => problem.Code, StringComparer.Ordinal)];
}
