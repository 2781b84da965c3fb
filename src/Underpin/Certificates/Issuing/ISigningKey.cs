using Underpin.Credentials;

namespace Underpin.Certificates.Issuing;

/// <summary>
/// The key that certificates are signed with. An edge: a file by default; an installation that keeps its key elsewhere brings its own.
/// </summary>
internal interface ISigningKey
{
    IssuerKey Active { get; }

    /// <summary>The active key's public half first, then those used before: what they signed must go on verifying.</summary>
    VerificationKeySet Published { get; }
}
