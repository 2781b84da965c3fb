using Microsoft.EntityFrameworkCore;

namespace Underpin.Platform.History;

/// <summary>What walking the chains showed.</summary>
/// <param name="Faults">In words, each naming its entry; empty when every chain is whole.</param>
internal sealed record HistoryReport(int Chains, long Entries, IReadOnlyList<string> Faults);

internal static class HistoryVerifier
{
    /// <summary>Walks every chain in order, one entry in memory at a time.</summary>
    public static async Task<HistoryReport> VerifyAsync(UnderpinDb db, CancellationToken cancel = default)
    {
        var heads = await db.HistoryChains.AsNoTracking().ToDictionaryAsync(c => c.Id, cancel);
        var faults = new List<string>();
        var seen = new HashSet<Guid>();
        long entries = 0, expected = 1;
        HistoryEntry? previous = null;

        await foreach (var entry in db.History.AsNoTracking().OrderBy(e => e.ChainId).ThenBy(e => e.Number).AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (previous?.ChainId != entry.ChainId)
            {
                CheckHead(previous);
                previous = null;
                expected = 1;
                seen.Add(entry.ChainId);
            }

            entries++;
            if (entry.Number != expected) faults.Add($"{Name(entry)}: expected number {expected}, so an entry is missing or was moved.");
            if (!entry.PreviousHash.AsSpan().SequenceEqual(previous?.Hash ?? new byte[32])) faults.Add($"{Name(entry)}: does not follow from the entry before it.");
            if (!entry.ComputeHash().AsSpan().SequenceEqual(entry.Hash)) faults.Add($"{Name(entry)}: who, when or what kind was changed after it was written.");
            if (entry.Payload is not null && entry.Salt is not null)
            {
                if (!HistoryEntry.HashPayload(entry.Salt, entry.Payload).AsSpan().SequenceEqual(entry.PayloadHash))
                    faults.Add($"{Name(entry)}: what happened was changed after it was written.");
            }
            else if (entry.ErasedAt is null)
            {
                faults.Add($"{Name(entry)}: its text is gone, and it was not erased by the erasure procedure.");
            }

            expected = entry.Number + 1;
            previous = entry;
        }

        CheckHead(previous);
        foreach (var head in heads.Values.Where(h => h.LastNumber > 0 && !seen.Contains(h.Id)))
            faults.Add($"Chain {head.Id}: all {head.LastNumber} entries are missing.");
        return new(seen.Count, entries, faults);

        void CheckHead(HistoryEntry? last)
        {
            if (last is null) return;
            if (!heads.TryGetValue(last.ChainId, out var head) || head.LastNumber != last.Number || !head.LastHash.AsSpan().SequenceEqual(last.Hash))
                faults.Add($"{Name(last)}: is not the chain's last entry on record; later entries are missing.");
        }

        static string Name(HistoryEntry entry) => $"Entry {entry.Number} of chain {entry.ChainId} ({entry.Kind}, {entry.Id})";
    }
}
