namespace Underpin.Credentials;

/// <summary>An issuer whose credentials are accepted, and the keys it signs with.</summary>
public sealed record TrustedIssuer
{
    /// <summary>
    /// The issuer's identifier, compared letter for letter with the one in the credential. Null when only the keys are known,
    /// for example from a file: then whatever issuer the signed credential names is taken at its word.
    /// </summary>
    public string? Id { get; init; }

    /// <summary>The issuer's name for sentences. Null: "the issuer".</summary>
    public string? Name { get; init; }

    /// <summary>The keys, those in use and those used before.</summary>
    public required VerificationKeySet Keys { get; init; }
}
