using Underpin.Leadership.Review;
using Underpin.Leadership.Structure;

namespace Underpin.Leadership.Pictures;

/// <summary>A post in the chart. All lengths are in the picture's own units, which are pixels at its natural size.</summary>
/// <param name="Post">Code of the post.</param>
/// <param name="TitleLines">One or two.</param>
/// <param name="HolderLines">One or two; "Vacant" for a vacant post.</param>
/// <param name="IsShared">Whether several schools share it.</param>
internal sealed record ChartBox(string Post, double X, double Y, IReadOnlyList<string> TitleLines, IReadOnlyList<string> HolderLines, Tier Tier, bool IsVacant, bool IsShared);

/// <summary>A line of management in the chart.</summary>
/// <param name="IsSecond">Whether it is the second of two managers, drawn apart from the tree.</param>
internal sealed record ChartLine(string From, string To, Side Side, bool IsSecond, IReadOnlyList<(double X, double Y)> Points);

/// <summary>The same as a row of a table, in the order of the tree.</summary>
/// <param name="Depth">0 for the top.</param>
/// <param name="ReportsTo">Titles and sides, in words; "" for the top.</param>
internal sealed record ChartRow(string Post, int Depth, string Title, string Holders, Tier Tier, string ReportsTo);

/// <summary>
/// An organisation chart, laid out: who reports to whom from the top down. The first two layers stand side by side; below them everything
/// hangs in columns, step by step further in, so that a large team makes the chart longer and not wider. O(posts).
/// </summary>
internal sealed record OrganisationChart(double Width, double Height, IReadOnlyList<ChartBox> Boxes, IReadOnlyList<ChartLine> Lines, IReadOnlyList<ChartRow> Rows)
{
    public const double BoxWidth = 176, BoxHeight = 64;
    private const double Across = 20, Down = 40, Between = 12, Indent = 22, Margin = 8;
    private const int Letters = 22;

    /// <summary>The chart of one school, or of a whole structure.</summary>
    /// <param name="school">Code of the school; null for every post.</param>
    /// <param name="lowest">The lowest tier to show.</param>
    public static OrganisationChart Of(StructureView view, string? school = null, Tier lowest = Tier.Other)
    {
        var posts = view.Structure.Posts.Where(post => post.Tier <= lowest && (school is null || post.Schools.Contains(school) || (post.Schools.Count == 0 && !view.Structure.IsTrust))).ToList();
        var tree = new Tree(posts);
        var place = tree.Place();
        var boxes = posts.Select((post, i) => Box(view, post, place[i])).ToList();
        var at = posts.Select((post, i) => (post.Code, i)).ToDictionary(pair => pair.Code, pair => pair.i, StringComparer.Ordinal);
        var lines = posts.SelectMany((post, i) => post.ReportsTo.Where(line => at.ContainsKey(line.Manager)).Select(line =>
        {
            var manager = at[line.Manager];
            var second = tree.Parent[i] != manager;
            return new ChartLine(line.Manager, post.Code, line.Side, second, Points(place[manager], place[i], second, tree.Hangs[i]));
        })).ToList();
        return new(
            posts.Count == 0 ? 0 : place.Max(point => point.X) + BoxWidth + Margin, posts.Count == 0 ? 0 : place.Max(point => point.Y) + BoxHeight + Margin,
            boxes, lines, [.. tree.InOrder().Select(i => Row(view, posts[i], tree.Depth[i]))]);
    }

    private static ChartBox Box(StructureView view, Post post, (double X, double Y) at)
    {
        var holders = view.HoldersOf(post.Code).Select(person => person.Name).ToList();
        return new(
            post.Code, at.X, at.Y, TextFit.Lines(post.Title, Letters, 2), holders.Count == 0 ? ["Vacant"] : TextFit.Lines(string.Join(", ", holders), Letters, 2), post.Tier, holders.Count == 0, post.Schools.Count > 1);
    }

    private static IReadOnlyList<(double, double)> Points((double X, double Y) manager, (double X, double Y) post, bool second, bool hangs)
    {
        // A second line goes straight; the tree's lines go down and across.
        if (second)
            return [(manager.X + BoxWidth / 2, manager.Y + BoxHeight), (post.X + BoxWidth / 2, post.Y)];
        var (middle, bus, side) = (manager.X + BoxWidth / 2, manager.Y + BoxHeight + Down / 2, post.X - Indent / 2);
        if (!hangs)
            return [(middle, manager.Y + BoxHeight), (middle, bus), (post.X + BoxWidth / 2, bus), (post.X + BoxWidth / 2, post.Y)];
        return side > manager.X && side < middle
            ? [(side, manager.Y + BoxHeight), (side, post.Y + BoxHeight / 2), (post.X, post.Y + BoxHeight / 2)]
            : [(middle, manager.Y + BoxHeight), (middle, bus), (side, bus), (side, post.Y + BoxHeight / 2), (post.X, post.Y + BoxHeight / 2)];
    }

