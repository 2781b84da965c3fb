using Underpin.Leadership.Catalogue;

namespace Underpin.Leadership.Review;

/// <summary>Silos and their opposite: parts that do not touch, the one person who joins them, leaders whom nobody overlaps, and one duty done by many.</summary>
internal static class OverlapChecks
{
    public static IEnumerable<Finding> Check(ReviewCase one, SchoolOverlap overlap)
    {
        // Without duties and meetings on record nobody shares anything, which says nothing of the school.
        if (!one.HasDuties && one.View.Structure.Meetings.Count == 0)
            yield break;
        if (overlap.Groups is { Count: > 1 } groups)
            yield return one.Found(
                FindingKinds.Parts, $"The leaders of {one.School.Name} fall into {Words.Count(groups.Count, "group")} that share no duty, no cover and no meeting.",
                [.. groups.Select(group => new Evidence($"{Words.And([.. group.Select(one.Named)], 8)}.", [.. group.Select(person => person.Code)]))], ThresholdCodes.LargeMeeting);
        // A joiner whose pieces are single people only is a manager with a team; one who joins groups is the finding.
        var joiners = overlap.Graph.Joiners.Where(joiner => joiner.Pieces[1] > 1).OrderByDescending(joiner => joiner.Pieces[1]).ToList();
        if (joiners.Count > 0)
            yield return one.Found(
                FindingKinds.OneJoins, $"{Words.Counted(joiners.Count, "person joins", "people join")} what would otherwise fall apart at {one.School.Name}.",
                [.. joiners.Select(joiner => new Evidence(
                    $"Without {one.Named(overlap.People[joiner.Person])} the leaders fall into groups of {Words.And([.. joiner.Pieces.Select(size => size.ToString(System.Globalization.CultureInfo.InvariantCulture))])}.",
                    [overlap.People[joiner.Person].Code]))], ThresholdCodes.LargeMeeting);
        if (overlap.Alone is { Count: > 0 } alone)
            yield return one.Found(
                FindingKinds.Alone, $"Nobody overlaps with {Words.Count(alone.Count, "leader")} of {one.School.Name}.",
                [.. alone.Select(person => new Evidence($"{one.Named(person)} shares no duty, no cover and no small meeting with anybody.", [person.Code]))], ThresholdCodes.LargeMeeting);
        var many = one.Duties.Where(held => held.Responsible.Count > one.Thresholds[ThresholdCodes.DoersMost]).OrderByDescending(held => held.Responsible.Count).ToList();
        if (many.Count > 0)
            yield return one.Found(
                FindingKinds.DoneByMany, $"{Words.Counted(many.Count, "duty is", "duties are")} done by many at {one.School.Name}.",
                [.. many.Select(held => new Evidence($"{held.Duty.Title}: {Words.And([.. held.Responsible.Select(one.Named)])} do it.", [held.Duty.Code]))], ThresholdCodes.DoersMost);
    }
}
