using System.Globalization;
using Underpin.Leadership.Structure;

namespace Underpin.Leadership.Review;

/// <summary>What scenarios are compared by.</summary>
internal enum Aspect
{
    Cost,
    Size,
    Clarity,
    Overlap,
    Resilience,
    Development,
    ItVoice,
}

/// <summary>One line of a comparison: a figure of every scenario.</summary>
/// <param name="Cells">What to show, scenario by scenario.</param>
/// <param name="Figures">The same as numbers, where they are numbers.</param>
internal sealed record ComparedFigure(Aspect Aspect, string Title, IReadOnlyList<string> Cells, IReadOnlyList<decimal?> Figures)
{
    public bool ShowsPay => Aspect == Aspect.Cost;
}

/// <summary>What a scenario gains and gives up against the first one, in words.</summary>
internal sealed record ScenarioWords(string Title, IReadOnlyList<string> Gains, IReadOnlyList<string> GivesUp);

/// <summary>
/// Scenarios of the same school or trust side by side. There is no total: what a school gains in one aspect it gives up in another, and which
/// counts for more is its own decision.
/// </summary>
internal sealed record Comparison(IReadOnlyList<string> Titles, IReadOnlyList<ComparedFigure> Figures, IReadOnlyList<ScenarioWords> Words)
{
    /// <summary>Compares reviews; the first is what the others are held against.</summary>
    /// <param name="reviews">Two or more, each of at least one school.</param>
    /// <exception cref="ArgumentException">There are fewer than two.</exception>
    public static Comparison Of(IReadOnlyList<ReviewResult> reviews)
    {
        if (reviews.Count < 2)
            throw new ArgumentException("Two scenarios or more can be compared.", nameof(reviews));
        Total[] totals = [.. reviews.Select(Total.Of)];
        return new(
            [.. reviews.Select(review => review.Title)],
            [.. Rows.Select(row => new ComparedFigure(row.Aspect, row.Title, [.. totals.Select(row.Cell)], [.. totals.Select(row.Figure)]))],
            [.. reviews.Select((review, i) => i == 0 ? new ScenarioWords(review.Title, [], []) : new(review.Title, [.. ComparisonWords.Gains(totals[0], totals[i])], [.. ComparisonWords.GivesUp(totals[0], totals[i])]))]);
    }

    private sealed record Row(Aspect Aspect, string Title, Func<Total, string> Cell, Func<Total, decimal?> Figure);

    private static readonly IReadOnlyList<Row> Rows =
    [
        new(Aspect.Cost, "Senior team, a year with on-costs", t => t.CostWords, t => t.Unpaid == 0 ? t.Cost : null),
        new(Aspect.Size, "Core, wider, middle", t => $"{t.Core}, {t.Wider}, {t.Middle}", _ => null),
        new(Aspect.Size, "Largest meeting that decides", t => Number(t.Largest), t => t.Largest),
        new(Aspect.Size, "Layers and widest span", t => $"{t.Layers} and {t.Span}", _ => null),
        new(Aspect.Clarity, "Duties with exactly one accountable", t => $"{t.Clear} of {t.Duties}", t => t.Clear),
        new(Aspect.Clarity, "Duties with nobody", t => Number(t.Gaps), t => t.Gaps),
        new(Aspect.Clarity, "Duties with more than one", t => Number(t.Doubles), t => t.Doubles),
        new(Aspect.Overlap, "Colleagues with whom a leader overlaps", t => t.Overlap.ToString("0.0", CultureInfo.InvariantCulture), t => (decimal)t.Overlap),
        new(Aspect.Overlap, "Groups that share nothing; leaders alone", t => $"{t.Groups}; {t.Alone}", _ => null),
        new(Aspect.Overlap, "People who alone join others", t => Number(t.Joiners), t => t.Joiners),
        new(Aspect.Resilience, "Weighty duties that two could keep going", t => $"{t.Kept} of {t.Heavy}", t => t.Kept),
        new(Aspect.Resilience, "Greatest weight that one person carries", t => t.Load.ToString("0.#", CultureInfo.InvariantCulture), t => t.Load),
        new(Aspect.Development, "Handovers planned", t => Number(t.Handovers), t => t.Handovers),
        new(Aspect.Development, "Different duties for each who answers for any", t => t.Breadth.ToString("0.0", CultureInfo.InvariantCulture), t => (decimal)t.Breadth),
        new(Aspect.Development, "Specialist duties that stay where they are", t => Number(t.Specialists), t => t.Specialists),
        new(Aspect.ItVoice, "From the IT lead to the decision", t => t.ItWords, _ => null),
    ];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>The measures of all schools of one scenario together: counts added up, extremes kept, averages weighed equally.</summary>
internal sealed record Total
{
    public required decimal Cost { get; init; }
    public required int Unpaid { get; init; }

