using Underpin.Leadership.Structure;

namespace Underpin.Leadership.Review.Graph;

/// <summary>Who manages whom: spans, layers, and the way up from a post.</summary>
internal sealed class ManagementGraph
{
    private readonly StructureView _view;
    private readonly Dictionary<string, int> _layers;

    /// <summary>O(posts + lines); management must have no circle.</summary>
    public ManagementGraph(StructureView view)
    {
        _view = view;
        _layers = LayersFromTop(view.Structure.Posts);
    }

    /// <summary>How many posts answer to a post directly.</summary>
    public int Span(Post post) => _view.ReportsOf(post.Code).Count();

    /// <summary>The layer in which a post stands: 1 for one without a manager, otherwise one more than its furthest manager's.</summary>
    public int Layer(Post post) => _layers[post.Code];

    /// <summary>
    /// The shortest way up from any of some posts to a person who satisfies a condition, breadth first. O(posts + lines).
    /// </summary>
    /// <returns>The lines walked, lowest first, and who was reached; null when no way leads there. Empty lines when it holds at the start.</returns>
    public (IReadOnlyList<(Post From, ReportingLine Line)> Steps, Person Reached)? WayUp(IEnumerable<Post> from, Func<Person, bool> isThere)
    {
        var came = new Dictionary<string, (Post From, ReportingLine Line)?>(StringComparer.Ordinal);
        var queue = new Queue<Post>();
        foreach (var post in from)
            if (came.TryAdd(post.Code, null))
                queue.Enqueue(post);
        while (queue.TryDequeue(out var post))
        {
            if (_view.HoldersOf(post.Code).FirstOrDefault(isThere) is { } reached)
                return (Steps(post.Code), reached);
            foreach (var line in post.ReportsTo)
                if (came.TryAdd(line.Manager, (post, line)))
                    queue.Enqueue(_view.Post(line.Manager));
        }
        return null;

        List<(Post, ReportingLine)> Steps(string at)
        {
            var steps = new List<(Post, ReportingLine)>();
            while (came[at] is { } step)
            {
                steps.Add(step);
                at = step.From.Code;
            }
            steps.Reverse();
            return steps;
        }
    }

    private static Dictionary<string, int> LayersFromTop(IReadOnlyList<Post> posts)
    {
        // Posts whose managers are all placed come next (Kahn's order).
        var layers = posts.ToDictionary(post => post.Code, _ => 1, StringComparer.Ordinal);
        var waiting = posts.ToDictionary(post => post.Code, post => post.ReportsTo.Count, StringComparer.Ordinal);
        var reports = posts.SelectMany(post => post.ReportsTo.Select(line => (line.Manager, post.Code))).ToLookup(pair => pair.Manager, pair => pair.Code, StringComparer.Ordinal);
        var ready = new Queue<string>(posts.Where(post => post.ReportsTo.Count == 0).Select(post => post.Code));
        while (ready.TryDequeue(out var manager))
            foreach (var code in reports[manager])
            {
                layers[code] = Math.Max(layers[code], layers[manager] + 1);
                if (--waiting[code] == 0)
                    ready.Enqueue(code);
            }
        return layers;
    }
}
