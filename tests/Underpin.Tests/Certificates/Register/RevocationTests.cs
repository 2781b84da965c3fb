using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Underpin.Access;
using Underpin.Certificates;
using Underpin.Certificates.Register;

namespace Underpin.Tests.Certificates.Register;

public sealed class RevocationTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task A_revocation_is_on_record_with_its_reason_and_the_holder_is_told()
    {
        var (certificate, enrolment) = await site.Data.CertificateAsync();
        Assert.False((await site.Data.RevokeAsync(certificate, await site.Data.OfficerAsync(enrolment), "  Awarded by mistake ")).IsRefused);
        var now = await site.Data.CertificateAsync(certificate.Number);
        Assert.Equal((site.Clock.GetUtcNow(), "Awarded by mistake"), (now.RevokedAt, now.RevocationReason));
        var entry = await site.DbAsync(db => db.History.SingleAsync(h => h.About == certificate.Id && h.Kind == "CertificateRevoked"));
        Assert.Contains("Awarded by mistake", entry.Payload, StringComparison.Ordinal);
        Assert.Contains(await site.DbAsync(db => db.Outbox.Where(m => m.To == enrolment.Learner.Email).Select(m => m.Subject).ToListAsync()), s => s.Contains("revoked", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_may_not_or_need_not_is_told_why()
    {
        var (certificate, enrolment) = await site.Data.CertificateAsync();
        var officer = await site.Data.OfficerAsync(enrolment);
        Assert.IsType<NotTheAwardingOfficer>((await site.Data.RevokeAsync(certificate, enrolment.Centre.Administrator)).Refusal);
        Assert.IsType<ReasonMissing>((await site.Data.RevokeAsync(certificate, officer, "")).Refusal);
        await site.Data.MemberAsync(enrolment.Learner, enrolment.Offer.AwardingBody, MembershipRole.AwardingOfficer);
        Assert.IsType<OwnCertificate>((await site.Data.RevokeAsync(certificate, enrolment.Learner)).Refusal);
        Assert.False((await site.Data.RevokeAsync(certificate, officer)).IsRefused);
        Assert.IsType<CertificateIsRevoked>((await site.Data.RevokeAsync(certificate, officer)).Refusal);
        var none = await site.RunAsync(s => s.GetRequiredService<RevocationService>().RevokeAsync(new() { CertificateId = Guid.CreateVersion7(), Reason = "x" }, site.Data.By(officer), default));
        Assert.IsType<NoSuchCertificate>(none.Refusal);
    }

    [Fact]
    public async Task A_stale_form_does_not_revoke()
    {
        var (certificate, enrolment) = await site.Data.CertificateAsync();
        var officer = await site.Data.OfficerAsync(enrolment);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => site.RunAsync(s =>
            s.GetRequiredService<RevocationService>().RevokeAsync(new() { CertificateId = certificate.Id, Reason = "x", Seen = certificate.RowVersion + 1 }, site.Data.By(officer), default)));
        Assert.Null((await site.Data.CertificateAsync(certificate.Number)).RevokedAt);
    }
}
