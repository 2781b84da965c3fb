using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Underpin.Access;
using Underpin.Certificates;
using Underpin.Certificates.Claims;
using Underpin.Platform;
using Underpin.Platform.Pages;
using Underpin.Tests.Portfolios;

namespace Underpin.Tests.Certificates.Claims;

public sealed class ClaimListTests(TestSite site) : IClassFixture<TestSite>
{
    static IReadOnlyList<string> Learners(IHtmlDocument page) => [.. page.QuerySelectorAll("main tbody tr th").Select(c => c.TextContent.Trim())];

    /// <summary>Claims of one enrolment after another, an hour apart; the database lets one stand, so all but the last are refused.</summary>
    async Task<TestEnrolment> ManyAsync(int claims, bool lastWaits)
    {
        var enrolment = await site.Data.EnrolmentAsync(learner: await site.Data.AccountAsync("Mei Lin"));
        var start = site.Clock.Now().AddDays(-30);
        await site.Data.SaveAsync(enrolment.Offer.AwardingBody.Id, db =>
        {
            foreach (var n in Enumerable.Range(0, claims))
            {
                var claim = new Claim
                {
                    EnrolmentId = enrolment.Id, CentreId = enrolment.Centre.Id, AwardingBodyId = enrolment.Offer.AwardingBody.Id,
                    ClaimedById = enrolment.Centre.Administrator.Id, ClaimedAt = start.AddHours(n), Checks = [],
                };
                // Decided two at a time, so that a page may end between two of one moment.
                if (!lastWaits || n < claims - 1) claim.Refuse(enrolment.Centre.Administrator.Id, start.AddHours(n / 2).AddDays(5), "The name is misspelt");
                db.Claims.Add(claim);
            }
        });
        return enrolment;
    }

    [Fact]
    public async Task Every_claim_stands_on_some_page_the_waiting_first_and_then_the_latest_decided()
    {
        var enrolment = await ManyAsync(111, lastWaits: true);
        var seen = new List<ClaimRow>();
        PageKey? after = null;
        do
        {
            var page = await site.DbAsync(db => ClaimList.ReadAsync(db, db.Claims.Where(c => c.CentreId == enrolment.Centre.Id), null, after, default));
            Assert.Equal(1, page.Count);
            seen.AddRange([.. page.Waiting, .. page.Decided]);
            after = PageKey.Read(page.Next?.ToString());
        }
        while (after is not null);

        Assert.Equal(111, seen.Select(r => r.Id).Distinct().Count());
        Assert.Equal(111, seen.Count);
        Assert.Equal(ClaimStatus.Waiting, seen[0].Status);
        Assert.Equal(seen.Skip(1).Select(r => r.DecidedAt).OrderDescending(), seen.Skip(1).Select(r => r.DecidedAt));
    }

    [Fact]
    public async Task Both_sides_page_through_their_claims_in_links()
    {
        var enrolment = await ManyAsync(60, lastWaits: false);
        var officer = await site.SignedInAsync(await site.Data.OfficerAsync(enrolment));
        var centre = await site.SignedInAsync(enrolment.Centre.Administrator);
        foreach (var (browser, address) in new[] { (officer, $"/awarding/{enrolment.Offer.AwardingBody.Id}/claims"), (centre, $"/centres/{enrolment.Centre.Id}/claims") })
        {
            var first = await browser.OpenAsync(address);
            Assert.Equal(50, Learners(first).Count);
            Assert.Equal(10, Learners(await browser.OpenAsync(first.QuerySelector("nav.u-pager a[rel=next]")!.GetAttribute("href")!)).Count);
            Assert.Equal(50, Learners(await browser.OpenAsync($"{address}?Find=mei")).Count);
            Assert.Contains("No claim fits", (await browser.OpenAsync($"{address}?Find=nobody")).Body!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_claim_is_found_by_the_number_of_its_certificate()
    {
        var (certificate, enrolment) = await site.Data.CertificateAsync("Joe Bright");
        var browser = await site.SignedInAsync(enrolment.Centre.Administrator);
        Assert.Equal(["Joe Bright"], Learners(await browser.OpenAsync($"/centres/{enrolment.Centre.Id}/claims?Find={certificate.Number}")));
        Assert.Empty(Learners(await browser.OpenAsync($"/centres/{enrolment.Centre.Id}/claims?Find={CertificateNumber.Create()}")));
    }
}
