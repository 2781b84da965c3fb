using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Underpin.Platform.Web;

namespace Underpin.Tests;

/// <summary>
/// The real site on a real database: SQLite, or PostgreSQL when UNDERPIN_TEST_POSTGRES names a server. Each site has a database
/// of its own and folders of its own. Tests of one class share one (as a class fixture) and keep apart by making their own people and
/// organisations.
/// </summary>
public sealed partial class TestSite : WebApplicationFactory<Program>, IAsyncLifetime
{
    readonly string _folder = Directory.CreateTempSubdirectory("underpin-test-").FullName;
    string _connection = "";

    internal FakeClock Clock { get; } = new();

    public TestSite() { }

    TestSite(string connection) => _connection = connection;

    public async Task InitializeAsync() => _connection = await TestDatabase.CreateAsync(_folder);

    protected override void ConfigureWebHost(IWebHostBuilder host)
    {
        host.UseEnvironment("Testing");
        host.UseSetting("ConnectionStrings:Underpin", _connection);
        host.UseSetting("Folders:Root", _folder);
        host.UseSetting("Site:PublicAddress", "http://localhost");
        // Tests do the timed work themselves, when they want it, and come from one address.
        host.UseSetting("Jobs:Run", "false");
        foreach (var limit in typeof(RateLimits).GetProperties()) host.UseSetting($"Limits:{limit.Name}", "1000000");
        host.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            // Strong hashing is slow on purpose; thousands of accounts are made here with one password that is no secret.
            services.Configure<PasswordHasherOptions>(o => o.IterationCount = 1);
        });
    }

    /// <summary>Another node of the same site: its own process state, the same database. Close it before the first.</summary>
    internal TestSite AnotherNode() => new(_connection);

    /// <summary>The database goes away under the running site.</summary>
    internal async Task LoseDatabaseAsync()
    {
        await TestDatabase.DropAsync(_connection);
        if (TestDatabase.Postgres is not null) return;
        File.Move(Path.Combine(_folder, "underpin.db"), Path.Combine(_folder, "elsewhere.db"));
    }

    /// <summary>Runs against the site's services, in a scope of its own, as a request would.</summary>
    internal async Task<T> RunAsync<T>(Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = Services.CreateAsyncScope();
        return await act(scope.ServiceProvider);
    }

    internal Task<T> DbAsync<T>(Func<UnderpinDb, Task<T>> act) => RunAsync(s => act(s.GetRequiredService<UnderpinDb>()));

    async Task IAsyncLifetime.DisposeAsync()
    {
        await base.DisposeAsync();
        await TestDatabase.DropAsync(_connection);
        Directory.Delete(_folder, recursive: true);
    }
}
