using Underpin.Leadership.Catalogue;
using Underpin.Leadership.Structure;

namespace Underpin.Leadership.Review;

/// <summary>One school of a trust in the view of all.</summary>
/// <param name="Heads">Who heads it; empty where the post is vacant or missing.</param>
/// <param name="Findings">How many things the review finds there.</param>
internal sealed record TrustSchool(School School, IReadOnlyList<string> Heads, Measures Measures, int Findings);

/// <summary>A post of the trust's centre, or one that several schools share.</summary>
/// <param name="Serves">Names of its schools; empty for the whole trust.</param>
/// <param name="SitsAt">Names of the schools in whose meetings its holders sit.</param>
internal sealed record SharedPost(Post Post, IReadOnlyList<string> Holders, IReadOnlyList<string> Serves, IReadOnlyList<string> SitsAt);

/// <summary>Where a group of duties is answered for.</summary>
/// <param name="Central">Duties for which somebody is accountable for every school at once.</param>
/// <param name="Local">Duties for which somebody is accountable at one school alone.</param>
/// <param name="Mixed">Titles of those that are both, here or there.</param>
internal sealed record KeptDuties(DutyGroup Group, int Central, int Local, IReadOnlyList<string> Mixed);

/// <summary>All schools of a trust in one view: each beside the others, the posts they share, and what is kept central or local. O(size of the structure) after the review.</summary>
internal sealed record TrustOverview(IReadOnlyList<TrustSchool> Schools, IReadOnlyList<SharedPost> Shared, IReadOnlyList<KeptDuties> Duties, int CentreFindings)
{
    public static TrustOverview Of(StructureView view, ReviewResult review)
    {
        var found = review.Findings.ToLookup(finding => finding.School ?? "", StringComparer.Ordinal);
        var measures = review.Measures.ToDictionary(one => one.School, StringComparer.Ordinal);
        var heads = view.Structure.Posts.Where(post => post.IsHead).SelectMany(post => post.Schools.Select(school => (school, post))).ToLookup(pair => pair.school, pair => pair.post, StringComparer.Ordinal);
        return new(
            [.. view.Structure.Schools.Select(school => new TrustSchool(school, [.. heads[school.Code].SelectMany(post => view.HoldersOf(post.Code)).Select(person => person.Name).Distinct(StringComparer.Ordinal)], measures[school.Code], found[school.Code].Count()))],
            [.. view.Structure.Posts.Where(post => post.Schools.Count != 1).OrderBy(post => post.Tier).Select(post => Share(view, post))],
            [.. view.Catalogue.Groups.Select(group => Keep(view, group)).Where(kept => kept.Central + kept.Local > 0)],
            found[""].Count());
    }

    private static SharedPost Share(StructureView view, Post post)
    {
        var holders = view.HoldersOf(post.Code).ToList();
        return new(
            post, [.. holders.Select(person => person.Name)], [.. post.Schools.Select(view.NameOfSchool)],
            [.. holders.SelectMany(person => view.MeetingsOf(person.Code)).Select(meeting => meeting.School).OfType<string>().Distinct(StringComparer.Ordinal).Select(view.NameOfSchool)]);
    }

    private static KeptDuties Keep(StructureView view, DutyGroup group)
    {
        var answered = view.Assignments.Where(one => one.Part == Part.Accountable && view.Catalogue.Find(one.Duty)?.Group == group.Code).ToList();
        var central = answered.Where(one => one.School is null).Select(one => one.Duty).ToHashSet(StringComparer.Ordinal);
        var local = answered.Where(one => one.School is not null).Select(one => one.Duty).ToHashSet(StringComparer.Ordinal);
        return new(group, central.Count, local.Count, [.. central.Intersect(local).Select(code => view.Catalogue[code].Title).Order(StringComparer.Ordinal)]);
    }
}
