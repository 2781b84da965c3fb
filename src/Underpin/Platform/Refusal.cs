namespace Underpin.Platform;

/// <summary>
/// A named reason why an act is refused, in words the person can act on. All refusals of a room stand in one file.
/// </summary>
internal abstract record Refusal(string Message);

/// <summary>The outcome of an act: what it made, or why it was refused.</summary>
internal readonly record struct Outcome<T>
{
    readonly T? _value;

    Outcome(T? value, Refusal? refusal)
    {
        _value = value;
        Refusal = refusal;
    }

    public Refusal? Refusal { get; }
    public bool IsRefused => Refusal is not null;

    /// <exception cref="InvalidOperationException">The act was refused.</exception>
    public T Value => Refusal is null ? _value! : throw new InvalidOperationException($"Refused: {Refusal.Message}");

    public static implicit operator Outcome<T>(T value) => new(value, null);
    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);
}