    public string CostWords => this switch
    {
        { Unpaid: 0 } => LeadershipWords.Pounds(Cost),
        { Cost: 0 } => "Pay is not on record",
        _ => $"{LeadershipWords.Pounds(Cost)}, without {Words.Count(Unpaid, "post whose pay is", "posts whose pay is")} not on record",
    };

    public required int Core { get; init; }
    public required int Wider { get; init; }
    public required int Middle { get; init; }
    public required int Largest { get; init; }
    public required int Layers { get; init; }
    public required int Span { get; init; }
    public required int Duties { get; init; }
    public required int Clear { get; init; }
    public required int Gaps { get; init; }
    public required int Doubles { get; init; }
    public required double Overlap { get; init; }
    public required int Groups { get; init; }
    public required int Alone { get; init; }
    public required int Joiners { get; init; }
    public required int Heavy { get; init; }
    public required int Kept { get; init; }
    public required decimal Load { get; init; }
    public required int Handovers { get; init; }
    public required double Breadth { get; init; }
    public required int Specialists { get; init; }

    /// <summary>Schools whose IT lead sits where IT is decided, and schools.</summary>
    public required (int Sits, int All) It { get; init; }

    /// <summary>The most people between an IT lead and the decision; null where some way does not lead there.</summary>
    public required int? ItBetween { get; init; }

    public required string ItWords { get; init; }

    public static Total Of(ReviewResult review)
    {
        var all = review.Measures;
        return new()
        {
            Cost = all.Sum(one => one.SeniorCost),
            Unpaid = all.Sum(one => one.PostsWithoutPay),
            Core = all.Sum(one => one.Core),
            Wider = all.Sum(one => one.Wider),
            Middle = all.Sum(one => one.Middle),
            Largest = all.Max(one => one.LargestDecidingMeeting),
            Layers = all.Max(one => one.Layers),
            Span = all.Max(one => one.WidestSpan),
            Duties = all.Sum(one => one.Duties),
            Clear = all.Sum(one => one.Clear),
            Gaps = all.Sum(one => one.Gaps),
            Doubles = all.Sum(one => one.Doubles),
            Overlap = all.Average(one => one.MeanOverlap),
            Groups = all.Sum(one => one.Groups),
            Alone = all.Sum(one => one.Alone),
            Joiners = all.Sum(one => one.Joiners),
            Heavy = all.Sum(one => one.HeavyDuties),
            Kept = all.Sum(one => one.Kept),
            Load = all.Max(one => one.GreatestLoad),
            Handovers = all.Sum(one => one.Handovers),
            Breadth = all.Average(one => one.Breadth),
            Specialists = all.Sum(one => one.SpecialistsKept),
            It = (all.Count(one => one.It.Sits), all.Count),
            ItBetween = all.Any(one => one.It.Between is null) ? null : all.Max(one => one.It.Between),
            ItWords = all.Count == 1 ? Voice(all[0].It) : $"The IT lead sits where IT is decided in {all.Count(one => one.It.Sits)} of {all.Count} schools",
        };
    }

    private static string Voice(ItVoice voice) => voice switch
    {
        { Leads.Count: 0 } => "Nobody leads IT",
        { Sits: true } => "Sits where it is decided",
        { Between: { } between, Side: { } side } => $"{Words.Counted(between, "person", "people")} between, through the {AuthorityChecks.SideWords(side)}",
        _ => "No way leads there",
    };
}
