using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Underpin.Platform.Database;

namespace Underpin.Platform.History;

/// <summary>Writes a context's pending acts to their chains in the transaction that saves what they changed.</summary>
internal sealed class HistoryRecorder
{
    readonly List<(Change Change, Guid Chain, HistoryEvent Event)> _pending = [];

    public bool HasPending => _pending.Count > 0;

    public void Add(Change change, Guid chain, HistoryEvent happened) => _pending.Add((change, chain, happened));

    public void RefuseUnrecordedChanges(ChangeTracker changes)
    {
        if (HasPending) return;
        var unrecorded = changes.Entries<IOnRecord>().FirstOrDefault(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted);
        if (unrecorded is not null)
            throw new InvalidOperationException($"A change of {unrecorded.Metadata.ClrType.Name} must be put on record with Record(...) before it is saved.");
    }

    public async Task<int> SaveWithHistoryAsync(UnderpinDb db, Func<Task<int>> save, CancellationToken cancel)
    {
        var ownTransaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancel) : null;
        await using (ownTransaction)
        {
            // Chains are locked in one order, so that two writers never wait for each other.
            foreach (var group in _pending.GroupBy(p => p.Chain).OrderBy(g => g.Key).ToList())
            {
                var chain = await LockAsync(db, group.Key, cancel);
                foreach (var (change, _, happened) in group) db.History.Add(Append(chain, change, happened));
            }

            var saved = await save();
            if (ownTransaction is not null) await ownTransaction.CommitAsync(cancel);
            _pending.Clear();
            return saved;
        }
    }

    static async Task<HistoryChain> LockAsync(UnderpinDb db, Guid id, CancellationToken cancel)
    {
        if (db.Database.IsNpgsql())
        {
            await db.Database.ExecuteSqlAsync($"""INSERT INTO "HistoryChains" ("Id", "LastNumber", "LastHash") VALUES ({id}, 0, {new byte[32]}) ON CONFLICT DO NOTHING""", cancel);
            await db.Database.ExecuteSqlAsync($"""SELECT 1 FROM "HistoryChains" WHERE "Id" = {id} FOR UPDATE""", cancel);
        }

        // On SQLite the transaction itself holds the only write lock.
        var chain = db.HistoryChains.Local.FirstOrDefault(c => c.Id == id);
        if (chain is not null) await db.Entry(chain).ReloadAsync(cancel);
        chain ??= await db.HistoryChains.SingleOrDefaultAsync(c => c.Id == id, cancel);
        return chain ?? db.HistoryChains.Add(new() { Id = id }).Entity;
    }

    static HistoryEntry Append(HistoryChain chain, Change change, HistoryEvent happened)
    {
        var payload = JsonSerializer.Serialize(new
        {
            // Whoever has an account is named by it, so that erasing the account is enough; only others are named here.
            actor = change.ActorId is null ? change.ActorName : null,
            summary = happened.Summary,
            change.Reason,
            change.OnBehalfOf,
            what = JsonSerializer.SerializeToElement(happened, happened.GetType(), Json.Options),
        }, Json.Options);
        var salt = RandomNumberGenerator.GetBytes(16);
        var payloadHash = HistoryEntry.HashPayload(salt, payload);
        var kind = happened.GetType().Name;
        var number = chain.LastNumber + 1;
        var hash = HistoryEntry.ComputeHash(chain.Id, number, change.At, kind, happened.About, change.ActorId, payloadHash, chain.LastHash);
        var entry = new HistoryEntry
        {
            ChainId = chain.Id,
            Number = number,
            At = change.At,
            Kind = kind,
            About = happened.About,
            ActorId = change.ActorId,
            Payload = payload,
            Salt = salt,
            PayloadHash = payloadHash,
            PreviousHash = chain.LastHash,
            Hash = hash,
        };
        chain.LastNumber = number;
        chain.LastHash = hash;
        return entry;
    }
}
