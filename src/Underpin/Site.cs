using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Underpin.Access;
using Underpin.Assessment;
using Underpin.Certificates;
using Underpin.Demonstration;
using Underpin.Framework;
using Underpin.Framework.Exchange;
using Underpin.Homes;
using Underpin.Leadership;
using Underpin.Platform;
using Underpin.Platform.Database;
using Underpin.Platform.Files;
using Underpin.Platform.Mail;
using Underpin.Platform.Pages;
using Underpin.Platform.Telemetry;
using Underpin.Platform.Web;
using Underpin.Portfolios;
using Underpin.Qualifications;
using Underpin.Schools;

namespace Underpin;

/// <summary>Puts the house together: services, the way a request goes through, and what happens at the start.</summary>
internal static class Site
{
    public static async Task<int> RunAsync(string[] args)
    {
        await using var app = Build(args);
        var people = await PrepareAsync(app);
        await app.StartAsync();
        await WelcomeAsync(app, people);
        await app.WaitForShutdownAsync();
        return 0;
    }

    /// <param name="also">What measurements and the like add before the site is built.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? also = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        // Without this a plain run in Production serves compressed assets with no bytes.
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.AddTelemetry();
        AddServices(builder.Services, builder.Configuration);
        also?.Invoke(builder);

        var app = builder.Build();
        var site = app.Services.GetRequiredService<IOptions<SiteOptions>>().Value;
        app.UseProxy(site);
        app.UseTelemetry();
        app.UseSecurityHeaders(site);
        app.UseRequestLimits();
        app.UseBritishFormats();
        app.UseErrorPages();
        app.UseRouting();
        app.UseRateLimits();
        app.UseAuthentication();
        app.UseMiddleware<AccessGate>();
        app.UsePublicPages();
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapHealth();
        app.MapApiDescription();
        app.MapRazorPages().WithStaticAssets();
        app.MapFramework();
        app.MapExchange();
        app.MapQualifications();
        app.MapCertificates();
        app.MapLeadership();
        return app;
    }

    /// <summary>What both the site and the command line need.</summary>
    public static void AddServices(IServiceCollection services, IConfiguration settings)
    {
        var home = Home.Find(settings);
        var site = settings.GetSection("Site").Get<SiteOptions>() ?? new();
        services.AddSingleton(home);
        services.AddSingleton(TimeProvider.System);
        services.AddDatabase(settings, home);
        services.AddSignIn(secureCookies: site.PublicAddress.Scheme == Uri.UriSchemeHttps);
        services.AddWeb(settings, site, HouseAccess.Limits);
        services.AddFiles(settings);
        services.AddMail(settings);
        services.AddHouseJobs(settings);
        services.AddPages();
        services.AddSingleton(HouseAccess.Table);

        services.AddAccess();
        services.AddFramework();
        services.AddExchange();
        services.AddQualifications();
        services.AddPortfolios();
        services.AddAssessment();
        services.AddCertificates();
        services.AddSchools();
        services.AddLeadership();
        services.AddHomes();
    }

    /// <summary>
    /// Brings the database up to date, and in Development adds the demonstration to an empty one. Runs at every start; a second time it changes
    /// nothing.
    /// </summary>
    /// <returns>The people of the demonstration, to print.</returns>
    public static async Task<IReadOnlyList<DemonstrationPerson>> PrepareAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<UnderpinDb>();
        // Migrating compares the whole model with the last migration's even when nothing is to be done: a good part of a start's time.
        if ((await db.Database.GetPendingMigrationsAsync()).Any()) await db.Database.MigrateAsync();
        await SqliteConnections.UseWriteAheadLogAsync(db);
        await PublishContentAsync(scope.ServiceProvider, app.Logger);
        // Content that cannot be used stops the start, not somebody's page.
        _ = app.Services.GetRequiredService<LeadershipShelf>();
        return app.Environment.IsDevelopment() ? await DemonstrationData.AddAsync(app.Services, app.Services.GetRequiredService<TimeProvider>()) : [];
    }

    /// <summary>Tells whoever started the program where it is, and how the first person gets in.</summary>
    static async Task WelcomeAsync(WebApplication app, IReadOnlyList<DemonstrationPerson> people)
    {
        var address = app.Urls.FirstOrDefault() ?? "an address of its own";
        Console.WriteLine($"Underpin is at {address}");
        if (people.Count > 0)
        {
            Console.WriteLine($"Sign in as one of the demonstration's people; the password of each is: {people[0].Password}");
            foreach (var person in people) Console.WriteLine($"  {person.Email,-44} {person.Name}, {person.Role}");
        }

        if (!app.Environment.IsProduction()) return;
        await using var scope = app.Services.CreateAsyncScope();
        var link = await FirstAdministrator.LinkAsync(scope.ServiceProvider.GetRequiredService<UnderpinDb>(), scope.ServiceProvider.GetRequiredService<TimeProvider>());
        if (link is null) return;
        // Where people find the site, not where it listens: behind a proxy the one does not open for the other.
        var site = scope.ServiceProvider.GetRequiredService<IOptions<SiteOptions>>().Value;
        Console.WriteLine($"Nobody runs this installation yet. Open this link within 24 hours to make the first administrator; it works once:\n{new Uri(site.PublicAddress, link)}");
    }

    static async Task PublishContentAsync(IServiceProvider services, ILogger log)
    {
        var clock = services.GetRequiredService<TimeProvider>();
        var problems = await services.GetRequiredService<ContentPublisher>().PublishAsync(services.GetRequiredService<Home>().Content, Change.BySystem(clock));
        if (problems.Count == 0) return;
        foreach (var problem in problems) log.LogCritical("Content: {Problem}", problem);
        throw new InvalidOperationException($"The content cannot be published: {problems.Count} problems, listed above. Nothing of it was loaded.");
    }
}
