using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Underpin.Access;
using Underpin.Certificates;
using Underpin.Platform;
using Underpin.Portfolios;
using Underpin.Tests.Portfolios;

namespace Underpin.Tests.Certificates;

public sealed class CertificatePagesTests(TestSite site) : IClassFixture<TestSite>
{
    static string AnswerLine(IHtmlDocument page) => page.QuerySelector(".u-answer__line")!.TextContent.Trim();

    [Fact]
    public async Task A_centre_claims_an_officer_awards_and_the_holder_finds_the_certificate()
    {
        var enrolment = await site.Data.AchievedAsync();
        var centre = await site.SignedInAsync(enrolment.Centre.Administrator);
        var officer = await site.SignedInAsync(await site.Data.OfficerAsync(enrolment));
        var claimPage = $"/portfolio/{enrolment.Id}/claim";

        Assert.StartsWith("Everything is in order", AnswerLine(await centre.OpenAsync(claimPage)), StringComparison.Ordinal);
        var claimed = await centre.SubmitAsync(claimPage, [], "Claim this certificate");
        Assert.Equal(HttpStatusCode.Redirect, claimed.StatusCode);
        var claim = claimed.Headers.Location!.ToString();
        Assert.Equal("All checks pass. This can be awarded.", AnswerLine(await centre.OpenAsync(claim)));
        Assert.Empty((await centre.OpenAsync(claim)).QuerySelectorAll("main button"));
        Assert.Contains("One claim is waiting", AnswerLine(await centre.OpenAsync($"/centres/{enrolment.Centre.Id}/claims")), StringComparison.Ordinal);

        var queue = await officer.OpenAsync($"/awarding/{enrolment.Offer.AwardingBody.Id}/claims");
        Assert.Contains("Joe Bright", queue.QuerySelector("main table")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await officer.SubmitAsync(claim, [], "Award the certificate")).StatusCode);
        Assert.StartsWith($"Awarded on {site.Clock.Today().InWords()}", AnswerLine(await officer.OpenAsync(claim)), StringComparison.Ordinal);

