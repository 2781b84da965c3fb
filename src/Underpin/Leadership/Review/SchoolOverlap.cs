using Underpin.Leadership.Catalogue;
using Underpin.Leadership.Review.Graph;
using Underpin.Leadership.Structure;

namespace Underpin.Leadership.Review;

/// <summary>A thing that joins people.</summary>
/// <param name="Title">A duty or a meeting, by name.</param>
/// <param name="People">Numbers of the people in <see cref="SchoolOverlap.People"/>.</param>
internal sealed record SharedThing(string Code, string Title, bool IsMeeting, int[] People);

/// <summary>The graph of a school's leaders and of what joins them: duties in which they have a part (to be told afterwards is none), and meetings small enough to work in.</summary>
internal sealed class SchoolOverlap
{
    /// <summary>O(size of the school's part of the structure).</summary>
    public SchoolOverlap(ReviewCase one)
    {
        People = one.Overlapping;
        var number = People.Select((person, i) => (person.Code, i)).ToDictionary(pair => pair.Code, pair => pair.i, StringComparer.Ordinal);
        var large = one.Thresholds[ThresholdCodes.LargeMeeting];
        Things =
        [
            .. one.Duties.Select(held => new SharedThing(held.Duty.Code, held.Duty.Title, false, [.. held.Everyone.Select(person => number[person.Code])])),
            .. one.Meetings.Select(meeting => (meeting, members: one.View.Members(meeting).ToList())).Where(pair => pair.members.Count <= large)
                .Select(pair => new SharedThing(pair.meeting.Code, pair.meeting.Name, true, [.. pair.members.Where(person => number.ContainsKey(person.Code)).Select(person => number[person.Code])])),
        ];
        Graph = new(People.Count, [.. Things.Select(thing => thing.People)]);
    }

    public IReadOnlyList<Person> People { get; }
    public IReadOnlyList<SharedThing> Things { get; }
    public OverlapGraph Graph { get; }

    /// <summary>How many colleagues a leader overlaps with, on average; 0 where there are no leaders.</summary>
    public double MeanOverlap => People.Count == 0 ? 0 : Enumerable.Range(0, People.Count).Average(Graph.Neighbours);

    /// <summary>Parts with more than one person in them.</summary>
    public IReadOnlyList<IReadOnlyList<Person>> Groups =>
        [.. People.Select((person, i) => (person, part: Graph.PartOf[i])).GroupBy(pair => pair.part).Where(part => part.Count() > 1).Select(part => part.Select(pair => pair.person).ToList()).OrderByDescending(part => part.Count)];

    /// <summary>Leaders with whom nobody shares anything.</summary>
    public IReadOnlyList<Person> Alone => [.. People.Where((_, i) => Graph.IsAlone(i))];
}
