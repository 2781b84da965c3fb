using Underpin.Leadership.Review;
using Underpin.Leadership.Structure;

namespace Underpin.Leadership.Pictures;

/// <summary>A leader in the overlap graph.</summary>
/// <param name="Anchor">Where the label stands from its point: "start" to the right of it, "end" to the left, "middle" below.</param>
/// <param name="Turn">Degrees by which the label is turned about its point, so that labels on a circle do not meet.</param>
internal sealed record OverlapNode(string Person, string Label, double X, double Y, double LabelX, double LabelY, string Anchor, double Turn, Tier Tier, bool IsJoiner);

/// <summary>Two leaders who share something.</summary>
/// <param name="Shared">How many things.</param>
internal sealed record OverlapLink(string One, string Other, int Shared, double X1, double Y1, double X2, double Y2)
{
    public double Thickness => Math.Min(0.5 + Shared * 0.5, 4);
}

/// <summary>The same as a row of a table.</summary>
/// <param name="With">Names and how many things each shares, most first.</param>
internal sealed record OverlapRow(string Person, string Name, string Post, int Group, int Colleagues, string With, string Note);

/// <summary>
/// The overlap graph, laid out: each group of leaders who share something on a circle of its own, those who share most beside each other, and
/// leaders alone in a row below. At most <see cref="MaximumPeople"/> are drawn, seniors first; the table has all. O(drawn² + pairs).
/// </summary>
/// <param name="LeftOut">How many are not drawn.</param>
internal sealed record OverlapPicture(double Width, double Height, IReadOnlyList<OverlapNode> Nodes, IReadOnlyList<OverlapLink> Links, IReadOnlyList<OverlapRow> Rows, int LeftOut)
{
    public const int MaximumPeople = 60;
    public const double NodeRadius = 9;
    private const double Label = 150, Step = 34, Row = 56;

    public static OverlapPicture Of(ReviewCase one, SchoolOverlap overlap)
    {
        var pairs = overlap.Graph.Pairs();
        var neighbours = overlap.People.Select(_ => new List<(int Other, int Shared)>()).ToList();
        foreach (var ((first, second), shared) in pairs)
        {
            neighbours[first].Add((second, shared));
            neighbours[second].Add((first, shared));
        }
        var joiners = overlap.Graph.Joiners.Select(joiner => joiner.Person).ToHashSet();
        var drawn = Enumerable.Range(0, overlap.People.Count).OrderBy(i => one.View.TierOf(overlap.People[i].Code) ?? Tier.Other).ThenBy(i => i).Take(MaximumPeople).ToHashSet();
        var (nodes, width, height) = Place(one, overlap, drawn, neighbours, joiners);
        var at = nodes.ToDictionary(node => node.Person, StringComparer.Ordinal);
        var links = pairs.Where(pair => drawn.Contains(pair.Key.One) && drawn.Contains(pair.Key.Other)).OrderBy(pair => pair.Key).Select(pair =>
        {
            var (first, second) = (at[overlap.People[pair.Key.One].Code], at[overlap.People[pair.Key.Other].Code]);
            return new OverlapLink(first.Person, second.Person, pair.Value, first.X, first.Y, second.X, second.Y);
        }).ToList();
        return new(width, height, nodes, links, [.. overlap.People.Select((person, i) => RowOf(one, overlap, person, i, neighbours[i], joiners.Contains(i)))], overlap.People.Count - drawn.Count);
    }

    private static OverlapRow RowOf(ReviewCase one, SchoolOverlap overlap, Person person, int number, List<(int Other, int Shared)> neighbours, bool joins)
    {
        var with = neighbours.OrderByDescending(pair => pair.Shared).ThenBy(pair => pair.Other).Select(pair => $"{overlap.People[pair.Other].Name} ({pair.Shared})").ToList();
        return new(
            person.Code, person.Name, one.View.PostsOf(person.Code).Select(post => post.Title).FirstOrDefault() ?? "", overlap.Graph.PartOf[number] + 1, neighbours.Count,
            with.Count == 0 ? "nobody" : string.Join(", ", with), joins ? "joins what would otherwise fall apart" : overlap.Graph.IsAlone(number) ? "alone" : "");
    }

    private static (List<OverlapNode> Nodes, double Width, double Height) Place(ReviewCase one, SchoolOverlap overlap, HashSet<int> drawn, List<List<(int Other, int Shared)>> neighbours, HashSet<int> joiners)
    {
        var (nodes, left, tallest) = (new List<OverlapNode>(), 0.0, 0.0);
        var groups = drawn.GroupBy(i => overlap.Graph.PartOf[i]).Select(group => group.ToList()).ToList();
        foreach (var group in groups.Where(group => group.Count > 1).OrderByDescending(group => group.Count).ThenBy(group => group.Min()))
        {
            var circle = InCircle(group, neighbours);
            var radius = Math.Max(48, circle.Count * Step / (2 * Math.PI));
            var (x, y) = (left + Label + radius, radius + Label);
            for (var i = 0; i < circle.Count; i++)
            {
                var angle = 2 * Math.PI * i / circle.Count - Math.PI / 2;
                Add(circle[i], x + radius * Math.Cos(angle), y + radius * Math.Sin(angle), angle);
            }
            left = x + radius + Label;
            tallest = Math.Max(tallest, y + radius + Label);
        }
        var (alone, width) = (groups.Where(group => group.Count == 1).Select(group => group[0]).Order().ToList(), Math.Max(left, 2 * Label));
        var across = Math.Max(1, (int)(width / Label));
        for (var i = 0; i < alone.Count; i++)
            Add(alone[i], Label / 2 + i % across * Label, tallest + Row / 2 + i / across * Row, null);
        return (nodes, width, tallest + (alone.Count + across - 1) / across * Row);

        void Add(int person, double x, double y, double? angle)
        {
            var (code, away) = (overlap.People[person].Code, NodeRadius + 8);
            // On the left half a label is read towards the circle, not upside down.
            var (anchor, turn) = angle is not { } outward ? ("middle", 0) : Math.Cos(outward) > -1e-9 ? ("start", outward * 180 / Math.PI) : ("end", outward * 180 / Math.PI - 180);
            nodes.Add(new(
                code, overlap.People[person].Name, Round(x), Round(y), Round(angle is { } a ? x + away * Math.Cos(a) : x), Round(angle is { } b ? y + away * Math.Sin(b) : y + away + 10),
                anchor, Round((turn + 540) % 360 - 180), one.View.TierOf(code) ?? Tier.Other, joiners.Contains(person)));
        }
    }

    // From whoever shares most, always on to whoever shares most with the last one.
    private static List<int> InCircle(List<int> group, List<List<(int Other, int Shared)>> neighbours)
    {
        var (left, circle) = (group.ToHashSet(), new List<int>());
        var next = group.OrderByDescending(person => neighbours[person].Sum(pair => pair.Shared)).ThenBy(person => person).First();
        while (left.Remove(next))
        {
            circle.Add(next);
            if (left.Count == 0)
                break;
            var shared = neighbours[next].Where(pair => left.Contains(pair.Other)).OrderByDescending(pair => pair.Shared).ThenBy(pair => pair.Other).ToList();
            next = shared.Count > 0 ? shared[0].Other : left.Min();
        }
        return circle;
    }

    private static double Round(double length) => Math.Round(length, 1);
}
