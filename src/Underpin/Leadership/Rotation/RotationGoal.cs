using Underpin.Leadership.Rotation.Solving;

namespace Underpin.Leadership.Rotation;

/// <summary>One level of what makes a plan good, as a cost to be made small.</summary>
/// <param name="Name">What is counted, in words.</param>
/// <param name="Level">Its place in <see cref="RotationObjective"/>.</param>
/// <param name="Least">A cost that no plan beats, known without a search.</param>
/// <param name="MakeAtMost">A literal under which the cost is at most a limit.</param>
internal sealed record RotationGoal(string Name, int Level, long Least, Func<long, Literal> MakeAtMost)
{
    readonly Dictionary<long, Literal> _atMost = [];

    /// <summary>For a goal of which more is better: what the cost is taken off.</summary>
    public long? From { get; init; }

    /// <summary>Parts that add up to the cost, each with a cost of its own that can be bounded alone.</summary>
    public IReadOnlyList<RotationGoal> Parts { get; init; } = [];

    public Literal AtMost(long limit)
    {
        if (!_atMost.TryGetValue(limit, out var literal)) _atMost[limit] = literal = MakeAtMost(limit);
        return literal;
    }

    public long CostOf(RotationObjective objective) => From is { } from ? from - objective[Level] : objective[Level];

    public long ValueOf(long cost) => From is { } from ? from - cost : cost;
}
