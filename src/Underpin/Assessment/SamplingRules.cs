using System.Security.Cryptography;

namespace Underpin.Assessment;

/// <summary>What is known about an accepted submission when it is decided whether a quality assurer looks at it.</summary>
internal sealed record SamplingFacts
{
    public required Guid SubmissionId { get; init; }
    public required string Centre { get; init; }
    /// <summary>Submissions the assessor decided at the centre before this one.</summary>
    public required int DecidedHere { get; init; }
    /// <summary>Those among them in a unit of the same area of work.</summary>
    public required int DecidedInArea { get; init; }
    /// <summary>The centre has accepted this unit before, in any version.</summary>
    public required bool UnitAcceptedHere { get; init; }
    public required int Attempt { get; init; }
    public required int Round { get; init; }
    /// <summary>The last judgement of the assessor that a quality assurer looked at was returned.</summary>
    public required bool LastReviewReturned { get; init; }
    public required int Pieces { get; init; }
}

/// <summary>
/// Which accepted submissions a quality assurer looks at: those with a reason to look, and a steady share of the rest. Every
/// draw has its reason in words, which name nobody, and the same facts always give the same answer.
/// </summary>
internal static class SamplingRules
{
    public const int FirstDecisions = 3;

    /// <summary>One in so many of what no risk draws.</summary>
    public const int SteadyShare = 4;

    /// <summary>The rules for people to read, in the order in which they are asked.</summary>
    public static IReadOnlyList<string> InWords { get; } =
    [
        "The assessor decided again after a judgement was returned.",
        "The assessor's last judgement that was looked at was returned.",
        $"It is among the assessor's first {FirstDecisions} decisions at the centre, or in the unit's area of work.",
        "It is the first time the centre accepts the unit.",
        "The learner submitted again after a referral.",
        "Everything rests on a single piece of evidence.",
        $"Of all others, one in {SteadyShare}, fixed by the submission itself so that nobody can steer it.",
    ];

    /// <summary>Why it is drawn, or null when it is not.</summary>
    public static string? Draw(SamplingFacts facts)
    {
        if (facts.Round > 1) return "It was returned once: the new decision is looked at too.";
        if (facts.LastReviewReturned) return "The assessor's last judgement that was looked at was returned.";
        if (facts.DecidedHere < FirstDecisions) return $"{Ordinal(facts.DecidedHere)} decision of the assessor at {facts.Centre}: the first {FirstDecisions} are all looked at.";
        if (facts.DecidedInArea < FirstDecisions) return $"{Ordinal(facts.DecidedInArea)} decision of the assessor in this area of work: the first {FirstDecisions} are all looked at.";
        if (!facts.UnitAcceptedHere) return $"{facts.Centre} has not accepted this unit before.";
        if (facts.Attempt > 1) return $"Attempt {facts.Attempt}: what was referred back and is then accepted is looked at.";
        if (facts.Pieces == 1) return "Everything rests on a single piece of evidence.";
        return IsInSteadyShare(facts.SubmissionId) ? $"One in {SteadyShare} of all other decisions is looked at, and this is one." : null;
    }

    // A hash, because the key itself begins with the time and would draw in runs.
    public static bool IsInSteadyShare(Guid submission) => SHA256.HashData(submission.ToByteArray(bigEndian: true))[0] % SteadyShare == 0;

    static string Ordinal(int before) => before switch { 0 => "First", 1 => "Second", _ => "Third" };
}
