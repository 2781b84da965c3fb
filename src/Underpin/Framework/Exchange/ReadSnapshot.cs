using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Underpin.Framework.Exchange;

/// <summary>Several reads that see the same state, though somebody imports a later framework between them.</summary>
internal static class ReadSnapshot
{
    /// <summary>Begins the reading; it ends when what is returned is disposed.</summary>
    public static async Task<IAsyncDisposable> BeginAsync(UnderpinDb db, CancellationToken cancel)
    {
        if (!db.Database.IsSqlite()) return await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        await db.Database.OpenConnectionAsync(cancel);
        // Not through EF, whose transactions on SQLite take the one write lock at once; a deferred one never does when it only reads.
        var transaction = ((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true);
        await db.Database.UseTransactionAsync(transaction, cancel);
        return new Reading(db, transaction);
    }

    sealed class Reading(UnderpinDb db, SqliteTransaction transaction) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await db.Database.UseTransactionAsync(null);
            await transaction.DisposeAsync();
            await db.Database.CloseConnectionAsync();
        }
    }
}
