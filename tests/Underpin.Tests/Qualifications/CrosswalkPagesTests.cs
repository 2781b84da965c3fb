using System.Net;
using Microsoft.EntityFrameworkCore;
using Underpin.Qualifications.Crosswalks;
using Underpin.Tests.Assessment;

namespace Underpin.Tests.Qualifications;

public sealed class CrosswalkPagesTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task All_outside_bodies_are_listed_by_kind_with_counts()
    {
        var page = await site.Visitor().OpenAsync("/crosswalks");
        var bodies = await site.DbAsync(db => db.Crosswalks.Select(c => new { c.Code, c.Items.Count }).ToListAsync());
        Assert.Equal(bodies.Count, page.QuerySelectorAll("section .u-units a").Length);
        foreach (var body in bodies)
            Assert.Contains($"{body.Count} compared", page.QuerySelector($"a[href='/crosswalks/{body.Code}']")!.ParentElement!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MS-900", "/crosswalks/microsoft#ms-900")]
    [InlineData("ms 900", "/crosswalks/microsoft#ms-900")]
    [InlineData("  Ms900 ", "/crosswalks/microsoft#ms-900")]
    [InlineData("fundamentals microsoft", "/crosswalks/microsoft#ms-900")]
    public async Task A_certificate_is_found_by_its_code_or_name_however_it_is_typed(string typed, string href)
    {
        var visitor = site.Visitor();
        var page = await visitor.OpenAsync($"/crosswalks?find={Uri.EscapeDataString(typed)}");
        Assert.NotNull(page.QuerySelector($".u-index a[href='{href}']"));
        Assert.Equal(typed, page.QuerySelector("#find")!.GetAttribute("value"));
        Assert.NotNull((await visitor.OpenAsync(href.Split('#')[0])).GetElementById(href.Split('#')[1]));
    }

    [Theory]
    [InlineData("nothing of the kind")]
    [InlineData("%_' OR 1=1 --")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("教育 ✓")]
    [InlineData("---")]
    public async Task What_is_not_there_is_said_to_be_missing_and_what_to_do(string typed)
    {
        var page = await site.Visitor().OpenAsync($"/crosswalks?find={Uri.EscapeDataString(typed)}");
        Assert.Contains("prior learning", page.QuerySelector(".u-empty")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("main script"));
    }

    [Fact]
    public async Task A_long_question_and_an_empty_one_are_answered()
    {
        var visitor = site.Visitor();
        Assert.NotNull((await visitor.OpenAsync($"/crosswalks?find={new string('x', 5000)}")).QuerySelector(".u-empty"));
        Assert.Null((await visitor.OpenAsync("/crosswalks?find=%20")).QuerySelector(".u-empty"));
    }

    [Fact]
    public async Task Each_item_says_status_extent_reason_date_and_source_and_has_a_place_of_its_own()
    {
        var items = await site.DbAsync(db => db.Crosswalks.AsNoTracking().Where(c => c.Code == "microsoft").WithItems().SelectMany(c => c.Items).Include(i => i.Maps).ToListAsync());
        var page = await site.Visitor().OpenAsync("/crosswalks/microsoft");
        Assert.NotEmpty(items);
        foreach (var item in items)
        {
            var shown = page.GetElementById(CrosswalkWords.Anchor(item.Reference))!;
            Assert.Contains(CrosswalkWords.Of(item.Status), shown.QuerySelector(".u-tags")!.TextContent, StringComparison.Ordinal);
            Assert.Equal(item.IsProvisional, shown.QuerySelector(".u-tags")!.TextContent.Contains("Provisional", StringComparison.Ordinal));
            Assert.Contains(item.Source, shown.TextContent, StringComparison.Ordinal);
            Assert.Equal(item.Maps.Count, shown.QuerySelectorAll(".u-item__maps a").Length);
            foreach (var map in item.Maps) Assert.Contains(map.Reason, shown.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Items_are_chosen_by_status()
    {
        var retired = await site.DbAsync(db => db.CrosswalkItems.CountAsync(i => i.Status == OutsideStatus.Retired && db.Crosswalks.Any(c => c.Id == i.CrosswalkId && c.Code == "microsoft")));
        Assert.True(retired > 0);
        var visitor = site.Visitor();
        var page = await visitor.OpenAsync("/crosswalks/microsoft?status=retired");
        Assert.Equal(retired, page.QuerySelectorAll(".u-item").Length);
        Assert.Equal($"Retired {retired}", page.QuerySelector("[aria-current=true].u-filter__choices a, .u-filter__choices [aria-current]")!.TextContent.Trim());
        Assert.NotNull((await visitor.OpenAsync("/crosswalks/microsoft?status=nonsense")).QuerySelector(".u-empty a[href='/crosswalks/microsoft']"));
    }

    [Fact]
    public async Task Every_place_within_a_crosswalk_is_there_once()
    {
        var references = await site.DbAsync(db => db.CrosswalkItems.Select(i => new { i.CrosswalkId, i.Reference }).ToListAsync());
        Assert.True(references.Count > 100);
        Assert.Equal(references.Count, references.Select(r => (r.CrosswalkId, CrosswalkWords.Anchor(r.Reference))).Distinct().Count());
    }

    [Theory]
    [InlineData("VCP-DCV (2V0-21.23)", "vcp-dcv-2v0-21-23")]
    [InlineData("Broadband internet 1", "broadband-internet-1")]
    [InlineData("  C++ ", "c")]
    public void A_reference_makes_a_place(string reference, string anchor) => Assert.Equal(anchor, CrosswalkWords.Anchor(reference));

    [Fact]
    public async Task A_program_gets_the_same_at_the_page_and_in_the_api()
    {
        var visitor = site.Visitor();
        var (page, api) = (await visitor.JsonAsync("/crosswalks/sfia-9"), await visitor.JsonAsync("/api/v1/crosswalks/sfia-9"));
        Assert.True(System.Text.Json.JsonElement.DeepEquals(page, api));
        Assert.Equal("skills", page.GetProperty("kind").GetString());
        Assert.Contains("\"microsoft\"", await visitor.GetStringAsync("/api/v1/crosswalks"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/crosswalks/no-such-body")]
    [InlineData("/api/v1/crosswalks/no-such-body")]
    public async Task A_body_that_was_not_compared_is_not_found(string address) =>
        Assert.Equal(HttpStatusCode.NotFound, (await site.Visitor().GetAsync(address)).StatusCode);

    [Fact]
    public async Task An_address_in_capitals_leads_to_the_stable_one() =>
        Assert.Equal("/crosswalks/sfia-9", (await site.Visitor().GetAsync("/crosswalks/SFIA-9")).Headers.Location?.ToString());

    [Fact]
    public async Task A_long_crosswalk_costs_as_few_queries_as_a_short_one()
    {
        using var queries = await QueryCount.OfAsync(site);
        var visitor = site.Visitor();
        var shortOne = await queries.DuringAsync(() => visitor.OpenAsync($"/crosswalks/cisco?not-kept={Guid.NewGuid()}"));
        Assert.Equal(shortOne, await queries.DuringAsync(() => visitor.OpenAsync($"/crosswalks/sfia-9?not-kept={Guid.NewGuid()}")));
        Assert.InRange(shortOne, 1, 6);
        Assert.InRange(await queries.DuringAsync(() => visitor.OpenAsync($"/crosswalks?find=network&not-kept={Guid.NewGuid()}")), 1, 2);
    }
}
