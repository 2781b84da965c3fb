using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Underpin.Access;
using Underpin.Certificates.Issuing;
using Underpin.Platform;
using Underpin.Platform.Database;
using Underpin.Platform.Mail;

namespace Underpin.Certificates.Register;

internal sealed record RevokeOptions
{
    public required Guid CertificateId { get; init; }
    public required string Reason { get; init; }
    /// <summary>The version the officer was looking at.</summary>
    public int? Seen { get; init; }
}

/// <summary>Ends certificates. There is no way back: a certificate revoked by mistake is awarded anew.</summary>
internal sealed class RevocationService(UnderpinDb db, IssuerIdentity issuer, IOutputCacheStore keptPages)
{
    public async Task<Outcome<Certificate>> RevokeAsync(RevokeOptions options, Change change, CancellationToken cancel)
    {
        if (await db.Certificates.SingleOrDefaultAsync(c => c.Id == options.CertificateId, cancel) is not { } certificate) return new NoSuchCertificate();
        if (!await db.Memberships.AnyAsync(m => m.AccountId == change.ActorId && m.OrganisationId == certificate.AwardingBodyId && m.Role == MembershipRole.AwardingOfficer && m.Until == null, cancel))
            return new NotTheAwardingOfficer(certificate.AwardingBodyName);
        if (change.ActorId == certificate.LearnerId) return new OwnCertificate();
        if (certificate.RevokedAt is not null) return new CertificateIsRevoked(certificate.Number.ToString());
        if (CertificateRules.Reason(options.Reason, "the certificate is revoked") is { } bad) return bad;
        if (options.Seen is { } seen) db.SeenAs(certificate, seen);

        var reason = options.Reason.Trim();
        certificate.Revoke(change.At, reason);
        db.Record(change with { Reason = reason }, certificate.AwardingBodyId, new CertificateRevoked(certificate.Id, certificate.Number.ToString()));
        if (await db.Users.Where(u => u.Id == certificate.LearnerId && u.ErasedAt == null).Select(u => u.Email).SingleOrDefaultAsync(cancel) is { } email)
            db.Send(email, $"Your certificate {certificate.Number} has been revoked", RevokedMail(certificate, reason), change.At);
        await db.SaveChangesAsync(cancel);
        // Other nodes keep the old answer for at most a minute.
        await keptPages.EvictByTagAsync(CertificatesRoom.CacheTag, cancel);
        return certificate;
    }

    string RevokedMail(Certificate certificate, string reason) => $"""
        {certificate.HolderName},

        {certificate.AwardingBodyName} has revoked your certificate {certificate.Number} for the {certificate.QualificationTitle}. The reason given:

        {reason}

        From now on everyone who checks it is told that it is not in force:
        {issuer.At($"/certificates/{certificate.Number}")}

        If you think this is wrong, write to {certificate.AwardingBodyName} and give the number.
        """;
}
