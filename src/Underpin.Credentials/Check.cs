namespace Underpin.Credentials;

/// <summary>One thing that was looked at, and how it came out.</summary>
/// <param name="Name">What was looked at.</param>
/// <param name="Outcome">How it came out.</param>
/// <param name="Sentence">The same for a reader who knows nothing of signatures: one or two plain sentences.</param>
public sealed record Check(CheckName Name, CheckOutcome Outcome, string Sentence);

/// <summary>The things a verification looks at, in the order in which it does.</summary>
public enum CheckName
{
    /// <summary>It is a token: not too long, three parts, clean base64url, JSON in the header.</summary>
    Form,

    /// <summary>The header asks for ES256 and holds nothing that it should not.</summary>
    Header,

    /// <summary>The key belongs to a trusted issuer, and the credential names that issuer.</summary>
    Issuer,

    /// <summary>The signature matches what is signed.</summary>
    Signature,

    /// <summary>What an Open Badges 3.0 credential must have is there.</summary>
    Shape,

    /// <summary>The token's claims say the same as the credential.</summary>
    Claims,

    /// <summary>Today lies between its first and last moment.</summary>
    Dates,

    /// <summary>It has not been withdrawn.</summary>
    Status,
}

/// <summary>How a check came out.</summary>
public enum CheckOutcome
{
    /// <summary>Not looked at. The default.</summary>
    NotChecked,

    /// <summary>In order.</summary>
    Passed,

    /// <summary>Not in order.</summary>
    Failed,
}
