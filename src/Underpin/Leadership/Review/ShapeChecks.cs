using System.Globalization;
using Underpin.Leadership.Catalogue;
using Underpin.Leadership.Structure;

namespace Underpin.Leadership.Review;

/// <summary>Size and shape: too large to decide, top-heavy, share of staff and cost, spans, layers, posts that answer to nobody.</summary>
internal static class ShapeChecks
{
    public static IEnumerable<Finding> Check(ReviewCase one)
    {
        if (TooLarge(one) is { } tooLarge)
            yield return tooLarge;
        if (TopHeavy(one) is { } topHeavy)
            yield return topHeavy;
        if (Share(one) is { } share)
            yield return share;
        if (Spans(one) is { } spans)
            yield return spans;
        if (Layers(one) is { } layers)
            yield return layers;
        if (NobodyManages(one) is { } nobody)
            yield return nobody;
    }

    /// <summary>What is looked at in the centre of a trust: spans, and posts that answer to nobody.</summary>
    public static IEnumerable<Finding> CheckCentre(ReviewCase centre) => new[] { Spans(centre), NobodyManages(centre) }.OfType<Finding>();

    private static Finding? TooLarge(ReviewCase one)
    {
        var most = one.Thresholds[ThresholdCodes.SeniorTeamMost];
        var deciding = one.Meetings.Where(meeting => meeting.School == one.School.Code && meeting.Decides)
            .Select(meeting => (Meeting: meeting, Members: one.View.Members(meeting).ToList())).ToList();
        var evidence = deciding.Where(pair => pair.Members.Count > most).OrderByDescending(pair => pair.Members.Count).Select(pair => new Evidence(
            $"{pair.Meeting.Name} decides on {Decides(pair.Meeting)} and has {pair.Members.Count} members{Smaller(pair.Meeting, pair.Members.Count)}.",
            [pair.Meeting.Code])).ToList();
        // With no meetings on record the senior team itself is the meeting.
        if (deciding.Count == 0 && one.Seniors.Count > most)
            evidence.Add(new($"The senior team has {one.Seniors.Count} members, and no meeting of fewer is recorded as deciding anything.", [.. one.Seniors.Select(person => person.Code)]));
        return evidence.Count == 0 ? null : one.Found(FindingKinds.TooLargeToDecide, $"{Words.Counted(evidence.Count, "meeting")} of {one.School.Name} {(evidence.Count == 1 ? "is" : "are")} too large to decide.", evidence, ThresholdCodes.SeniorTeamMost);

        string Smaller(Meeting large, int size) => deciding.Where(pair => pair.Meeting != large && pair.Members.Count < size).OrderBy(pair => pair.Members.Count).ToList() is [var smaller, ..]
            ? $"; {smaller.Meeting.Name} decides too, with {smaller.Members.Count}" : "";
    }

    private static string Decides(Meeting meeting) => Words.And([.. new[]
    {
        meeting.BudgetLimit is not null ? "money" : null, meeting.DecidesPolicy ? "policy" : null, meeting.DecidesStaffing ? "staff" : null,
    }.OfType<string>()]);

    private static Finding? TopHeavy(ReviewCase one)
    {
        var (wider, middle) = (one.InTier(Tier.Wider).ToList(), one.InTier(Tier.Middle).Count());
        var (seniors, evidence) = (one.Seniors.Count, new List<Evidence>());
        if (seniors < 3)
            return null;
        if (middle < one.Thresholds[ThresholdCodes.MiddleToSeniorLeast] * seniors)
            evidence.Add(new($"{Words.Counted(middle, "middle leader")} for {Words.Count(seniors, "senior leader")}.", []));
        var heads = one.Posts.Where(post => post.IsHead).Select(post => post.Code).ToHashSet(StringComparer.Ordinal);
        var straight = wider.Where(person => one.View.PostsOf(person.Code).Any(post => post.Tier == Tier.Wider && post.ReportsTo.Any(line => heads.Contains(line.Manager)))).ToList();
        if (wider.Count >= 4 && straight.Count == wider.Count)
            evidence.Add(new($"All {wider.Count} of the wider team report straight to the head: nothing lies between the core and them.", [.. straight.Select(person => person.Code)]));
        return evidence.Count == 0 ? null : one.Found(FindingKinds.TopHeavy, $"{one.School.Name} is top-heavy.", evidence, ThresholdCodes.MiddleToSeniorLeast);
    }

