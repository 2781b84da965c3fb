using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Underpin.Platform.Pages;

namespace Underpin.Tests.Platform.Pages;

/// <summary>The layout, tags and error pages alone, with a few addresses that fail on purpose.</summary>
public sealed class PagesHost : IAsyncLifetime
{
    private WebApplication? app;

    public HttpClient Client { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(PagesSetup).Assembly.GetName().Name,
            EnvironmentName = "Development",
        });
        builder.WebHost.UseTestServer();
        builder.Services.AddPages();
        app = builder.Build();
        app.UseErrorPages();
        app.MapGet("/fails", Fail);
        app.MapGet("/api/fails", Fail);
        app.MapPost("/changed-by-another", () => Task.FromException(new DbUpdateConcurrencyException()));
        app.MapRazorPages();
        await app.StartAsync();
        // Cookies carry the anti-forgery token from form to post, as in a browser.
        Client = new HttpClient(new CookieHandler { InnerHandler = app.GetTestServer().CreateHandler() })
        {
            BaseAddress = new Uri("http://localhost"),
        };
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        if (app is not null) await app.DisposeAsync();
    }

    private static Task Fail() => Task.FromException(new InvalidOperationException("the inside of the machine"));

    private sealed class CookieHandler : DelegatingHandler
    {
        private readonly System.Net.CookieContainer cookies = new();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel)
        {
            if (cookies.GetCookieHeader(request.RequestUri!) is { Length: > 0 } held) request.Headers.Add("Cookie", held);
            var response = await base.SendAsync(request, cancel);
            if (response.Headers.TryGetValues("Set-Cookie", out var given))
                foreach (var cookie in given) cookies.SetCookies(request.RequestUri!, cookie);
            return response;
        }
    }
}
