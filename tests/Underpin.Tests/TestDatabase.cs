using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Underpin.Framework;
using Underpin.Platform;
using Underpin.Qualifications;

namespace Underpin.Tests;

/// <summary>A database for a test site with the published content and nobody in it, copied from a template that is made once a run.</summary>
internal static class TestDatabase
{
    /// <summary>Set by ./test to the connection string of a throw-away PostgreSQL server.</summary>
    public static readonly string? Postgres = Environment.GetEnvironmentVariable("UNDERPIN_TEST_POSTGRES");

    static readonly Lazy<Task<string>> Template = new(Postgres is null ? MakeSqliteAsync : MakePostgresAsync);
    static readonly SemaphoreSlim OneCopyAtATime = new(1);

    public static async Task<string> CreateAsync(string folder)
    {
        var template = await Template.Value;
        if (Postgres is null)
        {
            var file = Path.Combine(folder, "underpin.db");
            File.Copy(template, file);
            return $"Data Source={file}";
        }

        var name = $"t_{Guid.NewGuid():N}";
        await OneCopyAtATime.WaitAsync();
        try
        {
            await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {template}");
        }
        finally
        {
            OneCopyAtATime.Release();
        }

        return new NpgsqlConnectionStringBuilder(Postgres) { Database = name, MaxPoolSize = 10 }.ConnectionString;
    }

    public static async Task DropAsync(string connection)
    {
        if (Postgres is null)
        {
            SqliteConnection.ClearAllPools();
            return;
        }

        await using (var pool = new NpgsqlConnection(connection)) NpgsqlConnection.ClearPool(pool);
        await ExecuteAsync($"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(connection).Database} WITH (FORCE)");
    }

    static async Task<string> MakeSqliteAsync()
    {
        var file = Path.Combine(Path.GetTempPath(), $"underpin-template-{Environment.ProcessId}.db");
        File.Delete(file);
        await using (var db = new SqliteUnderpinDb(new DbContextOptionsBuilder<SqliteUnderpinDb>().UseSqlite($"Data Source={file};Pooling=False").Options))
        {
            await FillAsync(db);
            // One file to copy: nothing may wait in the write-ahead log.
            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        }

        AppDomain.CurrentDomain.ProcessExit += (_, _) => File.Delete(file);
        return file;
    }

    static async Task<string> MakePostgresAsync()
    {
        var name = $"template_{Guid.NewGuid():N}";
        await ExecuteAsync($"CREATE DATABASE {name}");
        var connection = new NpgsqlConnectionStringBuilder(Postgres) { Database = name, Pooling = false }.ConnectionString;
        await using var db = new PostgresUnderpinDb(new DbContextOptionsBuilder<PostgresUnderpinDb>().UseNpgsql(connection).Options);
        await FillAsync(db);
        return name;
    }

    /// <summary>Publishes the content once, so that a site's start finds it there.</summary>
    static async Task FillAsync(UnderpinDb db)
    {
        await db.Database.MigrateAsync();
        var services = new ServiceCollection();
        Site.AddServices(services, new ConfigurationBuilder().Build());
        await using var house = services.BuildServiceProvider();
        var content = Home.Find(new ConfigurationBuilder().Build()).Content;
        Assert.Empty(await new ContentPublisher(db, house.GetServices<WhenPublished>()).PublishAsync(content, Change.BySystem(new FakeClock())));
    }

    static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Postgres) { Database = "postgres", Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
