using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Underpin.Access;
using Underpin.Certificates;
using Underpin.Certificates.Claims;
using Underpin.Certificates.Issuing;
using Underpin.Credentials;
using Underpin.Platform;
using Underpin.Portfolios;
using Underpin.Tests.Portfolios;

namespace Underpin.Tests.Certificates.Claims;

public sealed class ClaimServiceTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task A_claim_waits_until_an_officer_awards_the_certificate()
    {
        var enrolment = await site.Data.AchievedAsync();
        var made = await site.Data.ClaimAsync(enrolment);
        Assert.Null(made.Value.Number);

        var number = (await site.Data.AwardAsync(made.Value.ClaimId, await site.Data.OfficerAsync(enrolment))).Value;

        var certificate = await site.Data.CertificateAsync(number);
        Assert.Equal("Joe Bright", certificate.HolderName.ToString());
        Assert.Equal(enrolment.Units.Select(u => u.Title), certificate.Units.Select(u => u.Title));
        Assert.Equal(15, certificate.Credit.Value);
        Assert.InRange(certificate.StatusIndex, 0, 131_071);
        Assert.Equal(EnrolmentStatus.Completed, await site.DbAsync(db => db.Enrolments.Where(e => e.Id == enrolment.Id).Select(e => e.Status).SingleAsync()));
        Assert.Equal(ClaimStatus.Awarded, await site.DbAsync(db => db.Claims.Where(c => c.Id == made.Value.ClaimId).Select(c => c.Status).SingleAsync()));
        Assert.Equal("CertificateAwarded", await site.DbAsync(db => db.History.Where(h => h.ChainId == enrolment.Offer.AwardingBody.Id && h.About == certificate.Id).Select(h => h.Kind).SingleAsync()));
        var mail = await site.DbAsync(db => db.Outbox.SingleAsync(m => m.To == enrolment.Learner.Email));
        Assert.Contains($"http://localhost/certificates/{number}", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_centre_with_direct_claim_status_gets_the_certificate_at_once()
    {
        var (certificate, enrolment) = await site.Data.CertificateAsync();
        Assert.Equal(enrolment.Learner.Id, certificate.LearnerId);
        Assert.Null(await site.DbAsync(db => db.Claims.Where(c => c.Id == certificate.ClaimId).Select(c => c.DecidedById).SingleAsync()));
    }

    [Fact]
    public async Task The_credential_says_what_the_certificate_says_and_verifies_with_the_published_keys()
    {
        var (certificate, _) = await site.Data.CertificateAsync("Siân Ŵyn-Łukasz");
        var visitor = site.Visitor();
        foreach (var address in new[] { "/.well-known/jwks.json", "/.well-known/did.json" })
        {
            var keys = VerificationKeySet.Parse(await visitor.GetStringAsync(address));
            var result = new CredentialVerifier(new TrustedIssuer { Id = "did:web:localhost%3A80", Keys = keys }, site.Clock).Verify(certificate.Credential);
            Assert.True(result.IsValid, result.Summary);
            Assert.Equal("Siân Ŵyn-Łukasz", result.Credential!.Holder.Name);
            Assert.Equal(certificate.QualificationTitle, result.Credential.Achievement.Name);
            Assert.Equal(certificate.Units.Select(u => u.Code), result.Credential.Achievement.Alignments.Select(a => a.TargetCode));
            Assert.Equal(certificate.Number.ToString(), result.Credential.CertificateNumber);
        }
    }

    [Fact]
    public async Task Two_claims_at_once_make_one_claim()
    {
        foreach (var direct in new[] { false, true })
        {
            var enrolment = await site.Data.AchievedAsync(await site.Data.CentreAsync(directClaim: direct));
            var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => site.Data.ClaimAsync(enrolment)));
            Assert.Single(outcomes, o => !o.IsRefused);
            Assert.All(outcomes.Where(o => o.IsRefused), o => Assert.IsType<AlreadyClaimed>(o.Refusal));
            Assert.Equal(1, await site.DbAsync(db => db.Claims.CountAsync(c => c.EnrolmentId == enrolment.Id)));
            Assert.Equal(direct ? 1 : 0, await site.DbAsync(db => db.Certificates.CountAsync(c => c.EnrolmentId == enrolment.Id)));
        }
    }

    [Fact]
    public async Task Two_decisions_at_once_award_once()
    {
        var enrolment = await site.Data.AchievedAsync();
        var claim = (await site.Data.ClaimAsync(enrolment)).Value.ClaimId;
        var officer = await site.Data.OfficerAsync(enrolment);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => site.Data.AwardAsync(claim, officer)));
        Assert.Single(outcomes, o => !o.IsRefused);
        Assert.All(outcomes.Where(o => o.IsRefused), o => Assert.IsType<ClaimIsDecided>(o.Refusal));
        Assert.Equal(1, await site.DbAsync(db => db.Outbox.CountAsync(m => m.To == enrolment.Learner.Email)));
    }

    [Fact]
    public async Task A_claim_with_a_failing_check_is_refused_and_says_what_to_do()
    {
        var enrolment = await site.Data.AchievedAsync();
        await site.Data.SubmissionAsync(enrolment, enrolment.Units[0], s => s.Accept(enrolment.Centre.Assessor.Id, site.Clock.Now(), "", "First by this assessor"), attempt: 2);
        var refused = Assert.IsType<ChecksNotPassed>((await site.Data.ClaimAsync(enrolment)).Refusal);
        Assert.Contains("Ask a quality assurer", refused.Message, StringComparison.Ordinal);
        Assert.Contains(refused.Failing, c => c.Title == "Sampling is done");
        Assert.Equal(0, await site.DbAsync(db => db.Claims.CountAsync(c => c.EnrolmentId == enrolment.Id)));
    }

    [Fact]
    public async Task Only_an_administrator_of_the_centre_claims()
    {
        var enrolment = await site.Data.AchievedAsync();
        Assert.IsType<NotTheCentresAdministrator>((await site.Data.ClaimAsync(enrolment, enrolment.Centre.Assessor)).Refusal);
        Assert.IsType<NotTheCentresAdministrator>((await site.Data.ClaimAsync(enrolment, (await site.Data.CentreAsync(enrolment.Offer)).Administrator)).Refusal);
    }

    [Fact]
    public async Task Nobody_claims_for_themselves()
    {
        var centre = await site.Data.CentreAsync();
        var enrolment = await site.Data.AchievedAsync(centre, centre.Administrator);
        Assert.IsType<CannotClaimForYourself>((await site.Data.ClaimAsync(enrolment)).Refusal);
    }

    [Fact]
    public async Task An_enrolment_that_does_not_exist_is_a_refusal_in_words()
    {
        var enrolment = await site.Data.AchievedAsync();
        var refused = await site.RunAsync(s => s.GetRequiredService<ClaimService>().ClaimAsync(new() { EnrolmentId = Guid.CreateVersion7() }, site.Data.By(enrolment.Centre.Administrator), default));
        Assert.IsType<NoSuchEnrolment>(refused.Refusal);
    }

    [Fact]
    public async Task An_officer_with_a_part_in_it_does_not_decide()
    {
        var enrolment = await site.Data.AchievedAsync();
        var claim = (await site.Data.ClaimAsync(enrolment)).Value.ClaimId;
        await site.Data.MemberAsync(enrolment.Learner, enrolment.Offer.AwardingBody, MembershipRole.AwardingOfficer);
        Assert.IsType<OfficerIsTheLearner>((await site.Data.AwardAsync(claim, enrolment.Learner)).Refusal);

        var both = await site.Data.OfficerAsync(enrolment);
        await site.Data.MemberAsync(both, enrolment.Centre.Organisation, MembershipRole.Assessor);
        Assert.IsType<OfficerBelongsToTheCentre>((await site.Data.AwardAsync(claim, both)).Refusal);
        Assert.IsType<OfficerBelongsToTheCentre>((await site.Data.RefuseAsync(claim, both)).Refusal);

        Assert.IsType<NotTheAwardingOfficer>((await site.Data.AwardAsync(claim, enrolment.Centre.Administrator)).Refusal);
        Assert.IsType<NoSuchClaim>((await site.Data.AwardAsync(Guid.CreateVersion7(), both)).Refusal);
    }

    [Fact]
    public async Task The_checks_run_again_when_the_officer_decides()
    {
        var enrolment = await site.Data.AchievedAsync();
        var claim = (await site.Data.ClaimAsync(enrolment)).Value.ClaimId;
        await site.Data.StageAsync(enrolment, UnitStage.Working, enrolment.Units[0]);
        var refused = Assert.IsType<ChecksNotPassed>((await site.Data.AwardAsync(claim, await site.Data.OfficerAsync(enrolment))).Refusal);
        Assert.Contains("rule", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_claim_tells_the_centre_why_and_can_be_made_again()
    {
        var enrolment = await site.Data.AchievedAsync();
        var officer = await site.Data.OfficerAsync(enrolment);
        var claim = (await site.Data.ClaimAsync(enrolment)).Value.ClaimId;
        Assert.IsType<ReasonMissing>((await site.Data.RefuseAsync(claim, officer, "  ")).Refusal);
        Assert.IsType<ReasonOverlong>((await site.Data.RefuseAsync(claim, officer, new string('x', 1001))).Refusal);
        Assert.False((await site.Data.RefuseAsync(claim, officer, "The name is misspelt")).IsRefused);
        Assert.IsType<ClaimIsDecided>((await site.Data.AwardAsync(claim, officer)).Refusal);

        var mail = await site.DbAsync(db => db.Outbox.SingleAsync(m => m.To == enrolment.Centre.Administrator.Email));
        Assert.Contains("The name is misspelt", mail.Text, StringComparison.Ordinal);
        Assert.False((await site.Data.ClaimAsync(enrolment)).IsRefused);
        Assert.IsType<AlreadyClaimed>((await site.Data.ClaimAsync(enrolment)).Refusal);
    }

    [Fact]
    public async Task Whoever_was_revoked_can_be_awarded_anew_and_whoever_holds_it_cannot()
    {
        var (certificate, first) = await site.Data.CertificateAsync();
        var again = await site.Data.AchievedAsync(first.Centre, first.Learner);
        Assert.IsType<ChecksNotPassed>((await site.Data.ClaimAsync(again)).Refusal);
        Assert.False((await site.Data.RevokeAsync(certificate, await site.Data.OfficerAsync(first))).IsRefused);
        Assert.False((await site.Data.ClaimAsync(again)).IsRefused);
    }
}
