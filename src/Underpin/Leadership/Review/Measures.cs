using Underpin.Leadership.Catalogue;
using Underpin.Leadership.Structure;

namespace Underpin.Leadership.Review;

/// <summary>What can be counted of one school's leadership on the day. Numbers to look at side by side; none of them is a score.</summary>
internal sealed record Measures
{
    public required string School { get; init; }

    /// <summary>People of the tier.</summary>
    public required int Core { get; init; }
    public required int Wider { get; init; }
    public required int Middle { get; init; }

    /// <summary>Members of the largest of the school's meetings that decides; 0 where none is on record.</summary>
    public required int LargestDecidingMeeting { get; init; }

    /// <summary>Annual pounds of the senior posts, on-costs included, shared posts in equal parts.</summary>
    public required decimal SeniorCost { get; init; }

    /// <summary>Senior posts with no pay on record, which the cost leaves out.</summary>
    public required int PostsWithoutPay { get; init; }

    public required int Duties { get; init; }

    /// <summary>Duties with exactly one accountable.</summary>
    public required int Clear { get; init; }
    public required int Gaps { get; init; }
    public required int Doubles { get; init; }

    /// <summary>Groups of two leaders or more that share nothing with each other.</summary>
    public required int Groups { get; init; }
    public required int Joiners { get; init; }
    public required int Alone { get; init; }

    /// <summary>Colleagues with whom a leader overlaps, on average.</summary>
    public required double MeanOverlap { get; init; }

    /// <summary>Duties of a weight that needs a second person.</summary>
    public required int HeavyDuties { get; init; }

    /// <summary>Those of them that enough people could keep going.</summary>
    public required int Kept { get; init; }

    /// <summary>The greatest weight that one person carries.</summary>
    public required decimal GreatestLoad { get; init; }

    /// <summary>Changes of whoever is accountable, in the years that the review looks ahead.</summary>
    public required int Handovers { get; init; }

    /// <summary>Different duties that a person answers for on average over those years, of people who answer for any.</summary>
    public required double Breadth { get; init; }

    /// <summary>Specialist duties that stay with one person over those years.</summary>
    public required int SpecialistsKept { get; init; }

    public required int Layers { get; init; }
    public required int WidestSpan { get; init; }
    public required ItVoice It { get; init; }

    public static Measures Of(ReviewCase one, SchoolOverlap overlap, DutyTimeline timeline)
    {
        var cost = ShapeChecks.SeniorCost(one);
        var (heavy, least) = (one.Duties.Where(held => held.Duty.Weight >= one.Thresholds[ThresholdCodes.CoverWeight]).ToList(), one.Thresholds[ThresholdCodes.KnowersLeast]);
        var top = one.Posts.Where(post => post.IsHead).Select(one.Management.Layer).DefaultIfEmpty(1).Min();
        var growth = Growth.Of(one, timeline);
        return new()
        {
            School = one.School.Code,
            Core = one.InTier(Tier.Core).Count(),
            Wider = one.InTier(Tier.Wider).Count(),
            Middle = one.InTier(Tier.Middle).Count(),
            LargestDecidingMeeting = one.Meetings.Where(meeting => meeting.Decides && meeting.School == one.School.Code).Select(meeting => one.View.Members(meeting).Count()).DefaultIfEmpty().Max(),
            SeniorCost = cost.Pounds,
            PostsWithoutPay = cost.Unknown,
            Duties = one.Duties.Count,
            Clear = one.Duties.Count(held => held.Seats.Count == 1),
            Gaps = one.Duties.Count(held => held.Seats.Count == 0),
            Doubles = one.Duties.Count(held => held.Seats.Count > 1),
            Groups = overlap.Groups.Count,
            Joiners = overlap.Graph.Joiners.Count(joiner => joiner.Pieces[1] > 1),
            Alone = overlap.Alone.Count,
            MeanOverlap = overlap.MeanOverlap,
            HeavyDuties = heavy.Count,
            Kept = heavy.Count(held => ResilienceChecks.Keepers(one, held).Count >= least),
            GreatestLoad = ResilienceChecks.Loads(one).Values.DefaultIfEmpty().Max(),
            Handovers = growth.Handovers,
            Breadth = growth.Breadth,
            SpecialistsKept = growth.SpecialistsKept,
            Layers = one.Posts.Count == 0 ? 0 : one.Posts.Max(one.Management.Layer) - top + 1,
            WidestSpan = one.Posts.Select(one.Management.Span).DefaultIfEmpty().Max(),
            It = AuthorityChecks.Voice(one),
        };
    }
}

/// <summary>How duties move over the years that the review looks ahead.</summary>
internal sealed record Growth(int Handovers, double Breadth, int SpecialistsKept)
{
    public static Growth Of(ReviewCase one, DutyTimeline timeline)
    {
        var last = one.View.Day.AddYears((int)one.Thresholds[ThresholdCodes.YearsAhead]);
        var (handovers, kept, answered) = (0, 0, new Dictionary<string, HashSet<string>>(StringComparer.Ordinal));
        foreach (var held in one.Duties)
        {
            var holders = timeline.Holders(held.Duty.Code, one.School.Code, one.View.Day, last);
            handovers += holders.Zip(holders.Skip(1)).Count(pair => pair.First.Count == 1 && pair.Second.Count == 1);
            if (held.Duty.IsSpecialist && holders is [{ Count: 1 }])
                kept++;
            foreach (var seat in holders.SelectMany(seats => seats))
            {
                if (!answered.TryGetValue(seat, out var duties))
                    answered[seat] = duties = new(StringComparer.Ordinal);
                duties.Add(held.Duty.Code);
            }
        }
        return new(handovers, answered.Count == 0 ? 0 : answered.Values.Average(duties => duties.Count), kept);
    }
}
