using Underpin.Credentials;

namespace Underpin.Certificates.Checking;

internal enum AnswerKind
{
    Valid,
    Revoked,
    Expired,
    NotYetValid,
    /// <summary>Something in it is not as it was signed.</summary>
    Changed,
    UnknownIssuer,
    /// <summary>Signed by a key of ours, and not in our register.</summary>
    NotInRegister,
    /// <summary>Signed in a way that is not accepted, or contradicting itself.</summary>
    NotAcceptable,
    NotFound,
    /// <summary>No number can read like this: something was mistyped.</summary>
    Mistyped,
    Unreadable,
    TooLarge,
}

/// <summary>One thing that was looked at, in a head teacher's words.</summary>
internal sealed record CheckLine(string Name, CheckOutcome Outcome, string Sentence);

/// <summary>The answer to "is it real?".</summary>
/// <param name="Why">One or two sentences after the yes or no.</param>
/// <param name="Advice">What to do about a no; null after a yes.</param>
/// <param name="Certificate">What the register says; null when it has no such certificate, or nothing proved that this is it.</param>
internal sealed record VerificationAnswer(AnswerKind Kind, string Why, string? Advice, CertificateFacts? Certificate, IReadOnlyList<CheckLine> Checks)
{
    public bool IsYes => Kind == AnswerKind.Valid;

    /// <summary>Neither yes nor no can be said of what was given.</summary>
    public bool IsUnsure => Kind is AnswerKind.NotFound or AnswerKind.Mistyped or AnswerKind.Unreadable or AnswerKind.TooLarge or AnswerKind.NotInRegister;

    public string Headline => Kind switch
    {
        AnswerKind.Valid => "Yes, this certificate is real and in force",
        AnswerKind.Revoked => "No, this certificate has been revoked",
        AnswerKind.Expired => "No, this certificate has expired",
        AnswerKind.NotYetValid => "No, this certificate is not in force yet",
        AnswerKind.Changed => "No, this certificate has been changed",
        AnswerKind.UnknownIssuer => "No, we did not award this",
        AnswerKind.NotAcceptable => "No, this is not made as a real certificate is",
        AnswerKind.NotInRegister => "No, this certificate is not in our register",
        AnswerKind.NotFound => "No, we have no certificate with this number",
        AnswerKind.Mistyped => "No, this is not a certificate number",
        AnswerKind.TooLarge => "No, this is too large to be a certificate",
        _ => "No, we cannot read this as a certificate",
    };
}

/// <summary>What a certificate says to anyone who checks it.</summary>
internal sealed record CertificateFacts
{
    public required string Number { get; init; }
    public required string HolderName { get; init; }
    public required string QualificationTitle { get; init; }
    public required string QualificationCode { get; init; }
    public required string QualificationType { get; init; }
    public required int Level { get; init; }
    public required int Credit { get; init; }
    public required string AwardingBodyName { get; init; }
    public required string CentreName { get; init; }
    public required DateOnly AwardedOn { get; init; }
    public required DateOnly? ValidUntil { get; init; }
    public required DateOnly? RevokedOn { get; init; }
    public required IReadOnlyList<CertificateUnit> Units { get; init; }
}
