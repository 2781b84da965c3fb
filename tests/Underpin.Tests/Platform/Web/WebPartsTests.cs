using System.Net;
using System.Net.Http.Headers;
using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Underpin.Platform;
using Underpin.Platform.Web;

namespace Underpin.Tests.Platform.Web;

/// <summary>Limits, caching and proxies on a small application that is put together as the site is, with pages of its own.</summary>
public sealed class WebPartsTests
{
    static async Task<WebApplication> StartAsync(Action<WebApplication> map, Action<WebApplication>? first = null, bool realServer = false, params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)));
        if (realServer) builder.WebHost.UseUrls("http://127.0.0.1:0");
        else builder.WebHost.UseTestServer();
        var site = builder.Configuration.GetSection("Site").Get<SiteOptions>() ?? new();
        builder.Services.AddRequestLimits();
        builder.Services.AddRateLimits(builder.Configuration, HouseAccess.Limits);
        builder.Services.AddPublicPages();
        var app = builder.Build();
        app.UseProxy(site);
        app.UseRequestLimits();
        first?.Invoke(app);
        app.UseRouting();
        app.UseRateLimits();
        app.UsePublicPages();
        map(app);
        await app.StartAsync();
        return app;
    }

    static HttpContent SignInAs(string email) => new FormUrlEncodedContent([new("Input.Email", email)]);

    [Fact]
    public async Task Guessing_at_one_account_is_stopped_and_another_person_may_still_sign_in()
    {
        await using var app = await StartAsync(a => { a.MapPost("/sign-in", () => "tried"); a.MapGet("/sign-in", () => "form"); }, settings: ("Limits:SignInsOfOneAccount", "3"));
        using var client = app.GetTestClient();
        for (var i = 0; i < 3; i++) Assert.Equal(HttpStatusCode.OK, (await client.PostAsync("/sign-in", SignInAs("joe@example.invalid"))).StatusCode);
        var refused = await client.PostAsync("/sign-in", SignInAs(" JOE@example.invalid "));
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Equal(HttpStatusCode.OK, (await client.PostAsync("/sign-in", SignInAs("ana@example.invalid"))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/sign-in")).StatusCode);
    }

    [Fact]
    public async Task Guessing_at_many_accounts_from_one_address_is_stopped()
    {
        await using var app = await StartAsync(a => a.MapPost("/sign-in", () => "tried"), settings: ("Limits:SignInsFromOneAddress", "5"));
        using var client = app.GetTestClient();
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 6; i++) answers.Add((await client.PostAsync("/sign-in", SignInAs($"p{i}@example.invalid"))).StatusCode);
        Assert.Equal([.. Enumerable.Repeat(HttpStatusCode.OK, 5), HttpStatusCode.TooManyRequests], answers);
    }

    [Fact]
    public async Task Walking_the_register_is_stopped_however_the_numbers_differ()
    {
        await using var app = await StartAsync(a => { a.MapGet("/certificates/{number}", (string number) => number); a.MapGet("/", () => "home"); }, settings: ("Limits:VerificationsFromOneAddress", "4"));
        using var client = app.GetTestClient();
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 5; i++) answers.Add((await client.GetAsync($"/certificates/{i}")).StatusCode);
        Assert.Equal([.. Enumerable.Repeat(HttpStatusCode.OK, 4), HttpStatusCode.TooManyRequests], answers);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task Behind_a_proxy_each_visitor_counts_for_themselves()
    {
        await using var app = await StartAsync(a => a.MapGet("/verify", () => "yes"), settings: [("Limits:VerificationsFromOneAddress", "1"), ("Site:BehindProxy", "true")]);
        async Task<HttpStatusCode> From(string address)
        {
            using var client = app.GetTestClient();
            client.DefaultRequestHeaders.Add("X-Forwarded-For", address);
            return (await client.GetAsync("/verify")).StatusCode;
        }

        Assert.Equal(HttpStatusCode.OK, await From("192.0.2.1"));
        Assert.Equal(HttpStatusCode.OK, await From("192.0.2.2"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await From("192.0.2.1"));
        Assert.Equal(HttpStatusCode.OK, await From("2001:db8:0:1::1"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await From("2001:db8:0:1::2"));
    }

    [Fact]
    public async Task Without_the_proxy_setting_nobody_can_say_where_they_come_from()
    {
        await using var app = await StartAsync(a => a.MapGet("/verify", () => "yes"), settings: ("Limits:VerificationsFromOneAddress", "1"));
        using var client = app.GetTestClient();
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "192.0.2.1");
        await client.GetAsync("/verify");
        client.DefaultRequestHeaders.Remove("X-Forwarded-For");
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "192.0.2.2");
        Assert.Equal(HttpStatusCode.TooManyRequests, (await client.GetAsync("/verify")).StatusCode);
    }

    [Theory]
    [InlineData(false, RequestLimits.Otherwise, HttpStatusCode.OK)]
    [InlineData(false, RequestLimits.Otherwise + 1, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(true, RequestLimits.Otherwise + 1, HttpStatusCode.OK)]
    [InlineData(true, RequestLimits.Upload + 1, HttpStatusCode.RequestEntityTooLarge)]
    public async Task Uploads_may_be_large_and_nothing_else(bool upload, long size, HttpStatusCode answer)
    {
        await using var app = await StartAsync(a => a.MapPost("/", async (HttpRequest request) =>
        {
            await request.Body.CopyToAsync(Stream.Null);
            return "read";
        }), realServer: true);
        // The server refuses by the announced length, so the client waits for its word before it sends anything.
        using var client = new HttpClient(new SocketsHttpHandler { Expect100ContinueTimeout = Timeout.InfiniteTimeSpan }) { BaseAddress = new(app.Urls.Single()) };
        client.DefaultRequestHeaders.ExpectContinue = true;
        var content = new ByteArrayContent(new byte[size]);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(upload ? "multipart/form-data; boundary=x" : "application/x-www-form-urlencoded");
        Assert.Equal(answer, (await client.PostAsync("/", content)).StatusCode);
    }

    sealed class Visits
    {
        public int Count { get; set; }
    }

    static Task<WebApplication> StartPublicPageAsync(Visits visits) => StartAsync(
        a => a.MapGet("/units/{code}", (string code) => $"Unit {code}, visit {++visits.Count}").WithMetadata(new PublicPageAttribute("units")),
        first: a => a.Use((context, next) =>
        {
            if (context.Request.Headers.ContainsKey("X-Test-Signed-In")) context.User = new ClaimsPrincipal(new ClaimsIdentity("test"));
            return next(context);
        }));

    [Fact]
    public async Task A_public_page_is_made_once_for_many_visitors()
    {
        var visits = new Visits();
        await using var app = await StartPublicPageAsync(visits);
        using var client = app.GetTestClient();
        var first = await client.GetStringAsync("/units/A1");
        Assert.Equal(first, await client.GetStringAsync("/units/A1"));
        Assert.NotEqual(first, await client.GetStringAsync("/units/A2"));
        Assert.NotEqual(first, await client.GetStringAsync("/units/A1?year=2025"));
        Assert.Equal(3, visits.Count);
    }

    [Fact]
    public async Task A_browser_that_has_the_page_gets_no_second_copy()
    {
        await using var app = await StartPublicPageAsync(new());
        using var client = app.GetTestClient();
        var first = await client.GetAsync("/units/A1");
        Assert.NotNull(first.Headers.ETag);
        Assert.Contains("Cookie", first.Headers.Vary);
        var again = new HttpRequestMessage(HttpMethod.Get, "/units/A1");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag);
        Assert.Equal(HttpStatusCode.NotModified, (await client.SendAsync(again)).StatusCode);
    }

    [Fact]
    public async Task A_signed_in_person_never_gets_or_leaves_a_kept_page()
    {
        var visits = new Visits();
        await using var app = await StartPublicPageAsync(visits);
        using var visitor = app.GetTestClient();
        using var person = app.GetTestClient();
        person.DefaultRequestHeaders.Add("X-Test-Signed-In", "yes");
        await person.GetStringAsync("/units/A1");
        await visitor.GetStringAsync("/units/A1");
        await person.GetStringAsync("/units/A1");
        await visitor.GetStringAsync("/units/A1");
        Assert.Equal(3, visits.Count);
    }

    [Fact]
    public async Task A_message_waiting_for_one_visitor_is_not_kept_for_all()
    {
        var visits = new Visits();
        await using var app = await StartPublicPageAsync(visits);
        using var client = app.GetTestClient();
        client.DefaultRequestHeaders.Add("Cookie", "underpin-message=x");
        await client.GetStringAsync("/units/A1");
        await client.GetStringAsync("/units/A1");
        Assert.Equal(2, visits.Count);
    }
}
