using Underpin.Credentials.Tokens;

namespace Underpin.Credentials;

/// <summary>
/// Says whether a signed credential is genuine, unchanged, within its dates and not withdrawn, for credentials of issuers whose
/// keys are known beforehand. Fetches nothing. May be used by many threads at once.
/// </summary>
/// <remarks>
/// <para>A text is first measured, then its header read, then its signature checked; only then is the credential itself read. A
/// key inside a token is never trusted: it only names one of the known keys.</para>
/// <para>Source: Open Badges 3.0, "Verification and Validation"; W3C VC Data Model 2.0; RFC 7515; RFC 7519.</para>
/// </remarks>
public sealed class CredentialVerifier
{
    /// <summary>The longest text that is read, 256 KiB (262,144 characters). A certificate with a hundred units has about 40,000.</summary>
    public const int MaximumTokenLength = 256 * 1024;

    /// <summary>W3C VC-JOSE-COSE names this type for status lists; Open Badges 3.0 allows only JWT for badges.</summary>
    private const string CredentialTokenType = "vc+jwt";

    private static readonly Check ShapePassed = new(CheckName.Shape, CheckOutcome.Passed, "Everything that a certificate must say is there.");
    private static readonly Check StatusPassed = new(CheckName.Status, CheckOutcome.Passed, "It has not been withdrawn.");
    private static readonly Check NoList = new(CheckName.Status, CheckOutcome.NotChecked, "It names no list in which its issuer could withdraw it.");
    private static readonly Check UnknownMethod = new(CheckName.Status, CheckOutcome.NotChecked, "Whether it was withdrawn was not checked: its issuer keeps a kind of list that cannot be read here.");
    private static readonly Check NoLookup = new(CheckName.Status, CheckOutcome.NotChecked, "Whether it was withdrawn was not checked: its issuer's list was not at hand.");
    private static readonly Check NotAList = new(CheckName.Status, CheckOutcome.NotChecked, "A list of withdrawn certificates cannot itself be withdrawn.");

    private readonly KnownIssuer[] _issuers;
    private readonly TimeProvider _time;

    /// <summary>Makes a verifier.</summary>
    /// <param name="issuers">The issuers to trust, at least one.</param>
    /// <param name="time">The clock by which dates are judged. Null: the system's.</param>
    /// <exception cref="ArgumentException">There is no issuer.</exception>
    public CredentialVerifier(IEnumerable<TrustedIssuer> issuers, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(issuers);
        _issuers = [.. issuers.Select(issuer => new KnownIssuer(issuer))];
        if (_issuers.Length == 0)
            throw new ArgumentException("A verifier needs at least one issuer to trust.", nameof(issuers));
        _time = time ?? TimeProvider.System;
    }

    /// <summary>Makes a verifier for one issuer.</summary>
    /// <param name="issuer">The issuer to trust.</param>
    /// <param name="time">The clock by which dates are judged. Null: the system's.</param>
    public CredentialVerifier(TrustedIssuer issuer, TimeProvider? time = null)
        : this([issuer], time)
    {
    }

    /// <summary>Verifies a credential.</summary>
    /// <param name="token">The compact token; white space before and after it is passed over, none is allowed inside. Any text may be given.</param>
    /// <param name="status">Answers whether it was withdrawn. Null: that is not checked, and the result says so.</param>
    /// <returns>The result; no text makes this method throw.</returns>
    public CredentialVerification Verify(ReadOnlySpan<char> token, StatusLookup? status = null)
    {
        var checks = new Checklist();
        AchievementCredential? credential = null;
        using (var opened = OpenedToken.Open(token, _issuers, alternativeType: null, checks))
        {
            if (opened is not null)
                credential = Examine(opened, status, checks);
        }

        return new CredentialVerification(checks.Verdict, checks.ToList(), credential);
    }

    /// <summary>Verifies a published status list.</summary>
    /// <param name="token">The compact token; white space before and after it is passed over. Any text may be given.</param>
    /// <returns>The result; no text makes this method throw.</returns>
    public StatusListVerification VerifyStatusList(ReadOnlySpan<char> token)
    {
        var checks = new Checklist();
        StatusListCredential? list = null;
        using (var opened = OpenedToken.Open(token, _issuers, CredentialTokenType, checks))
        {
            if (opened is not null)
                list = Examine(opened, checks);
        }

        return new StatusListVerification(checks.Verdict, checks.ToList(), checks.HasFailed ? null : list);
    }

    private AchievementCredential? Examine(OpenedToken opened, StatusLookup? status, Checklist checks)
    {
        var reader = new AchievementReader();
        var credential = reader.Read(opened.Payload);
        if (HasFault(reader, checks))
            return null;

        KnownIssuer.Compare(_issuers, opened.Key, credential.Issuer.Id, checks);
        ClaimRules.Compare(
            opened.Payload, credential.Issuer.Id, credential.Holder.Id, credential.Id, credential.ValidFrom, credential.ValidUntil, checks);
        if (checks.HasFailed)
            return null;

        CheckStatus(credential.Status, reader.HasUnknownStatus, status, checks);
        ClaimRules.CompareDates(credential.ValidFrom, credential.ValidUntil, _time.GetUtcNow(), checks);
        return credential;
    }

    private StatusListCredential? Examine(OpenedToken opened, Checklist checks)
    {
        var reader = new StatusListReader();
        var list = reader.Read(opened.Payload);
        if (HasFault(reader, checks) || list is null)
            return null;

        KnownIssuer.Compare(_issuers, opened.Key, list.IssuerId, checks);
        ClaimRules.Compare(opened.Payload, list.IssuerId, reader.SubjectId, list.Id, list.ValidFrom, list.ValidUntil, checks);
        if (checks.HasFailed)
            return null;

        ClaimRules.CompareDates(list.ValidFrom, list.ValidUntil, _time.GetUtcNow(), checks);
        checks.Note(NotAList);
        return list;
    }

    private static bool HasFault(ShapeReader reader, Checklist checks)
    {
        if (reader.Fault is { } fault)
        {
            checks.Fail(CheckName.Shape, Verdict.NotAcceptable, fault);
            return true;
        }

        checks.Note(ShapePassed);
        return false;
    }

    private static void CheckStatus(StatusListEntry? entry, bool isUnknownMethod, StatusLookup? lookup, Checklist checks)
    {
        if (isUnknownMethod)
        {
            checks.Note(UnknownMethod);
            return;
        }

        if (entry is null)
        {
            checks.Note(NoList);
            return;
        }

        switch (lookup?.Invoke(entry))
        {
            case StatusState.Clear:
                checks.Note(StatusPassed);
                break;
            case StatusState.Revoked:
                checks.Fail(CheckName.Status, Verdict.Revoked, "Its issuer has withdrawn it.");
                break;
            case StatusState.Suspended:
                checks.Fail(CheckName.Status, Verdict.Suspended, "Its issuer has suspended it for the time being.");
                break;
            default:
                checks.Note(NoLookup);
                break;
        }
    }
}
