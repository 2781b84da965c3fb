using System.Net;
using Microsoft.EntityFrameworkCore;
using Underpin.Access;

namespace Underpin.Tests.Access;

public sealed class FirstAdministratorTests : IAsyncLifetime
{
    readonly TestSite _site = new();

    public Task InitializeAsync() => _site.InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)_site).DisposeAsync();

    Task<string?> LinkAsync() => _site.DbAsync(db => FirstAdministrator.LinkAsync(db, _site.Clock));

    static Task<HttpResponseMessage> SetUpAsync(HttpClient browser, string link, string email) =>
        browser.SubmitAsync(link, [("Name", "Lewis Grant"), ("Email", email), ("Password", TestData.Password)]);

    [Fact]
    public async Task The_link_makes_one_administrator_and_then_dies()
    {
        var link = (await LinkAsync())!;
        var (browser, email) = (_site.Visitor(), Letters.NewAddress());
        Assert.Equal("/administration", (await SetUpAsync(browser, link, email)).Headers.Location?.ToString());
        await browser.OpenAsync("/administration");
        Assert.True((await _site.DbAsync(db => db.Users.SingleAsync(a => a.Email == email))).IsAdministrator);
        Assert.Equal(HttpStatusCode.NotFound, (await _site.Visitor().GetAsync(link)).StatusCode);
        Assert.Null(await LinkAsync());
    }

    [Fact]
    public async Task The_link_runs_out_after_a_day_and_a_new_start_replaces_it()
    {
        var first = (await LinkAsync())!;
        var second = (await LinkAsync())!;
        Assert.Equal(HttpStatusCode.NotFound, (await _site.Visitor().GetAsync(first)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await _site.Visitor().GetAsync(second)).StatusCode);
        _site.Clock.Advance(TimeSpan.FromHours(24));
        Assert.Equal(HttpStatusCode.NotFound, (await _site.Visitor().GetAsync(second)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _site.Visitor().GetAsync("/setup/guessed")).StatusCode);
    }
}
