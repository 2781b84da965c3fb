using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Underpin.Access;
using Underpin.Platform.Database;
using Underpin.Platform.Mail;

namespace Underpin.Tests.Platform.Database;

/// <summary>SQLite as the site itself opens it, whatever database the other tests run on.</summary>
public sealed class SqliteTests : IAsyncLifetime
{
    readonly string _folder = Directory.CreateTempSubdirectory("underpin-sqlite-").FullName;
    ServiceProvider _services = null!;

    public async Task InitializeAsync()
    {
        var services = new ServiceCollection().AddLogging().AddSingleton<MailSignal>();
        services.AddDatabase(new ConfigurationBuilder().Build(), new(_folder, _folder));
        _services = services.BuildServiceProvider();
        await WithDbAsync(async db =>
        {
            await db.Database.MigrateAsync();
            await SqliteConnections.UseWriteAheadLogAsync(db);
            return true;
        });
    }

    public async Task DisposeAsync()
    {
        await _services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    async Task<T> WithDbAsync<T>(Func<UnderpinDb, Task<T>> act)
    {
        await using var scope = _services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<UnderpinDb>());
    }

    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("foreign_keys", "1")]
    [InlineData("synchronous", "2")]
    [InlineData("busy_timeout", "5000")]
    public async Task Every_connection_is_set_as_we_want_it(string setting, string value) =>
        Assert.Equal(value, await WithDbAsync(async db =>
        {
            await db.Database.OpenConnectionAsync();
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"PRAGMA {setting}";
            return Convert.ToString(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
        }));

    [Fact]
    public async Task What_refers_to_nothing_is_refused() => await Assert.ThrowsAsync<DbUpdateException>(() => WithDbAsync(db =>
    {
        db.Memberships.Add(new() { AccountId = Guid.CreateVersion7(), OrganisationId = Guid.CreateVersion7(), Role = MembershipRole.Staff, From = new(2026, 1, 1) });
        db.Record(new() { ActorId = null, ActorName = "Test", At = DateTimeOffset.UnixEpoch }, Guid.Empty, new TestData.Arranged(Guid.Empty));
        return db.SaveChangesAsync();
    }));

    [Fact]
    public async Task A_reader_goes_on_while_another_writes() => Assert.Equal(0, await WithDbAsync(async writer =>
    {
        await using var transaction = await writer.Database.BeginTransactionAsync();
        await writer.Database.ExecuteSqlAsync($"""INSERT INTO "HistoryChains" ("Id", "LastNumber", "LastHash") VALUES ({Guid.CreateVersion7()}, 0, {new byte[32]})""");
        return await WithDbAsync(reader => reader.HistoryChains.CountAsync());
    }));
}
