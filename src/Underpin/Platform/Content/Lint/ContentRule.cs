namespace Underpin.Platform.Content.Lint;

/// <summary>A rule that content is held to, as it is explained to whoever writes content.</summary>
/// <param name="Code">A letter for its family and a number; never given to another rule.</param>
/// <param name="Name">What is found, in a few words.</param>
internal sealed record ContentRule(string Code, string Name)
{
    /// <summary>What the rule finds, with its bounds.</summary>
    public required string Wrong { get; init; }

    /// <summary>Why a reader is worse off for it.</summary>
    public required string Why { get; init; }

    public required string Mend { get; init; }

    public required string Bad { get; init; }

    public required string Good { get; init; }
}
