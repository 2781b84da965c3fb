namespace Underpin.Credentials;

/// <summary>
/// One achievement awarded to one holder: an Open Badges 3.0 <c>AchievementCredential</c> in the W3C Verifiable
/// Credentials 2.0 data model, before it is signed or after it has been read.
/// </summary>
/// <remarks>
/// Dates keep the offset they are given with and are written to the whole second; a fraction of a second is dropped
/// (towards the past), so that <see cref="ValidFrom"/> and the token's <c>nbf</c> always say the same. The rules on the
/// values are checked when the credential is signed, see <see cref="CredentialSigner.Sign(AchievementCredential)"/>.
/// Source: Open Badges 3.0, "AchievementCredential" and "AchievementSubject".
/// </remarks>
public sealed record AchievementCredential
{
    /// <summary>Where the credential can be found, as an absolute URI. Becomes the token's <c>jti</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Who awards it. Its id becomes the token's <c>iss</c>.</summary>
    public required Issuer Issuer { get; init; }

    /// <summary>Who holds it.</summary>
    public required Holder Holder { get; init; }

    /// <summary>What was achieved.</summary>
    public required Achievement Achievement { get; init; }

    /// <summary>From when it counts. Becomes the token's <c>nbf</c>. Raise it to issue a changed version of the same credential.</summary>
    public required DateTimeOffset ValidFrom { get; init; }

    /// <summary>When it was first awarded; unchanged when <see cref="ValidFrom"/> is raised. Null when not said.</summary>
    public DateTimeOffset? AwardedDate { get; init; }

    /// <summary>The first moment at which it no longer counts; later than <see cref="ValidFrom"/>. Null: it does not expire.</summary>
    public DateTimeOffset? ValidUntil { get; init; }

    /// <summary>The credential's name for wallets. Null: the achievement's name is written.</summary>
    public string? Name { get; init; }

    /// <summary>The number printed on the certificate (<c>licenseNumber</c>). Null when there is none.</summary>
    public string? CertificateNumber { get; init; }

    /// <summary>Credit earned, zero or more, in the awarding body's unit of credit. Null when not said.</summary>
    public decimal? CreditsEarned { get; init; }

    /// <summary>The place in a status list that says whether it was withdrawn. Null: it cannot be withdrawn through a list.</summary>
    public StatusListEntry? Status { get; init; }
}
