using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Underpin.Journeys.Browser;
using Underpin.Journeys.Story;
using Underpin.Tests;

namespace Underpin.Journeys;

/// <summary>The real site, listening at http://localhost, with the published content and nobody in it. One for each class of journeys.</summary>
public sealed class JourneySite : IAsyncLifetime
{
    readonly TestSite _site = new();
    Task<Cast>? _cast;

    internal TestData Data => new(_site);

    internal TestSite Site => _site;

    internal ErrorLog Errors { get; } = new();

    /// <summary>By name: a browser knows no passkeys at a numbered address.</summary>
    internal Uri Address => new UriBuilder(_site.ClientOptions.BaseAddress) { Host = "localhost" }.Uri;

    public async Task InitializeAsync()
    {
        await _site.InitializeAsync();
        _site.UseKestrel(0);
        _site.StartServer();
        _site.Services.GetRequiredService<ILoggerFactory>().AddProvider(Errors);
    }

    public Task DisposeAsync() => ((IAsyncLifetime)_site).DisposeAsync();

    /// <summary>The organisations and staff of the story: the same for every journey of the class.</summary>
    internal Task<Cast> CastAsync() => _cast ??= Cast.ArrangeAsync(Data);

    /// <summary>A walk through the site by one or more people.</summary>
    internal Task WalkAsync(string name, Screen screen, Func<Journey, Task> walk) => new Journey(this, name, screen).WalkAsync(walk);

    /// <summary>
    /// The path that the newest message to this address, with these words in its subject, asks to open. Its host is the site's public
    /// address; the journey stays at the port this run happens to have.
    /// </summary>
    internal async Task<string> LinkMailedToAsync(string email, string subject)
    {
        var text = await _site.DbAsync(db => db.Outbox.Where(m => m.To == email && m.Subject.Contains(subject)).OrderByDescending(m => m.Id).Select(m => m.Text).FirstOrDefaultAsync())
            ?? throw new InvalidOperationException($"No message about \"{subject}\" to {email}.");
        var link = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).First(word => word.StartsWith("http", StringComparison.Ordinal));
        return new Uri(link).PathAndQuery;
    }
}
