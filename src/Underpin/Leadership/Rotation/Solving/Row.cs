namespace Underpin.Leadership.Rotation.Solving;

/// <summary>A linear inequality over literals: the sum of coefficients of those that hold reaches the degree.</summary>
/// <remarks>Coefficients are positive, at most the degree, and fall. A clause is a row whose degree is one.</remarks>
internal sealed class Row(Literal[] literals, int[] coefficients, long degree, bool learned)
{
    public readonly Literal[] Literals = literals;
    public readonly int[] Coefficients = coefficients;
    public readonly long Degree = degree;
    public readonly bool Learned = learned;

    /// <summary>The first coefficient, beside the slack that it is held against; nought for an empty row.</summary>
    public readonly int Largest = coefficients.Length > 0 ? coefficients[0] : 0;

    /// <summary>What all literals not yet refuted would reach beyond the degree. Kept for rows that are counted, not for clauses.</summary>
    public long Slack;

    /// <summary>How many levels of decisions the row joined when it was learned: the fewer, the longer it stays useful.</summary>
    public int Spread;

    public bool Dropped;

    public bool IsClause => Degree == 1;
}
