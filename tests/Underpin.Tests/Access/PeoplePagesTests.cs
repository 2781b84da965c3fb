using AngleSharp.Html.Dom;
using Underpin.Access;
using Underpin.Platform;
using Underpin.Platform.Values;

namespace Underpin.Tests.Access;

public sealed class PeoplePagesTests(TestSite site) : IClassFixture<TestSite>
{
    static IReadOnlyList<string> Names(IHtmlDocument page) => [.. page.QuerySelectorAll("main tbody tr th").Select(c => c.TextContent.Trim())];

    [Fact]
    public async Task Everybody_of_a_large_organisation_is_found_page_by_page_and_by_name()
    {
        var centre = await site.Data.OrganisationAsync(OrganisationKinds.Centre, "Estuary Training Centre");
        var owen = await site.Data.PersonAsync(centre, MembershipRole.CentreAdministrator, "Owen Price");
        await site.Data.SaveAsync(centre.Id, db =>
        {
            foreach (var n in Enumerable.Range(1, 60))
            {
                // Two of each name, so that a page ends between two people who are called the same.
                var email = $"{Guid.NewGuid():N}@example.invalid";
                var account = new Account { Name = PersonName.Parse($"Assessor {(n + 1) / 2:00}"), UserName = email, Email = email, CreatedAt = site.Clock.Now() };
                db.Users.Add(account);
                db.Memberships.Add(new() { AccountId = account.Id, OrganisationId = centre.Id, Role = MembershipRole.Assessor, From = site.Clock.Today() });
            }
        });
        var browser = await site.SignedInAsync(owen);
        var address = $"/organisations/{centre.Id}/people";

        var first = await browser.OpenAsync(address);
        var second = await browser.OpenAsync(first.QuerySelector("nav.u-pager a[rel=next]")!.GetAttribute("href")!);

        Assert.Equal(50, Names(first).Count);
        Assert.Equal(11, Names(second).Count);
        Assert.Equal(61, first.QuerySelectorAll("main input[name=membership]").Concat(second.QuerySelectorAll("main input[name=membership]")).Select(i => i.GetAttribute("value")).Distinct().Count());
        Assert.Null(second.QuerySelector("nav.u-pager a[rel=next]"));
        Assert.NotNull(second.QuerySelector("nav.u-pager a[rel=prev]"));
        Assert.Equal(["Assessor 17", "Assessor 17"], Names(await browser.OpenAsync($"{address}?q=sessor+17")));
        Assert.Contains("Nobody here is called", (await browser.OpenAsync($"{address}?q=100%25")).Body!.TextContent, StringComparison.Ordinal);
    }
}
