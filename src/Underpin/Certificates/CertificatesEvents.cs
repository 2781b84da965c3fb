using Underpin.Platform.History;

namespace Underpin.Certificates;

internal sealed record CertificateClaimed(Guid EnrolmentId, Guid ClaimId, string Qualification, IReadOnlyList<ClaimCheck> Checks) : HistoryEvent(EnrolmentId)
{
    public override string Summary => $"claimed the certificate for {Qualification}";
}

internal sealed record ClaimRefused(Guid EnrolmentId, Guid ClaimId, string Qualification, ClaimStatus Before, ClaimStatus After) : HistoryEvent(EnrolmentId)
{
    public override string Summary => $"refused the claim for {Qualification}";
}

/// <param name="DirectClaim">The award followed the centre's claim without an officer's decision.</param>
internal sealed record CertificateAwarded(Guid CertificateId, Guid ClaimId, Guid EnrolmentId, string Number, string Qualification, bool DirectClaim) : HistoryEvent(CertificateId)
{
    public override string Summary => DirectClaim ? $"awarded {Number} for {Qualification} on the centre's direct claim" : $"awarded {Number} for {Qualification}";
}

internal sealed record EnrolmentCompleted(Guid EnrolmentId, string Qualification, string Certificate) : HistoryEvent(EnrolmentId)
{
    public override string Summary => $"completed {Qualification} with certificate {Certificate}";
}

internal sealed record CertificateRevoked(Guid CertificateId, string Number) : HistoryEvent(CertificateId)
{
    public override string Summary => $"revoked {Number}";
}
