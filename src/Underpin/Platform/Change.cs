namespace Underpin.Platform;

/// <summary>Who does something, when and why. Every service method takes one.</summary>
internal sealed record Change
{
    /// <summary>The account that acts; null when the system or someone without an account (a witness) does.</summary>
    public required Guid? ActorId { get; init; }
    /// <summary>For letters, and for the record when nobody's account acts.</summary>
    public required string ActorName { get; init; }
    public required DateTimeOffset At { get; init; }
    public string? Reason { get; init; }
    /// <summary>The account on whose behalf the actor acts, when not their own.</summary>
    public Guid? OnBehalfOf { get; init; }

    public static Change BySystem(TimeProvider clock) => new() { ActorId = null, ActorName = "Underpin", At = clock.Now() };
}
