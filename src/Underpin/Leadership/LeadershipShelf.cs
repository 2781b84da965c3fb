using Underpin.Leadership.Catalogue;
using Underpin.Leadership.Files;
using Underpin.Platform;
using Underpin.Platform.Content;

namespace Underpin.Leadership;

/// <summary>What content/leadership holds, read once.</summary>
internal sealed record LeadershipShelf(LeadershipContent Content, IReadOnlyList<StructureTemplate> Templates)
{
    /// <returns>The shelf, or null and every problem in order of file and line.</returns>
    public static (LeadershipShelf? Shelf, IReadOnlyList<ContentProblem> Problems) Read(string directory, DateOnly today)
    {
        var (content, problems) = LeadershipContent.Read(directory, today);
        if (content is null) return (null, problems);
        var (templates, wrong) = StructureTemplate.ReadAll(directory, content);
        return wrong.Count > 0 ? (null, wrong) : (new(content, templates), []);
    }

    /// <exception cref="InvalidOperationException">The content cannot be used; the message lists why.</exception>
    public static LeadershipShelf Open(Home home, TimeProvider clock)
    {
        var (shelf, problems) = Read(home.Content, clock.Today());
        return shelf ?? throw new InvalidOperationException($"The content of leadership cannot be used:\n{string.Join('\n', problems)}");
    }

    /// <summary>For <c>underpin content check</c>: what keeps the content from being used, or what could be written better.</summary>
    public static IReadOnlyList<ContentProblem> Check(string directory, DateOnly today)
    {
        var (shelf, problems) = Read(directory, today);
        return shelf?.Content.Lint(today) ?? problems;
    }
}
