using Underpin.Tests.Certificates;
using Underpin.Tests.Portfolios;

namespace Underpin.Tests.Homes;

public sealed class WaitingWorkTests(TestSite site) : IClassFixture<TestSite>
{
    static string Words(AngleSharp.Dom.IDocument page) => page.QuerySelector("main")!.TextContent;

    [Fact]
    public async Task The_centre_is_told_that_a_learner_is_ready_to_claim_until_it_has_claimed()
    {
        var centre = await site.Data.CentreAsync();
        var enrolment = await site.Data.AchievedAsync(centre, units: [.. centre.Offer.Units.Take(3)]);
        var office = await site.SignedInAsync(centre.Administrator);
        var learner = $"/centres/{centre.Id}/learners/{enrolment.Id}";
        foreach (var home in new[] { "/my-work", $"/organisations/{centre.Id}" })
        {
            var page = await office.OpenAsync(home);
            var told = Assert.Single(page.QuerySelectorAll("main a"), a => a.TextContent == "1 learner is ready to claim");
            Assert.Equal(learner, told.GetAttribute("href"));
        }

        Assert.Equal("Claim the certificate", (await office.OpenAsync(learner)).QuerySelector(".u-heading .govuk-button:not(.govuk-button--secondary)")!.TextContent);
        Assert.Contains("Every unit achieved", Words(await office.OpenAsync($"/centres/{centre.Id}/learners")), StringComparison.Ordinal);

        Assert.Null((await site.Data.ClaimAsync(enrolment)).Refusal);
        Assert.DoesNotContain("ready to claim", Words(await office.OpenAsync("/my-work")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_who_are_ready_are_counted()
    {
        var centre = await site.Data.CentreAsync();
        foreach (var _ in Enumerable.Range(0, 2)) await site.Data.AchievedAsync(centre, units: [.. centre.Offer.Units.Take(3)]);
        var office = await site.SignedInAsync(centre.Administrator);
        Assert.Contains("2 learners are ready to claim", Words(await office.OpenAsync("/my-work")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Core_units_alone_make_nobody_ready_and_are_not_counted_as_if_they_were_all()
    {
        var centre = await site.Data.CentreAsync();
        var enrolment = await site.Data.AchievedAsync(centre, units: [.. centre.Offer.Mandatory]);
        var office = await site.SignedInAsync(centre.Administrator);
        Assert.DoesNotContain("ready to claim", Words(await office.OpenAsync("/my-work")), StringComparison.Ordinal);
        Assert.Contains("2 of 2 so far", Words(await office.OpenAsync($"/centres/{centre.Id}/learners")), StringComparison.Ordinal);
        Assert.Equal("Open the portfolio", (await office.OpenAsync($"/centres/{centre.Id}/learners/{enrolment.Id}")).QuerySelector(".u-heading .govuk-button")!.TextContent);
        Assert.Contains("choose your options", Words(await (await site.SignedInAsync(enrolment.Learner)).OpenAsync("/my-work")), StringComparison.Ordinal);
    }
}
