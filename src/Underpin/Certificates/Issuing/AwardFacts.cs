using Underpin.Platform.Values;
using Underpin.Qualifications;

namespace Underpin.Certificates.Issuing;

/// <summary>Everything a certificate is made from, at the moment of award.</summary>
internal sealed record AwardFacts
{
    public required Guid CertificateId { get; init; }
    public required CertificateNumber Number { get; init; }
    public required int StatusIndex { get; init; }
    public required PersonName HolderName { get; init; }
    public required string QualificationCode { get; init; }
    public required string QualificationTitle { get; init; }
    public required string QualificationAim { get; init; }
    public required QualificationType QualificationType { get; init; }
    public required RqfLevel Level { get; init; }
    public required Credit Credit { get; init; }
    public required string AwardingBodyName { get; init; }
    public required string CentreName { get; init; }
    public required IReadOnlyList<CertificateUnit> Units { get; init; }
    public required DateTimeOffset AwardedAt { get; init; }
}
