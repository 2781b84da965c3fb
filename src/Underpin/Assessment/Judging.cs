namespace Underpin.Assessment;

/// <summary>The five questions that an assessor asks of the evidence for a criterion.</summary>
internal static class Judging
{
    public static readonly IReadOnlyList<(string Property, string Label, string Meaning)> Questions =
    [
        ("Valid", "Valid", "it shows what the criterion asks"),
        ("Authentic", "Authentic", "it is the learner's own work"),
        ("Current", "Current", "it is recent enough"),
        ("Sufficient", "Sufficient", "there is enough of it"),
        ("Reliable", "Reliable", "another assessor would decide the same"),
    ];

    /// <summary>What a judgement found wanting, in words.</summary>
    public static IReadOnlyList<string> Lacking(Judgement judgement)
    {
        bool[] held = [judgement.Valid, judgement.Authentic, judgement.Current, judgement.Sufficient, judgement.Reliable];
        return [.. Questions.Where((_, i) => !held[i]).Select(q => q.Meaning)];
    }
}
