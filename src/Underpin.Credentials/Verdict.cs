namespace Underpin.Credentials;

/// <summary>What a verification comes to.</summary>
public enum Verdict
{
    /// <summary>The text is no credential: cut short, mixed up, or something else altogether. The default.</summary>
    Unreadable,

    /// <summary>Genuine, unchanged, within its dates, and not known to be withdrawn (see the <see cref="CheckName.Status"/> check for whether that was looked at).</summary>
    Valid,

    /// <summary>The text is longer than <see cref="CredentialVerifier.MaximumTokenLength"/> and was not read.</summary>
    TooLarge,

    /// <summary>The signature does not match: something was changed, or someone else signed.</summary>
    Changed,

    /// <summary>It was not signed with a key of a trusted issuer, or names another issuer than the one whose key signed it.</summary>
    UnknownIssuer,

    /// <summary>It is signed in a way that is not accepted, or its parts contradict each other or are missing.</summary>
    NotAcceptable,

    /// <summary>Genuine, but withdrawn for good.</summary>
    Revoked,

    /// <summary>Genuine, but withdrawn for the time being.</summary>
    Suspended,

    /// <summary>Genuine, but its last day has passed.</summary>
    Expired,

    /// <summary>Genuine, but its first day has not come.</summary>
    NotYetValid,
}
