using FsCheck;
using FsCheck.Fluent;
using Underpin.Leadership.Review.Graph;

namespace Underpin.Tests.Leadership.Review;

/// <summary>Parts and joiners against examples worked by hand, and against trying everything.</summary>
public sealed class OverlapGraphTests
{
    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(2000);

    [Fact]
    public void Two_teams_that_one_person_joins_are_one_part_which_falls_in_two_without_that_person()
    {
        // 0, 1, 2 share a meeting; 2, 3 share a duty; 3, 4 share another; 5 shares nothing.
        var graph = new OverlapGraph(6, [[0, 1, 2], [2, 3], [3, 4], [5]]);
        Assert.Equal([0, 0, 0, 0, 0, 1], graph.PartOf);
        Assert.Equal(2, graph.Parts);
        Assert.Equal([2, 3], graph.Joiners.Select(joiner => joiner.Person));
        Assert.Equal([2, 2], graph.Joiners[0].Pieces);
        Assert.Equal([3, 1], graph.Joiners[1].Pieces);
        Assert.Equal([2, 2, 3, 2, 1, 0], Enumerable.Range(0, 6).Select(graph.Neighbours));
        Assert.True(graph.IsAlone(5));
    }

    [Fact]
    public void A_second_thread_between_two_teams_takes_the_joiner_away() =>
        Assert.Empty(new OverlapGraph(4, [[0, 1], [1, 2], [2, 3], [3, 0]]).Joiners);

    [Fact]
    public void Somebody_in_the_middle_of_three_others_leaves_three_pieces() =>
        Assert.Equal([1, 1, 1], Assert.Single(new OverlapGraph(4, [[0, 1], [0, 2], [0, 3]]).Joiners).Pieces);

    [Fact]
    public void Nobody_is_nothing()
    {
        var graph = new OverlapGraph(0, []);
        Assert.Equal(0, graph.Parts);
        Assert.Empty(graph.Joiners);
    }

    [Fact]
    public void A_chain_of_a_hundred_thousand_people_does_not_overflow() =>
        Assert.Equal(99_998, new OverlapGraph(100_000, [.. Enumerable.Range(0, 99_999).Select(i => new[] { i, i + 1 })]).Joiners.Count);

    [Fact]
    public void Parts_joiners_pieces_and_neighbours_are_those_that_trying_everything_finds() => ForEachGraph((people, things) =>
    {
        var graph = new OverlapGraph(people, things);
        var all = Pieces(people, things, removed: -1);
        Assert.Equal(all.Count, graph.Parts);
        for (var one = 0; one < people; one++)
            for (var other = 0; other < people; other++)
                Assert.Equal(all.Exists(part => part.Contains(one) && part.Contains(other)), graph.PartOf[one] == graph.PartOf[other]);
        for (var person = 0; person < people; person++)
        {
            var own = all.Single(part => part.Contains(person));
            var pieces = Pieces(people, things, person).Where(part => part.Overlaps(own)).Select(part => part.Count).OrderDescending().ToList();
            var joiner = graph.Joiners.SingleOrDefault(one => one.Person == person);
            if (pieces.Count > 1)
                Assert.Equal(pieces, joiner?.Pieces);
            else
                Assert.Null(joiner);
            var neighbours = Enumerable.Range(0, people).Count(other => other != person && things.Any(thing => thing.Contains(person) && thing.Contains(other)));
            Assert.Equal(neighbours, graph.Neighbours(person));
            Assert.Equal(neighbours == 0, graph.IsAlone(person));
        }
    });

    [Fact]
    public void Pairs_count_what_two_people_share() => ForEachGraph((people, things) =>
    {
        var pairs = new OverlapGraph(people, things).Pairs();
        for (var one = 0; one < people; one++)
            for (var other = one + 1; other < people; other++)
                Assert.Equal(things.Count(thing => thing.Contains(one) && thing.Contains(other)), pairs.GetValueOrDefault((one, other)));
    });

    // Flood fill over people who share a thing, with one person taken out.
    private static List<HashSet<int>> Pieces(int people, IReadOnlyList<int[]> things, int removed)
    {
        var (pieces, seen) = (new List<HashSet<int>>(), new HashSet<int> { removed });
        for (var start = 0; start < people; start++)
        {
            if (!seen.Add(start))
                continue;
            var (piece, open) = (new HashSet<int> { start }, new Queue<int>([start]));
            while (open.TryDequeue(out var one))
                foreach (var other in things.Where(thing => thing.Contains(one)).SelectMany(thing => thing).Where(other => seen.Add(other)))
                {
                    piece.Add(other);
                    open.Enqueue(other);
                }
            pieces.Add(piece);
        }
        return pieces;
    }

    private static void ForEachGraph(Action<int, IReadOnlyList<int[]>> check)
    {
        var graphs =
            from people in Gen.Choose(1, 9)
            from things in Gen.ListOf(Gen.ListOf(Gen.Choose(0, people - 1)).Select(thing => thing.Distinct().Take(4).ToArray()))
            select (People: people, Things: things.Take(8).ToArray());
        Prop.ForAll(graphs.ToArbitrary(), graph => check(graph.People, graph.Things)).Check(Thorough);
    }
}