    private static Finding? Share(ReviewCase one)
    {
        var (evidence, thresholds, showsPay) = (new List<Evidence>(), new List<string>(), false);
        if (one.School.Staff is { } staff && 100m * one.Seniors.Count / staff is var share && share > one.Thresholds[ThresholdCodes.SeniorStaffShareMost])
        {
            evidence.Add(new(string.Create(CultureInfo.InvariantCulture, $"{one.Seniors.Count} of {staff} who work there are senior leaders: {share:0.#} per cent."), []));
            thresholds.Add(ThresholdCodes.SeniorStaffShareMost);
        }
        var cost = SeniorCost(one);
        if (one.School.StaffCost is { } all and > 0 && cost.Pounds > 0 && 100 * cost.Pounds / all is var part && part > one.Thresholds[ThresholdCodes.SeniorCostShareMost])
        {
            evidence.Add(new(string.Create(CultureInfo.InvariantCulture, $"They cost {LeadershipWords.Pounds(cost.Pounds)} of {LeadershipWords.Pounds(all)}: {part:0.#} per cent{(cost.Unknown > 0 ? $", and {Words.Count(cost.Unknown, "post has", "posts have")} no pay on record" : "")}."), []));
            thresholds.Add(ThresholdCodes.SeniorCostShareMost);
            showsPay = true;
        }
        return evidence.Count == 0 ? null : one.Found(FindingKinds.LeadershipShare, $"The senior team of {one.School.Name} takes a large share.", evidence, [.. thresholds]) with { ShowsPay = showsPay };
    }

    /// <summary>What the senior posts of a school cost in a year, and how many of them have no pay on record. A shared post counts in equal parts.</summary>
    public static (decimal Pounds, int Unknown) SeniorCost(ReviewCase one)
    {
        var costs = one.Posts.Where(post => post.Tier is Tier.Core or Tier.Wider).Select(post => (Cost: one.View.CostOf(post), Schools: Math.Max(1, post.Schools.Count))).ToList();
        return (costs.Sum(pair => pair.Cost is { } cost ? decimal.Round(cost / pair.Schools, 2, MidpointRounding.AwayFromZero) : 0), costs.Count(pair => pair.Cost is null));
    }

    private static Finding? Spans(ReviewCase one)
    {
        var evidence = one.Posts.Select(post => (Post: post, Span: one.Management.Span(post))).Where(pair => pair.Span > one.Thresholds[ThresholdCodes.SpanMost]).OrderByDescending(pair => pair.Span)
            .Select(pair => new Evidence($"{Holder(one, pair.Post)} manages {pair.Span} posts directly.", [pair.Post.Code])).ToList();
        return evidence.Count == 0 ? null : one.Found(FindingKinds.WideSpan, $"{Words.Counted(evidence.Count, "person has", "people have")} more to manage than one can.", evidence, ThresholdCodes.SpanMost);
    }

    private static Finding? Layers(ReviewCase one)
    {
        // Layers are counted from the school's own top, not from the trust's.
        var top = one.Posts.Where(post => post.IsHead).Select(one.Management.Layer).DefaultIfEmpty(1).Min();
        var most = one.Thresholds[ThresholdCodes.LayersMost];
        var deep = one.Posts.Select(post => (Post: post, Layer: one.Management.Layer(post) - top + 1)).Where(pair => pair.Layer > most).OrderByDescending(pair => pair.Layer).ToList();
        return deep.Count == 0 ? null : one.Found(
            FindingKinds.ManyLayers, $"There are {deep[0].Layer} layers from the head to the furthest post of {one.School.Name}.",
            [.. deep.Take(20).Select(pair => new Evidence($"{Holder(one, pair.Post)} stands in layer {pair.Layer}.", [pair.Post.Code]))], ThresholdCodes.LayersMost);
    }

    private static Finding? NobodyManages(ReviewCase one)
    {
        var posts = one.Posts.Where(post => !post.IsHead && post.ReportsTo.Count == 0).ToList();
        return posts.Count == 0 ? null : one.Found(
            FindingKinds.NobodyManages, $"{Words.Counted(posts.Count, "post")} of {one.School.Name} {(posts.Count == 1 ? "answers" : "answer")} to nobody.",
            [.. posts.Take(20).Select(post => new Evidence($"{Holder(one, post)}.", [post.Code])), .. posts.Count > 20 ? [new Evidence($"And {posts.Count - 20} more.", [])] : Array.Empty<Evidence>()]);
    }

    private static string Holder(ReviewCase one, Post post) =>
        one.View.HoldersOf(post.Code).Select(person => person.Name).ToList() is { Count: > 0 } names ? $"{Words.And(names)} ({post.Title})" : $"{post.Title} (vacant)";
}
