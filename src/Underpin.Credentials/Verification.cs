namespace Underpin.Credentials;

/// <summary>How the verification of a token came out.</summary>
public abstract class Verification
{
    private protected Verification(Verdict verdict, IReadOnlyList<Check> checks)
    {
        Verdict = verdict;
        Checks = checks;
    }

    /// <summary>What it comes to.</summary>
    public Verdict Verdict { get; }

    /// <summary>Whether the verdict is <see cref="Verdict.Valid"/>.</summary>
    public bool IsValid => Verdict == Verdict.Valid;

    /// <summary>One check for each <see cref="CheckName"/>, in that order. Those after a check that made them pointless are not checked.</summary>
    public IReadOnlyList<Check> Checks { get; }

    /// <summary>One check by name.</summary>
    /// <param name="name">The name.</param>
    public Check this[CheckName name] => Checks[(int)name];

    /// <summary>The verdict in a plain sentence or two.</summary>
    public abstract string Summary { get; }
}

/// <summary>How the verification of a credential came out.</summary>
public sealed class CredentialVerification : Verification
{
    internal CredentialVerification(Verdict verdict, IReadOnlyList<Check> checks, AchievementCredential? credential)
        : base(verdict, checks) => Credential = credential;

    /// <summary>
    /// What the credential says. Null unless every check up to and including <see cref="CheckName.Claims"/> passed, so that nothing
    /// unproved can be shown by mistake; an expired or withdrawn one is there.
    /// </summary>
    public AchievementCredential? Credential { get; }

    /// <inheritdoc/>
    public override string Summary => Verdict switch
    {
        Verdict.Valid when this[CheckName.Status].Outcome == CheckOutcome.Passed =>
            "This certificate is genuine, nothing in it has been changed, and it has not been withdrawn.",
        Verdict.Valid =>
            "This certificate is genuine and nothing in it has been changed. Whether it has been withdrawn since was not checked.",
        Verdict.TooLarge => "This is far too long to be a certificate, so it was not read.",
        Verdict.Changed => "This certificate is not as it was issued: something in it has been changed. Do not rely on it.",
        Verdict.UnknownIssuer => "This was not issued by anyone this check knows. Ask the issuer named on it.",
        Verdict.NotAcceptable => "This is not made the way a genuine certificate is. Do not rely on it.",
        Verdict.Revoked => "This certificate was genuine, but its issuer has withdrawn it.",
        Verdict.Suspended => "This certificate is genuine, but its issuer has suspended it for the time being.",
        Verdict.Expired => "This certificate is genuine, but it has expired.",
        Verdict.NotYetValid => "This certificate is genuine, but it is not valid yet.",
        _ => "This is not a certificate, or a part of it is missing. Ask for the whole file.",
    };
}

/// <summary>How the verification of a published status list came out.</summary>
public sealed class StatusListVerification : Verification
{
    internal StatusListVerification(Verdict verdict, IReadOnlyList<Check> checks, StatusListCredential? list)
        : base(verdict, checks) => StatusList = list;

    /// <summary>The list. Null unless the verdict is <see cref="Verdict.Valid"/>.</summary>
    public StatusListCredential? StatusList { get; }

    /// <inheritdoc/>
    public override string Summary => Verdict switch
    {
        Verdict.Valid => "This list of withdrawn certificates is genuine and up to date.",
        Verdict.TooLarge => "This list of withdrawn certificates is too long, so it was not read.",
        Verdict.Changed => "This list of withdrawn certificates has been changed since it was published.",
        Verdict.UnknownIssuer => "This list of withdrawn certificates was not published by the issuer.",
        Verdict.Expired => "This list of withdrawn certificates is out of date. Fetch it again.",
        Verdict.NotYetValid => "This list of withdrawn certificates is dated in the future.",
        Verdict.Unreadable => "This is not a list of withdrawn certificates, or a part of it is missing.",
        _ => "This list of withdrawn certificates is not made the way it should be.",
    };
}