    private static ChartRow Row(StructureView view, Post post, int depth) => new(
        post.Code, depth, post.Title, Words.And([.. view.HoldersOf(post.Code).Select(person => person.Name)]) is var holders && view.IsVacant(post.Code) ? "Vacant" : holders, post.Tier,
        string.Join(", and ", post.ReportsTo.Select(line => $"{view.Post(line.Manager).Title}{(line.Side == Side.Both ? "" : $" ({AuthorityChecks.SideWords(line.Side)})")}")));

    /// <summary>The posts as a forest: each below its first manager among them.</summary>
    private sealed class Tree
    {
        private readonly List<int>[] _children;
        private readonly List<int> _order = [];
        private readonly List<int> _roots = [];

        public Tree(IReadOnlyList<Post> posts)
        {
            var at = posts.Select((post, i) => (post.Code, i)).ToDictionary(pair => pair.Code, pair => pair.i, StringComparer.Ordinal);
            Parent = [.. posts.Select(post => post.ReportsTo.Select(line => at.GetValueOrDefault(line.Manager, -1)).FirstOrDefault(manager => manager >= 0, -1))];
            _children = [.. posts.Select(_ => new List<int>())];
            for (var i = 0; i < posts.Count; i++)
                (Parent[i] < 0 ? _roots : _children[Parent[i]]).Add(i);
            Depth = new int[posts.Count];
            // Managers come before those they manage.
            _order.AddRange(_roots);
            for (var next = 0; next < _order.Count; next++)
                foreach (var child in _children[_order[next]])
                {
                    Depth[child] = Depth[_order[next]] + 1;
                    _order.Add(child);
                }
            Hangs = [.. posts.Select((_, i) => Parent[i] >= 0 && (Depth[i] > 1 || _children[i].Count == 0))];
        }

        public int[] Parent { get; }
        public int[] Depth { get; }

        /// <summary>Whether a post hangs in a column, rather than standing side by side with others.</summary>
        public bool[] Hangs { get; }

        public (double X, double Y)[] Place()
        {
            var (place, x) = (new (double X, double Y)[Parent.Length], Margin);
            foreach (var root in _roots)
            {
                var columns = Columns(root).ToList();
                var width = Math.Max(BoxWidth, columns.Sum(column => column.Width + Across) - Across);
                place[root] = (x + (width - BoxWidth) / 2, Margin);
                var left = x + (width - columns.Sum(column => column.Width + Across) + Across) / 2;
                foreach (var (posts, wide) in columns)
                {
                    for (var i = 0; i < posts.Count; i++)
                        place[posts[i]] = (left + StepsIn(posts[i], posts[0]) * Indent, Margin + BoxHeight + Down + i * (BoxHeight + Between));
                    left += wide + Across;
                }
                x += width + Across;
            }
            return place;
        }

        // What stands under the top: a column for all who have nobody below them, and one for each of the others with everybody below.
        private IEnumerable<(IReadOnlyList<int> Posts, double Width)> Columns(int root)
        {
            var alone = _children[root].Where(child => Hangs[child]).ToList();
            if (alone.Count > 0)
                yield return (alone, BoxWidth + Indent);
            foreach (var child in _children[root].Where(child => !Hangs[child]))
            {
                var column = InOrder([child]).ToList();
                yield return (column, BoxWidth + column.Max(post => StepsIn(post, child)) * Indent);
            }
        }

        // The column of those who hang from the top itself is a step in, to leave room for its line.
        private int StepsIn(int post, int first) => Hangs[first] ? 1 : Depth[post] - Depth[first];

        /// <summary>Each post before those it manages, and those before the next of its own rank.</summary>
        public IEnumerable<int> InOrder() => InOrder(_roots);

        private IEnumerable<int> InOrder(IReadOnlyList<int> first)
        {
            var open = new Stack<int>(Enumerable.Reverse(first));
            while (open.TryPop(out var node))
            {
                yield return node;
                foreach (var child in Enumerable.Reverse(_children[node]))
                    open.Push(child);
            }
        }
    }
}
