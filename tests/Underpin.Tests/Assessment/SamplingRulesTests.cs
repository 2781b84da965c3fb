using Underpin.Assessment;

namespace Underpin.Tests.Assessment;

public sealed class SamplingRulesTests
{
    static readonly Guid Steady = Enumerable.Range(0, 1000).Select(Numbered).First(SamplingRules.IsInSteadyShare);
    static readonly Guid NotSteady = Enumerable.Range(0, 1000).Select(Numbered).First(id => !SamplingRules.IsInSteadyShare(id));

    static Guid Numbered(int number) => new(number, 7, 7, [1, 2, 3, 4, 5, 6, 7, 8]);

    // A seasoned assessor, a known unit, a first attempt with several pieces: nothing to worry about.
    static readonly SamplingFacts Calm = new()
    {
        SubmissionId = NotSteady,
        Centre = "Estuary",
        DecidedHere = 40,
        DecidedInArea = 12,
        UnitAcceptedHere = true,
        Attempt = 1,
        Round = 1,
        LastReviewReturned = false,
        Pieces = 4,
    };

    public static TheoryData<string, string?> Cases => new()
    {
        { "nothing stands out", null },
        { "the steady share", "One in 4 of all other decisions is looked at, and this is one." },
        { "first here", "First decision of the assessor at Estuary: the first 3 are all looked at." },
        { "third here", "Third decision of the assessor at Estuary: the first 3 are all looked at." },
        { "fourth here", null },
        { "second in the area", "Second decision of the assessor in this area of work: the first 3 are all looked at." },
        { "unit new to the centre", "Estuary has not accepted this unit before." },
        { "second attempt", "Attempt 2: what was referred back and is then accepted is looked at." },
        { "one piece", "Everything rests on a single piece of evidence." },
        { "returned once", "It was returned once: the new decision is looked at too." },
        { "assessor returned last time", "The assessor's last judgement that was looked at was returned." },
    };

    static SamplingFacts Of(string what) => what switch
    {
        "the steady share" => Calm with { SubmissionId = Steady },
        "first here" => Calm with { DecidedHere = 0, DecidedInArea = 0 },
        "third here" => Calm with { DecidedHere = 2, DecidedInArea = 2 },
        "fourth here" => Calm with { DecidedHere = 3, DecidedInArea = 3 },
        "second in the area" => Calm with { DecidedInArea = 1 },
        "unit new to the centre" => Calm with { UnitAcceptedHere = false },
        "second attempt" => Calm with { Attempt = 2 },
        "one piece" => Calm with { Pieces = 1 },
        "returned once" => Calm with { Round = 2 },
        "assessor returned last time" => Calm with { LastReviewReturned = true },
        _ => Calm,
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Each_draw_has_its_reason(string what, string? reason) => Assert.Equal(reason, SamplingRules.Draw(Of(what)));

    [Fact]
    public void The_steady_share_is_about_one_in_four_and_always_the_same_ones()
    {
        var drawn = Enumerable.Range(0, 4000).Select(Numbered).Where(SamplingRules.IsInSteadyShare).ToList();
        Assert.InRange(drawn.Count, 900, 1100);
        Assert.All(drawn, id => Assert.True(SamplingRules.IsInSteadyShare(id)));
    }
}
