namespace Underpin.Credentials;

/// <summary>The body that awards a credential (Open Badges 3.0 <c>Profile</c>).</summary>
public sealed record Issuer
{
    /// <summary>The body's identifier, an absolute URI; normally a <c>did:web</c> (<see cref="DidWeb"/>).</summary>
    public required string Id { get; init; }

    /// <summary>The body's name. Null only in credentials of others that do not give one.</summary>
    public string? Name { get; init; }

    /// <summary>The body's web address, an absolute URI. Null when not given.</summary>
    public string? Url { get; init; }
}
