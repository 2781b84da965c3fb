using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Underpin.Tests.Assessment;

namespace Underpin.Tests.Framework;

public sealed class RolePagesTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task Every_role_stands_in_the_picture_of_the_ladder_and_in_the_table()
    {
        var page = await site.Visitor().OpenAsync("/roles");
        var roles = await site.DbAsync(db => db.RoleProfiles.Select(r => "/roles/" + r.Code).ToListAsync());
        Assert.NotEmpty(roles);
        Assert.Equal(roles.Order(StringComparer.Ordinal), page.QuerySelectorAll(".u-ladder a").Select(a => a.GetAttribute("href")!).Order(StringComparer.Ordinal));
        Assert.Equal(roles.Order(StringComparer.Ordinal), page.QuerySelectorAll("tbody th a").Select(a => a.GetAttribute("href")!).Order(StringComparer.Ordinal));
        // A specialist's path leaves the ladder before it comes back.
        Assert.All(page.QuerySelectorAll(".u-ladder__paths > li"), path =>
        {
            var (from, to) = (path.ClassList[0], path.ClassList[1]);
            Assert.True(from[^1] <= to[^1], $"{path.TextContent} goes {from} {to}");
        });
    }

    [Fact]
    public async Task A_role_says_what_it_asks_for_what_leads_to_it_and_what_comes_next()
    {
        var page = await site.Visitor().OpenAsync("/roles/it-technician");
        Assert.Equal("IT technician", page.QuerySelector("h1")!.TextContent);
        Assert.Contains(page.QuerySelectorAll(".u-asks li"), li => li.TextContent.Contains("Handles", StringComparison.Ordinal));
        Assert.NotNull(page.QuerySelector(".u-asks a[href='/framework/AVD-1']"));
        Assert.NotNull(page.QuerySelector("main a[href='/qualifications/EITQ-L2C']"));
        Assert.NotNull(page.QuerySelector("main a[href='/roles/senior-it-technician']"));
        Assert.NotNull(page.QuerySelector("main a[href='/roles/it-apprentice']"));
        Assert.NotNull(page.QuerySelector("main a[href='/roles/compare?from=it-technician&to=senior-it-technician']"));
    }

    [Fact]
    public async Task Every_role_page_opens_and_none_is_a_dead_end()
    {
        var roles = await site.DbAsync(db => db.RoleProfiles.Select(r => r.Code).ToListAsync());
        foreach (var role in roles)
        {
            var page = await site.Visitor().OpenAsync($"/roles/{role}");
            Assert.NotNull(page.QuerySelector("main a[href^='/roles/']"));
            Assert.NotNull(page.QuerySelector("main a[href^='/qualifications/']"));
        }
    }

    [Theory]
    [InlineData("/roles/caretaker")]
    [InlineData("/roles/%F0%9F%90%88")]
    [InlineData("/roles/compare?from=it-technician&to=caretaker")]
    [InlineData("/roles/compare?from=%27%3B--&to=it-technician")]
    [InlineData("/framework/map?role=caretaker")]
    [InlineData("/api/v1/roles/caretaker")]
    public async Task A_role_that_does_not_exist_is_not_found(string address) =>
        Assert.Equal(HttpStatusCode.NotFound, (await site.Visitor().GetAsync(address)).StatusCode);

    [Fact]
    public async Task An_address_in_capitals_leads_to_the_permanent_one()
    {
        var response = await site.Visitor().GetAsync("/roles/IT-Technician");
        Assert.Equal("/roles/it-technician", response.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Two_roles_stand_side_by_side_with_the_step_in_words_and_the_units_that_teach_it()
    {
        var page = await site.Visitor().OpenAsync("/roles/compare?from=it-technician&to=senior-it-technician");
        Assert.Contains("rise a level", page.QuerySelector(".u-answer__line")!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(page.QuerySelectorAll(".u-compare .u-step--rises"));
        Assert.NotEmpty(page.QuerySelectorAll("#units ~ ul a[href^='/units/']"));
        Assert.Equal("senior-it-technician", page.QuerySelector("#to option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Only_what_differs_can_be_shown()
    {
        var all = await site.Visitor().OpenAsync("/roles/compare?from=it-apprentice&to=it-technician");
        var differences = await site.Visitor().OpenAsync("/roles/compare?from=it-apprentice&to=it-technician&show=differences");
        Assert.NotEmpty(differences.QuerySelectorAll(".u-compare tbody td"));
        Assert.Empty(differences.QuerySelectorAll(".u-step--same"));
        Assert.Equal(
            all.QuerySelectorAll(".u-compare .u-step").Length - all.QuerySelectorAll(".u-step--same").Length,
            differences.QuerySelectorAll(".u-compare .u-step").Length);
        Assert.True(differences.QuerySelector("#show")!.HasAttribute("checked"));
    }

    [Fact]
    public async Task A_role_compared_with_itself_is_told_to_be_the_same()
    {
        var page = await site.Visitor().OpenAsync("/roles/compare?from=it-manager&to=it-manager");
        Assert.Contains("nothing changes", page.QuerySelector(".u-answer__line")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll(".u-compare"));
        Assert.NotNull(page.QuerySelector("form select#from"));
    }

    [Theory]
    [InlineData("/roles/compare")]
    [InlineData("/roles/compare?from=it-technician")]
    [InlineData("/roles/compare?from=&to=")]
    public async Task Without_two_roles_the_page_asks_for_them(string address)
    {
        var page = await site.Visitor().OpenAsync(address);
        Assert.Contains("Choose two roles", page.QuerySelector(".u-answer__line")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, page.QuerySelectorAll("form select").Length);
    }

    [Fact]
    public async Task Programs_get_the_same_role_from_the_api_and_from_its_own_address()
    {
        var visitor = site.Visitor();
        visitor.DefaultRequestHeaders.Add("Accept", "application/json");
        using var one = JsonDocument.Parse(await visitor.GetStringAsync("/roles/network-manager"));
        using var api = JsonDocument.Parse(await visitor.GetStringAsync("/api/v1/roles/network-manager"));
        using var all = JsonDocument.Parse(await visitor.GetStringAsync("/api/v1/roles"));
        Assert.Equal("Network manager", one.RootElement.GetProperty("title").GetString());
        Assert.True(JsonElement.DeepEquals(one.RootElement, api.RootElement));
        Assert.Contains(all.RootElement.EnumerateArray(), role => JsonElement.DeepEquals(role, one.RootElement));
    }

    [Fact]
    public async Task What_a_page_costs_does_not_depend_on_how_much_a_role_asks_for()
    {
        using var queries = await QueryCount.OfAsync(site);
        var visitor = site.Visitor();
        Assert.Equal(4, await queries.DuringAsync(() => visitor.OpenAsync("/roles/it-apprentice?fresh=1")));
        Assert.Equal(4, await queries.DuringAsync(() => visitor.OpenAsync("/roles/it-manager?fresh=1")));
        Assert.Equal(4, await queries.DuringAsync(() => visitor.OpenAsync("/roles/compare?from=it-apprentice&to=it-technician&fresh=1")));
        Assert.Equal(4, await queries.DuringAsync(() => visitor.OpenAsync("/roles/compare?from=it-apprentice&to=trust-director-of-it&fresh=1")));
        Assert.Equal(3, await queries.DuringAsync(() => visitor.OpenAsync("/roles?fresh=1")));
    }
}
