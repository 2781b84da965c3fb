using FsCheck;
using FsCheck.Fluent;
using Underpin.Leadership.Files;
using Underpin.Leadership.Review.Graph;
using Underpin.Leadership.Structure;
using static Underpin.Tests.Leadership.LeadershipData;

namespace Underpin.Tests.Leadership.Review;

/// <summary>Spans, layers, the way up and circles against examples worked by hand, and against trying everything.</summary>
public sealed class ManagementGraphTests
{
    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(1000);

    static StructureView View(IReadOnlyList<Post> posts) => (Small() with
    {
        Posts = posts, People = [.. posts.Select(post => Person($"of-{post.Code}"))], Holdings = [.. posts.Select(post => Holds(post.Code, $"of-{post.Code}"))], Meetings = [],
    }).AsOf(Today, Content.Catalogue);

    [Fact]
    public void Spans_count_direct_reports_and_layers_follow_the_longest_line()
    {
        var posts = new[] { Post("h", head: true), Post("d", to: "h"), Post("b", to: "h"), Post("i", to: "d") with { ReportsTo = [new("d", Side.Curriculum), new("h", Side.Business)] }, Post("t", to: "i") };
        var graph = new ManagementGraph(View(posts));
        Assert.Equal([3, 1, 0, 1, 0], posts.Select(graph.Span));
        Assert.Equal([1, 2, 2, 3, 4], posts.Select(graph.Layer));
    }

    [Fact]
    public void The_way_up_is_the_shortest_and_tells_its_lines()
    {
        var posts = new[] { Post("h", head: true), Post("d", to: "h"), Post("i") with { ReportsTo = [new("d", Side.Curriculum), new("h", Side.Business)] }, Post("t", to: "i", side: Side.Curriculum) };
        var way = new ManagementGraph(View(posts)).WayUp([posts[3]], person => person.Code == "of-h");
        Assert.Equal(["t", "i"], way!.Value.Steps.Select(step => step.From.Code));
        Assert.Equal([Side.Curriculum, Side.Business], way.Value.Steps.Select(step => step.Line.Side));
        Assert.Equal("of-h", way.Value.Reached.Code);
    }

    [Fact]
    public void There_is_no_way_to_somebody_who_is_not_above() =>
        Assert.Null(new ManagementGraph(View([Post("h", head: true), Post("d", to: "h"), Post("b", to: "h")])).WayUp([Post("d", to: "h")], person => person.Code == "of-b"));

    [Fact]
    public void Layers_are_one_more_than_the_furthest_manager_however_lines_cross() => ForEachManagement(posts =>
    {
        var graph = new ManagementGraph(View(posts));
        foreach (var post in posts)
        {
            Assert.Equal(1 + post.ReportsTo.Select(line => graph.Layer(posts.First(other => other.Code == line.Manager))).DefaultIfEmpty(0).Max(), graph.Layer(post));
            Assert.Equal(posts.Count(other => other.ReportsTo.Any(line => line.Manager == post.Code)), graph.Span(post));
        }
    });

    [Fact]
    public void The_way_up_is_as_long_as_trying_all_ways_finds() => ForEachManagement(posts =>
    {
        var (graph, from, to) = (new ManagementGraph(View(posts)), posts[^1], posts[0]);
        Assert.Equal(Shortest(from.Code), graph.WayUp([from], person => person.Code == $"of-{to.Code}")?.Steps.Count);

        int? Shortest(string at) => at == to.Code ? 0
            : posts.First(post => post.Code == at).ReportsTo.Select(line => Shortest(line.Manager)).Where(length => length is not null).Min() + 1;
    });

    [Fact]
    public void A_circle_is_found_exactly_where_some_node_can_reach_itself() => ForEachDigraph(next =>
    {
        var circles = Circles.Find(next);
        var onCircle = Enumerable.Range(0, next.Length).Where(node => Reaches(next, node, node)).ToList();
        Assert.Equal(onCircle.Count > 0, circles.Count > 0);
        Assert.All(circles, circle =>
        {
            Assert.Equal(circle.Count, circle.Distinct().Count());
            for (var i = 0; i < circle.Count; i++)
                Assert.Contains(circle[(i + 1) % circle.Count], next[circle[i]]);
        });
        // One for each part in which all reach each other.
        Assert.Equal(onCircle.Select(node => onCircle.First(other => other == node || (Reaches(next, node, other) && Reaches(next, other, node)))).Distinct().Count(), circles.Count);
    });

    [Fact]
    public void A_circle_of_fifty_thousand_does_not_overflow() =>
        Assert.Equal(50_000, Assert.Single(Circles.Find([.. Enumerable.Range(0, 50_000).Select(i => new[] { (i + 1) % 50_000 })])).Count);

    private static bool Reaches(int[][] next, int from, int to)
    {
        var (seen, open) = (new HashSet<int>(), new Queue<int>(next[from]));
        while (open.TryDequeue(out var node))
        {
            if (node == to)
                return true;
            if (seen.Add(node))
                foreach (var one in next[node])
                    open.Enqueue(one);
        }
        return false;
    }

    private static void ForEachDigraph(Action<int[][]> check)
    {
        var graphs = from nodes in Gen.Choose(1, 7)
                     from edges in Gen.ListOf(Gen.Choose(0, nodes * nodes - 1))
                     select Enumerable.Range(0, nodes).Select(node => edges.Where(edge => edge / nodes == node && edge % nodes != node).Select(edge => edge % nodes).Distinct().Take(2).ToArray()).ToArray();
        Prop.ForAll(graphs.ToArbitrary(), check).Check(Thorough);
    }

    // Each post answers to none, one or two of those before it.
    private static void ForEachManagement(Action<Post[]> check)
    {
        var managements = from picks in Gen.ListOf(from one in Gen.Choose(-1, 20) from other in Gen.Choose(-1, 20) select (one, other))
                          select picks.Take(9).Prepend((one: -1, other: -1)).Select((pick, i) => Post($"p{i}") with
                          {
                              ReportsTo = [.. new[] { pick.one, pick.other }.Where(manager => manager >= 0 && i > 0).Select(manager => manager % Math.Max(1, i)).Distinct().Select(manager => new ReportingLine($"p{manager}", Side.Both))],
                          }).ToArray();
        Prop.ForAll(managements.ToArbitrary(), check).Check(Thorough);
    }
}
