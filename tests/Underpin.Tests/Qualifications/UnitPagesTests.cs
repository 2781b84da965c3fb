using System.Net;
using Microsoft.EntityFrameworkCore;
using Underpin.Tests.Assessment;

namespace Underpin.Tests.Qualifications;

public sealed class UnitPagesTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task Every_outcome_and_criterion_of_a_unit_leads_to_an_address_of_its_own()
    {
        var visitor = site.Visitor();
        var unit = await visitor.OpenAsync("/units/EIT205");
        var addresses = unit.QuerySelectorAll("a[href^='/units/EIT205/']").Select(a => a.GetAttribute("href")!).ToList();
        var parts = await site.DbAsync(db => db.Units.Where(u => u.Code == "EIT205" && u.IsCurrent).Select(u => u.Outcomes.Count + u.Outcomes.Sum(o => o.Criteria.Count)).SingleAsync());
        Assert.Equal(parts, addresses.Count);
        Assert.NotNull(unit.QuerySelector("#c1\\.2"));
        foreach (var address in addresses)
        {
            var page = await visitor.OpenAsync(address);
            Assert.Contains(address.Split('/')[^1], page.Title, StringComparison.Ordinal);
            Assert.NotNull(page.QuerySelector("main a[href^='/units/EIT205']"));
        }
    }

    [Fact]
    public async Task A_criterion_that_only_a_school_can_pose_is_marked()
    {
        var (unit, code) = await site.DbAsync(async db =>
        {
            var found = await db.Criteria.Where(c => c.IsSchool).Join(db.Units.Where(u => u.IsCurrent && u.Code == "EIT203"), c => c.UnitId, u => u.Id, (c, u) => new { u.Code, Criterion = c.Code }).FirstAsync();
            return (found.Code, found.Criterion);
        });
        var visitor = site.Visitor();
        var page = await visitor.OpenAsync($"/units/{unit}/{code}");
        Assert.Contains("only a school", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await visitor.OpenAsync($"/units/{unit}")).QuerySelector(".u-criteria .u-school"));
    }

    [Fact]
    public async Task A_unit_says_in_which_group_of_which_qualification_it_counts_and_what_comes_before_and_after()
    {
        var page = await site.Visitor().OpenAsync("/units/EIT301");
        Assert.Contains("Technical depth: choose at least 2", page.QuerySelector("#counts-in")!.NextElementSibling!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("#route"));
        var later = await site.DbAsync(db => db.Units.Where(u => u.IsCurrent).OrderBy(u => u.Code).Select(u => new { u.Code, u.LeadsTo }).ToListAsync());
        var from = later.First(u => u.LeadsTo.Count > 0);
        Assert.NotNull((await site.Visitor().OpenAsync($"/units/{from.LeadsTo[0]}")).QuerySelector($"a[href='/units/{from.Code}']"));
    }

    [Fact]
    public async Task A_unit_shows_what_from_elsewhere_covers_some_of_it()
    {
        var page = await site.Visitor().OpenAsync("/units/EIT209");
        var row = page.QuerySelectorAll(".u-elsewhere li").Single(li => li.TextContent.Contains("MS-900", StringComparison.Ordinal));
        Assert.Contains("covers part of this", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("Retired", row.TextContent, StringComparison.Ordinal);
        Assert.Equal("/crosswalks/microsoft#ms-900", row.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task An_earlier_version_says_so_and_leads_to_the_current_one()
    {
        var code = await site.Data.UnitInTwoVersionsAsync();
        var visitor = site.Visitor();
        var earlier = await visitor.OpenAsync($"/units/{code}?version=1");
        Assert.Contains("Not current", earlier.QuerySelector(".u-earlier")!.TextContent, StringComparison.Ordinal);
        Assert.Equal($"/units/{code}", earlier.QuerySelector(".u-earlier a")!.GetAttribute("href"));
        Assert.Contains("Replace the lamp", earlier.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        var current = await visitor.OpenAsync($"/units/{code}");
        Assert.Null(current.QuerySelector(".u-earlier"));
        Assert.Contains("light source", current.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(current.QuerySelector($"a[href='/units/{code}?version=1']"));

        var criterion = await visitor.OpenAsync($"/units/{code}/1.1?version=1");
        Assert.Equal("Replace the lamp of a projector.", criterion.QuerySelector("h1")!.TextContent);
        Assert.Equal($"/units/{code}/1.1", criterion.QuerySelector(".u-earlier a")!.GetAttribute("href"));

        var json = await visitor.JsonAsync($"/units/{code}?version=1");
        Assert.False(json.GetProperty("current").GetBoolean());
        Assert.Equal($"/units/{code}?version=1", json.GetProperty("address").GetString());
    }

    [Theory]
    [InlineData("/units/EIT205?version=99")]
    [InlineData("/units/EIT205?version=one")]
    [InlineData("/units/EIT205?version=-1")]
    [InlineData("/units/EIT205?version=99999999999999999999")]
    [InlineData("/units/EIT205/9.9")]
    [InlineData("/units/EIT205/єдиний")]
    [InlineData("/units/EIT999/1.1")]
    [InlineData("/api/v1/units/EIT205?version=7")]
    public async Task What_was_never_published_is_not_found(string address) =>
        Assert.Equal(HttpStatusCode.NotFound, (await site.Visitor().GetAsync(address)).StatusCode);

    [Fact]
    public async Task An_address_in_small_letters_leads_to_the_stable_one() =>
        Assert.Equal("/units/EIT206/1.1", (await site.Visitor().GetAsync("/units/eit206/1.1")).Headers.Location?.ToString());

    [Fact]
    public async Task The_same_address_answers_a_program_with_json_and_a_browser_with_a_page()
    {
        var visitor = site.Visitor();
        var unit = await visitor.JsonAsync("/units/EIT205");
        Assert.Equal("EIT205", unit.GetProperty("code").GetString());
        Assert.Equal("/units/EIT205/1.1", unit.GetProperty("outcomes")[0].GetProperty("criteria")[0].GetProperty("address").GetString());
        var criterion = await visitor.JsonAsync("/units/EIT205/1.2");
        Assert.Equal("1.2", criterion.GetProperty("criterion").GetProperty("code").GetString());
        Assert.Equal("EIT205", criterion.GetProperty("unit").GetProperty("code").GetString());
        var outcome = await visitor.JsonAsync("/units/EIT205/1");
        Assert.Equal(System.Text.Json.JsonValueKind.Null, outcome.GetProperty("criterion").ValueKind);

        var page = await visitor.AskAsync("/units/EIT205", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
        Assert.Equal("text/html", page.Content.Headers.ContentType?.MediaType);
        Assert.Contains("Accept", page.Headers.Vary);
    }

    [Fact]
    public async Task The_list_is_chosen_by_level_and_area_in_links_with_counts()
    {
        var visitor = site.Visitor();
        var all = await visitor.OpenAsync("/units");
        var units = await site.DbAsync(db => db.Units.Where(u => u.IsCurrent && !u.Code.StartsWith("EIT9")).Select(u => new { u.Code, u.Level }).ToListAsync());
        Assert.True(all.QuerySelectorAll(".u-units a").Length >= units.Count);
        var third = await visitor.OpenAsync("/units?level=3");
        Assert.Equal(units.Count(u => u.Level.Value == 3), third.QuerySelectorAll(".u-units a").Length);
        Assert.Equal("Level 3 " + units.Count(u => u.Level.Value == 3), third.QuerySelector(".u-filter__choices [aria-current]")!.TextContent.Trim());

        var networks = third.QuerySelectorAll(".u-filter__areas a").Single(a => a.TextContent == "Networks");
        var both = await visitor.OpenAsync(networks.GetAttribute("href")!);
        Assert.Equal(networks.ParentElement!.QuerySelector(".u-filter__count")!.TextContent, $"{both.QuerySelectorAll(".u-units a").Length}");
    }

    [Theory]
    [InlineData("/units?level=9")]
    [InlineData("/units?area=ZZZ")]
    [InlineData("/units?level=%3Cscript%3E&area=%E6%95%99")]
    public async Task A_choice_that_holds_nothing_says_so_and_leads_back(string address)
    {
        var page = await site.Visitor().OpenAsync(address);
        Assert.NotNull(page.QuerySelector(".u-empty a[href='/units']"));
        Assert.Empty(page.QuerySelectorAll(".u-units a"));
    }

    [Fact]
    public async Task Unit_pages_cost_the_same_few_queries_however_much_is_in_them()
    {
        using var queries = await QueryCount.OfAsync(site);
        var visitor = site.Visitor();
        var costs = new List<int>();
        foreach (var address in new[] { "/units/EIT203", "/units/EIT401", "/units/EIT604" }) costs.Add(await queries.DuringAsync(() => visitor.OpenAsync($"{address}?not-kept={Guid.NewGuid()}")));
        Assert.Single(costs.Distinct());
        Assert.InRange(costs[0], 1, 10);
        Assert.InRange(await queries.DuringAsync(() => visitor.OpenAsync($"/units?level=2&not-kept={Guid.NewGuid()}")), 1, 3);
    }
}
