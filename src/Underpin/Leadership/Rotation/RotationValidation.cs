namespace Underpin.Leadership.Rotation;

internal sealed record RotationInvalid(string Message);
internal static class RotationValidation
{
    public static IReadOnlyList<RotationInvalid> Check(RotationProblem problem) => [];
}
