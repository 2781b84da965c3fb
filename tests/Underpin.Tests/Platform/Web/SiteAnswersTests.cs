using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;

namespace Underpin.Tests.Platform.Web;

/// <summary>What every answer of the site carries, whatever the page.</summary>
public sealed class SiteAnswersTests(TestSite site) : IClassFixture<TestSite>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/no-such-page")]
    [InlineData("/health/live")]
    [InlineData("/assets/app.css")]
    public async Task Every_answer_says_what_the_browser_may_do(string address)
    {
        var headers = (await site.Visitor().GetAsync(address)).Headers;
        var policy = Assert.Single(headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(headers.GetValues("X-Content-Type-Options")));
        Assert.NotEmpty(headers.GetValues("Referrer-Policy"));
        Assert.NotEmpty(headers.GetValues("Permissions-Policy"));
        Assert.False(headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task Over_https_the_browser_is_told_to_stay_there()
    {
        await using var secure = site.WithWebHostBuilder(b => b.UseSetting("Site:PublicAddress", "https://underpin.example"));
        var headers = (await secure.CreateClient().GetAsync("/health/live")).Headers;
        Assert.Contains("max-age=", Assert.Single(headers.GetValues("Strict-Transport-Security")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_visitor_who_only_reads_gets_no_cookie() =>
        Assert.False((await site.Visitor().GetAsync("/")).Headers.Contains("Set-Cookie"));

    [Fact]
    public async Task No_page_has_an_inline_script_or_style()
    {
        var page = await site.Visitor().OpenAsync("/");
        Assert.All(page.QuerySelectorAll("script"), s => Assert.True(s.HasAttribute("src")));
        Assert.Empty(page.QuerySelectorAll("style, [style], [onclick], [onload]"));
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task A_running_site_with_its_database_is_healthy(string address)
    {
        var answer = await site.Visitor().GetAsync(address);
        Assert.Equal((HttpStatusCode.OK, "Healthy"), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task The_api_describes_itself()
    {
        using var description = JsonDocument.Parse(await site.Visitor().GetStringAsync("/openapi/v1.json"));
        Assert.StartsWith("3.", description.RootElement.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        Assert.Equal("Underpin", description.RootElement.GetProperty("info").GetProperty("title").GetString());
    }

    [Fact]
    public async Task Without_its_database_the_site_lives_but_is_not_ready()
    {
        await using var alone = new TestSite();
        await alone.InitializeAsync();
        var visitor = alone.Visitor();
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/health/ready")).StatusCode);
        await alone.LoseDatabaseAsync();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await visitor.GetAsync("/health/ready")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/health/live")).StatusCode);
        await ((IAsyncLifetime)alone).DisposeAsync();
    }
}
