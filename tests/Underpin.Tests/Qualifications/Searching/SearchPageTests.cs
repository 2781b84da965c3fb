using System.Net.Http.Json;
using System.Text.Json;
using Underpin.Tests.Assessment;

namespace Underpin.Tests.Qualifications.Searching;

public sealed class SearchPageTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task The_box_in_the_header_leads_to_an_answer_and_on_to_the_thing()
    {
        var visitor = site.Visitor();
        var home = await visitor.OpenAsync("/");
        var box = home.QuerySelector("header form[role=search]")!;
        Assert.Equal("get", box.GetAttribute("method"));
        var page = await visitor.OpenAsync($"{box.GetAttribute("action")}?{box.QuerySelector("input")!.GetAttribute("name")}=projector");
        Assert.Matches("^[0-9]+ results for “projector”\\.$", page.QuerySelector(".u-answer__line")!.TextContent.Trim());
        Assert.Single(page.QuerySelectorAll("h1"));
        var first = page.QuerySelector(".u-hit a")!;
        Assert.NotNull(first.QuerySelector("mark"));
        await visitor.OpenAsync(first.GetAttribute("href")!);
    }

    [Fact]
    public async Task Narrowing_is_a_link_that_can_be_taken_back()
    {
        var visitor = site.Visitor();
        var page = await visitor.OpenAsync("/search?q=network");
        var unit = page.QuerySelectorAll(".u-narrow a").First(a => a.TextContent.Trim() == "Units");
        var narrowed = await visitor.OpenAsync(unit.GetAttribute("href")!);
        Assert.All(narrowed.QuerySelectorAll(".u-hit__kind"), k => Assert.StartsWith("Unit", k.TextContent.Trim(), StringComparison.Ordinal));
        var back = narrowed.QuerySelector(".u-narrow a[aria-current]")!.GetAttribute("href")!;
        Assert.Equal(page.QuerySelector(".u-answer__line")!.TextContent, (await visitor.OpenAsync(back)).QuerySelector(".u-answer__line")!.TextContent);
    }

    [Fact]
    public async Task A_misspelling_is_answered_with_what_was_meant()
    {
        var page = await site.Visitor().OpenAsync("/search?q=safegaurding");
        Assert.Contains("Did you mean safeguarding?", page.QuerySelector(".u-answer")!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(page.QuerySelectorAll(".u-hit"));
    }

    [Theory]
    [InlineData("/search")]
    [InlineData("/search?q=")]
    [InlineData("/search?q=*")]
    [InlineData("/search?q=xqzzkwv")]
    [InlineData("/search?q=projector&kind=Role&level=7")]
    public async Task Where_nothing_is_found_the_page_helps_on(string address)
    {
        var page = await site.Visitor().OpenAsync(address);
        Assert.NotEmpty(page.QuerySelectorAll(".u-empty a"));
        Assert.Empty(page.QuerySelectorAll(".u-hit"));
    }

    [Theory]
    [InlineData("kind=nonsense")]
    [InlineData("kind=3")]
    [InlineData("level=-1&page=0")]
    [InlineData("level=99999999999999&page=99999999999999")]
    [InlineData("area=%00'\"&from=everywhere")]
    [InlineData("page=abc")]
    [InlineData("kind=&level=&area=&from=&page=")]
    [InlineData("q=other&q=again&kind=unit&kind=area")]
    public async Task Forged_narrowing_is_left_out_and_the_search_done(string forged)
    {
        Assert.NotEmpty((await site.Visitor().OpenAsync($"/search?q=projector&{forged}")).QuerySelectorAll(".u-hit, .u-empty"));
        Assert.True((await site.Visitor().GetAsync($"/api/v1/search?q=projector&{forged}")).IsSuccessStatusCode);
    }

    [Fact]
    public async Task Ten_thousand_characters_are_read_up_to_a_limit() =>
        Assert.True((await site.Visitor().GetAsync($"/search?q={new string('x', 5000)}+{string.Join('+', Enumerable.Repeat("school", 700))}")).IsSuccessStatusCode);

    [Fact]
    public async Task What_was_typed_is_never_markup()
    {
        var page = await site.Visitor().OpenAsync($"/search?q={Uri.EscapeDataString("<img src=x onerror=alert(1)> \" projector <mark>")}");
        Assert.Empty(page.QuerySelectorAll("main img, main script, .u-answer mark"));
        Assert.Equal("<img src=x onerror=alert(1)> \" projector <mark>", page.QuerySelector("#search-q")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Programs_get_the_same_as_JSON()
    {
        var answer = await site.Visitor().GetFromJsonAsync<JsonElement>("/api/v1/search?q=EIT205");
        var first = answer.GetProperty("results")[0];
        Assert.Equal(("EIT205", "unit", "/units/EIT205"), (first.GetProperty("code").GetString(), first.GetProperty("kind").GetString(), first.GetProperty("address").GetString()));
        Assert.Equal(answer.GetProperty("total").GetInt32(), answer.GetProperty("kinds").EnumerateArray().Sum(k => k.GetProperty("count").GetInt32()));
    }

    [Fact]
    public async Task The_number_of_queries_does_not_grow_with_what_is_found()
    {
        using var queries = await QueryCount.OfAsync(site);
        var visitor = site.Visitor();
        await visitor.OpenAsync("/search?q=school");
        var few = await queries.DuringAsync(() => visitor.OpenAsync("/search?q=hypervisor+snapshot"));
        var many = await queries.DuringAsync(() => visitor.OpenAsync("/search?q=school"));
        var misspelt = await queries.DuringAsync(() => visitor.OpenAsync("/search?q=safegaurding+projecter+netwrok"));
        Assert.InRange(many, 4, 6);
        Assert.InRange(few, 4, many + 2);
        Assert.InRange(misspelt, 4, many + 4);
    }
}
