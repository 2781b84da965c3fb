using Underpin.Leadership.Catalogue;
using Underpin.Leadership.Review.Graph;
using Underpin.Leadership.Structure;

namespace Underpin.Leadership.Review;

/// <summary>What the review of a structure says.</summary>
/// <param name="Day">The day that it looks at.</param>
/// <param name="Findings">In order of kind, then of school.</param>
/// <param name="Measures">One for each school, in the structure's order.</param>
/// <param name="Unsaid">What could not be judged, and what to record so that it can.</param>
internal sealed record ReviewResult(string Title, DateOnly Day, IReadOnlyList<Finding> Findings, IReadOnlyList<Measures> Measures, IReadOnlyList<string> Unsaid);

/// <summary>Reviews a structure on a day. Pure: the same structure, day and content give the same result.</summary>
internal static class LeadershipReview
{
    /// <summary>
    /// Reviews every school of a structure. O(size of the structure), but for the mean overlap, which costs the sum of the squares of the
    /// sizes of what is shared, and those are bounded by the threshold large-meeting.
    /// </summary>
    /// <param name="structure">A structure that <see cref="Files.StructureChecks"/> found nothing wrong with.</param>
    /// <param name="day">The day to look at.</param>
    /// <param name="content">The catalogue and the thresholds; the structure's own count over them.</param>
    /// <param name="forPay">Whether whoever reads it may see pay. Where not, nothing is said of it, not even that it is missing.</param>
    public static ReviewResult Run(SchoolStructure structure, DateOnly day, LeadershipContent content, bool forPay = true)
    {
        var view = structure.AsOf(day, content.Catalogue);
        var thresholds = new Thresholds(content.Thresholds, structure.Thresholds);
        var (management, timeline) = (new ManagementGraph(view), new DutyTimeline(structure));
        var (findings, measures) = (new List<Finding>(), new List<Measures>());
        ReviewCase? first = null;
        foreach (var school in structure.Schools)
        {
            var one = new ReviewCase(view, school, thresholds, management);
            first ??= one;
            var overlap = new SchoolOverlap(one);
            findings.AddRange(DutyChecks.Check(one, timeline));
            findings.AddRange(AuthorityChecks.Check(one));
            findings.AddRange(ShapeChecks.Check(one));
            findings.AddRange(ResilienceChecks.Check(one));
            findings.AddRange(OverlapChecks.Check(one, overlap));
            measures.Add(Review.Measures.Of(one, overlap, timeline));
        }
        if (structure.IsTrust)
            findings.AddRange(ShapeChecks.CheckCentre(new(view, ReviewCase.Centre, thresholds, management)));
        var order = FindingKinds.All.Select((kind, i) => (kind.Code, i)).ToDictionary(pair => pair.Code, pair => pair.i, StringComparer.Ordinal);
        return new(structure.Title, day, [.. findings.Where(finding => forPay || !finding.ShowsPay).OrderBy(finding => order[finding.Kind.Code])], measures, first is null ? [] : [.. Unsaid(first, forPay)]);
    }

    private static IEnumerable<string> Unsaid(ReviewCase one, bool forPay)
    {
        if (!one.HasDuties)
            yield return "No responsibilities are on record, so nothing is said of who answers for what. Begin with the duties that the law asks for.";
        if (!one.HasRights)
            yield return "No meeting that decides and no spending limit is on record, so nothing is said of authority. Add the meetings with what they decide.";
        if (!one.HasKnowledge)
            yield return "Nobody's knowledge is on record, so nothing is said of managing what one does not know. Add what people could take over.";
        var structure = one.View.Structure;
        if (forPay && structure.Posts.Any(post => post.Tier is Tier.Core or Tier.Wider && one.View.CostOf(post) is null))
            yield return "Some senior posts have no pay or no on-costs on record, so the cost is of the others.";
        if (structure.Schools.Any(school => school.Staff is null))
            yield return "The number of staff is not on record for every school, so the senior team's share of it is not judged there.";
    }
}
