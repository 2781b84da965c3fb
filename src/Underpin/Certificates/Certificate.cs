using Underpin.Platform.Database;
using Underpin.Platform.History;
using Underpin.Platform.Values;
using Underpin.Qualifications;

namespace Underpin.Certificates;

/// <summary>An awarded certificate. What it says is fixed when it is awarded; only revocation comes after.</summary>
internal sealed class Certificate : IVersioned, IOnRecord
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required CertificateNumber Number { get; init; }
    public required Guid ClaimId { get; init; }
    public required Guid EnrolmentId { get; init; }
    public required Guid LearnerId { get; init; }
    public required string QualificationCode { get; init; }
    public required Guid AwardingBodyId { get; init; }
    public required Guid CentreId { get; init; }
    public required PersonName HolderName { get; init; }
    public required string QualificationTitle { get; init; }
    public required QualificationType QualificationType { get; init; }
    public required RqfLevel Level { get; init; }
    public required Credit Credit { get; init; }
    public required string AwardingBodyName { get; init; }
    public required string CentreName { get; init; }
    public required IReadOnlyList<CertificateUnit> Units { get; init; }
    public required DateOnly AwardedOn { get; init; }
    public required DateTimeOffset AwardedAt { get; init; }
    /// <summary>The last day it is valid; null for no end.</summary>
    public DateOnly? ValidUntil { get; init; }
    /// <summary>The signed credential, a VC-JWT.</summary>
    public required string Credential { get; init; }
    /// <summary>Position in the revocation status list; drawn at random.</summary>
    public required int StatusIndex { get; init; }
    public DateTimeOffset? RevokedAt { get; private set; }
    public string? RevocationReason { get; private set; }
    public int RowVersion { get; set; }

    public void Revoke(DateTimeOffset at, string reason)
    {
        if (RevokedAt is not null) throw new InvalidOperationException("The certificate is already revoked.");
        RevokedAt = at;
        RevocationReason = reason;
    }
}

internal sealed record CertificateUnit(string Code, string Title, int Level, int Credit);
