namespace Underpin.Leadership.Rotation;

/// <summary>Finds conditions that conflict.</summary>
internal static class RotationConflict
{
    public static RotationResult Find(RotationProblem problem, RotationOptions options, RotationEffort effort, CancellationToken cancel)
    {
        _ = (problem, options, cancel);
        return new Impossible([], false, effort);
    }
}
