using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Underpin.Platform.Database;

/// <summary>How SQLite is to keep what we give it. All but the write-ahead log are settings of each connection.</summary>
internal sealed class SqliteConnections : DbConnectionInterceptor
{
    // FULL, not NORMAL: with NORMAL a power cut may take back the last commits, and a certificate that somebody holds, or a message
    // that was sent, must not be forgotten. It costs one flush for each commit, which a centre or a trust does not notice.
    // Waiting five seconds in SQLite itself is kinder to writers than the driver's own retries, which sleep 150 ms each.
    const string Settings = "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData opened)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Settings;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData opened, CancellationToken cancel = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Settings;
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Readers go on while one writes. Kept in the file, so once is enough; a database restored from a backup may lack it.</summary>
    public static async Task UseWriteAheadLogAsync(UnderpinDb db, CancellationToken cancel = default)
    {
        if (db.Database.IsSqlite()) await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancel);
    }
}
