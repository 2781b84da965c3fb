using Underpin.Leadership.Rotation.Solving;

namespace Underpin.Leadership.Rotation;

/// <summary>
/// Plans who holds which duty in which year: the best plan with the proof that it is, or the conditions that make one impossible.
/// </summary>
/// <remarks>
/// Pure: no clock, no randomness but the seed, whole numbers only. The problem is NP-hard and the search exponential at worst; the work is bounded by
/// <see cref="RotationOptions.Steps"/>. README.md in this folder says what is counted and how it is proved.
/// </remarks>
internal static class RotationPlanner
{
    /// <exception cref="ArgumentException">The problem is not valid: <see cref="RotationValidation"/> says why.</exception>
    public static RotationResult Plan(RotationProblem problem, RotationOptions? options = null, CancellationToken cancel = default)
    {
        if (RotationValidation.Check(problem) is [var first, ..]) throw new ArgumentException(first.Message, nameof(problem));
        options ??= new();
        var search = new RotationSearch(problem, options, cancel);
        return search.Run() ?? RotationConflict.Find(problem, options, search.Effort, cancel);
    }
}
