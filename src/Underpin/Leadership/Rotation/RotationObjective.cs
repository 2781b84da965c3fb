namespace Underpin.Leadership.Rotation;

/// <summary>What a plan is worth: five whole numbers, of which an earlier one outweighs all later ones. Less is better but for breadth.</summary>
/// <param name="UnreadyWeight">Weight of the handovers to somebody who needs a term's shadowing first.</param>
/// <param name="LeastBreadth">How many duties new to them the person gains who gains least.</param>
/// <param name="Unevenness">The heaviest load less the lightest, added up over the years.</param>
/// <param name="ChangesBeyond">Handovers beyond those that were asked.</param>
/// <param name="PartedYears">Years in which duties best kept together are not, counted for each pair.</param>
internal sealed record RotationObjective(long UnreadyWeight, int LeastBreadth, long Unevenness, int ChangesBeyond, int PartedYears) : IComparable<RotationObjective>
{
    /// <summary>Below zero when this is better.</summary>
    public int CompareTo(RotationObjective? other) => other is null
        ? -1
        : (UnreadyWeight, -LeastBreadth, Unevenness, ChangesBeyond, PartedYears)
            .CompareTo((other.UnreadyWeight, -other.LeastBreadth, other.Unevenness, other.ChangesBeyond, other.PartedYears));

    /// <summary>The value at one of the <see cref="RotationLevel"/>s, from 0.</summary>
    public long this[int level] => level switch
    {
        0 => UnreadyWeight,
        1 => LeastBreadth,
        2 => Unevenness,
        3 => ChangesBeyond,
        4 => PartedYears,
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, "There are five levels, from 0."),
    };
}

/// <summary>How far the plan is proved best at one level, among the plans that are as good at the levels before.</summary>
/// <param name="Name">What is counted, in words.</param>
/// <param name="Value">What the plan reaches.</param>
/// <param name="Bound">What no such plan can beat: proved.</param>
/// <param name="Refuted">How many searches for something better ended in a proof that there is nothing.</param>
internal sealed record RotationLevel(string Name, long Value, long Bound, int Refuted)
{
    public long Gap => Math.Abs(Value - Bound);

    public bool IsProved => Gap == 0;
}
