namespace Underpin.Credentials.Tokens;

/// <summary>A trusted issuer with its sentence made once rather than for every token.</summary>
internal sealed class KnownIssuer(TrustedIssuer trusted)
{
    private readonly Check _passed = new(CheckName.Issuer, CheckOutcome.Passed, $"It was issued by {trusted.Name ?? trusted.Id ?? "the owner of the key that was given"}.");

    public TrustedIssuer Trusted => trusted;

    /// <summary>
    /// Notes whether the issuer that a credential names is one whose key signed it. A body that moved to a new address may have
    /// two identifiers for one key, so every issuer with the key is asked.
    /// </summary>
    public static void Compare(KnownIssuer[] issuers, VerificationKey key, string issuerId, Checklist checks)
    {
        foreach (var issuer in issuers)
        {
            if ((issuer.Trusted.Id is null || issuer.Trusted.Id == issuerId) && issuer.Trusted.Keys.Contains(key))
            {
                checks.Note(issuer._passed);
                return;
            }
        }

        checks.Fail(CheckName.Issuer, Verdict.UnknownIssuer, "It names another issuer than the one whose key signed it.");
    }
}
