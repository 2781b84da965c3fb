using Microsoft.EntityFrameworkCore;

namespace Underpin.Framework.Exchange;

/// <summary>Writes a package's rows, and reads them back one at a time.</summary>
internal static class CaseStore
{
    const int AtOnce = 1000;

    /// <summary>Adds the package in the caller's transaction, a thousand rows at a time, so that a large one does not stand in memory twice.</summary>
    public static async Task AddAsync(UnderpinDb db, CasePackage package, CancellationToken cancel)
    {
        if (db.Database.CurrentTransaction is null) throw new InvalidOperationException("A package is added whole or not at all: begin a transaction first.");
        await AddAsync([package.Document]);
        await AddAsync(package.Items);
        await AddAsync(package.Associations);
        await AddAsync(package.Definitions);

        async Task AddAsync<T>(IReadOnlyList<T> rows) where T : class
        {
            foreach (var some in rows.Chunk(AtOnce))
            {
                db.Set<T>().AddRange(some);
                await db.SaveChangesAsync(cancel);
                foreach (var row in some) db.Entry(row).State = EntityState.Detached;
            }
        }
    }
}