        var number = await site.DbAsync(db => db.Certificates.Where(c => c.EnrolmentId == enrolment.Id).Select(c => c.Number).SingleAsync());
        var mine = await (await site.SignedInAsync(enrolment.Learner)).OpenAsync("/certificates/mine");
        Assert.Contains($"http://localhost/certificates/{number}", mine.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(mine.QuerySelector($"a[href='/certificates/{number}.pdf']"));
        Assert.NotNull(mine.QuerySelector($"a[href='/certificates/{number}/credential']"));
        Assert.StartsWith("The certificate has been awarded", AnswerLine(await centre.OpenAsync(claimPage)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_is_said_and_there_is_nothing_to_press()
    {
        var enrolment = await site.Data.AchievedAsync();
        await site.Data.StageAsync(enrolment, UnitStage.Working, enrolment.Units[0]);
        var page = await (await site.SignedInAsync(enrolment.Centre.Administrator)).OpenAsync($"/portfolio/{enrolment.Id}/claim");
        Assert.StartsWith("One thing is missing", AnswerLine(page), StringComparison.Ordinal);
        Assert.Contains("rule of combination", page.QuerySelector(".u-checks__failed")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("main button"));
    }

    [Fact]
    public async Task A_claim_made_twice_shows_the_refusal_on_the_page()
    {
        var enrolment = await site.Data.AchievedAsync();
        var centre = await site.SignedInAsync(enrolment.Centre.Administrator);
        var page = await centre.OpenAsync($"/portfolio/{enrolment.Id}/claim");
        var token = ((IHtmlInputElement)page.QuerySelector("input[name=__RequestVerificationToken]")!).Value;
        await site.Data.ClaimAsync(enrolment);
        var second = await centre.PostAsync($"/portfolio/{enrolment.Id}/claim", new FormUrlEncodedContent([new("__RequestVerificationToken", token)]));
        Assert.Contains("already been claimed", Assert.Single((await second.PageAsync()).Errors()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_officer_refuses_with_a_reason_that_the_centre_reads()
    {
        var enrolment = await site.Data.AchievedAsync();
        var claim = $"/claims/{(await site.Data.ClaimAsync(enrolment)).Value.ClaimId}";
        var officer = await site.SignedInAsync(await site.Data.OfficerAsync(enrolment));
        var empty = await (await officer.SubmitAsync(claim, [("Reason", "")], "Refuse the claim")).PageAsync();
        Assert.Contains("Say why", Assert.Single(empty.Errors()), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await officer.SubmitAsync(claim, [("Reason", "The name is misspelt")], "Refuse the claim")).StatusCode);
        var seen = await (await site.SignedInAsync(enrolment.Centre.Administrator)).OpenAsync(claim);
        Assert.Contains("The name is misspelt", seen.QuerySelector(".u-answer")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_is_revoked_in_two_steps()
    {
        var (certificate, enrolment) = await site.Data.CertificateAsync();
        var officer = await site.SignedInAsync(await site.Data.OfficerAsync(enrolment));
        var address = $"/certificates/manage/{certificate.Id}";
        Assert.Single((await (await officer.SubmitAsync(address, [("Reason", " ")])).PageAsync()).Errors());

        var confirm = await (await officer.SubmitAsync(address, [("Reason", "Awarded by mistake")])).PageAsync();
        Assert.Contains("cannot be undone", confirm.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await site.Data.CertificateAsync(certificate.Number)).RevokedAt);
        var form = (IHtmlFormElement)confirm.QuerySelector("main form")!;
        var values = form.QuerySelectorAll("input[name]").Cast<IHtmlInputElement>().Select(i => KeyValuePair.Create(i.Name!, i.Value));
        var done = await officer.PostAsync(form.GetAttribute("action"), new FormUrlEncodedContent(values));
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.StartsWith("Revoked on", AnswerLine(await officer.OpenAsync(address)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_register_is_searched_by_name_number_and_state_and_exported()
    {
        var (certificate, enrolment) = await site.Data.CertificateAsync("Angharad 100% Evans");
        var second = await site.Data.AchievedAsync(enrolment.Centre, await site.Data.AccountAsync("Mei Lin"));
        await site.Data.ClaimAsync(second);
        var officer = await site.SignedInAsync(await site.Data.OfficerAsync(enrolment));
        var register = $"/awarding/{enrolment.Offer.AwardingBody.Id}/certificates";
        foreach (var (query, rows) in new[] { ("", 2), ("?Find=harad", 1), ("?Find=HARAD", 1), ("?Find=0%25", 1), ("?Find=%25", 1), ("?Find=_", 0), ($"?Find={certificate.Number}", 1), ("?State=revoked", 0), ("?State=in-force", 2), ("?Find=nobody", 0) })
            Assert.True(rows == (await officer.OpenAsync(register + query)).QuerySelectorAll("main tbody tr").Length, query);
        var csv = await (await officer.GetAsync($"{register}?handler=Csv&Find=harad")).Content.ReadAsStringAsync();
        Assert.Contains($"{certificate.Number},Angharad 100% Evans,", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("Mei Lin", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stranger_from_another_organisation_finds_nothing()
    {
        var (certificate, enrolment) = await site.Data.CertificateAsync();
        var strangers = await site.Data.CentreAsync();
        var administrator = await site.SignedInAsync(strangers.Administrator);
        var officer = await site.SignedInAsync(await site.Data.PersonAsync(strangers.Offer.AwardingBody, MembershipRole.AwardingOfficer));
        foreach (var address in new[] { $"/portfolio/{enrolment.Id}/claim", $"/centres/{enrolment.Centre.Id}/claims", $"/awarding/{certificate.AwardingBodyId}/claims", $"/claims/{certificate.ClaimId}", $"/awarding/{certificate.AwardingBodyId}/certificates", $"/certificates/manage/{certificate.Id}" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await administrator.GetAsync(address)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync(address)).StatusCode);
            Assert.Equal(HttpStatusCode.Redirect, (await site.Visitor().GetAsync(address)).StatusCode);
        }

        var learner = await site.SignedInAsync(enrolment.Learner);
        Assert.Equal(HttpStatusCode.Forbidden, (await learner.GetAsync($"/portfolio/{enrolment.Id}/claim")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await learner.GetAsync($"/certificates/manage/{certificate.Id}")).StatusCode);
    }
}
