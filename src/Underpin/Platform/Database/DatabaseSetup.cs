using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Underpin.Platform.Mail;

namespace Underpin.Platform.Database;

internal static class DatabaseSetup
{
    /// <summary>SQLite in the data folder, or PostgreSQL when the connection string "Underpin" names a host.</summary>
    public static void AddDatabase(this IServiceCollection services, IConfiguration settings, Home home)
    {
        var connection = settings.GetConnectionString("Underpin");
        if (IsPostgres(connection))
        {
            services.AddDbContext<UnderpinDb, PostgresUnderpinDb>((provider, o) => o.UseNpgsql(connection).AddInterceptors(new MailWakeUp(provider.GetRequiredService<MailSignal>())));
        }
        else
        {
            Directory.CreateDirectory(home.Data);
            connection ??= $"Data Source={Path.Combine(home.Data, "underpin.db")}";
            var settled = new SqliteConnections();
            services.AddDbContext<UnderpinDb, SqliteUnderpinDb>((provider, o) => o.UseSqlite(connection).AddInterceptors(settled, new MailWakeUp(provider.GetRequiredService<MailSignal>())));
        }

        services.AddSingleton<FreshDb>();
        // The model takes Identity's schema, passkeys included, from here; whatever opens the database has to see the same one.
        services.Configure<IdentityOptions>(o => o.Stores.SchemaVersion = IdentitySchemaVersions.Version3);
        services.AddDataProtection().SetApplicationName("Underpin");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(
            o => o.XmlRepository = new ProtectionKeyStore(provider.GetRequiredService<IServiceScopeFactory>())));
    }

    public static bool IsPostgres(string? connection) =>
        connection?.Contains("Host=", StringComparison.OrdinalIgnoreCase) == true;
}
