using Microsoft.EntityFrameworkCore;
using Quartz;
using Underpin.Platform;
using Underpin.Platform.Files;

namespace Underpin.Portfolios;

/// <summary>
/// Removes stored files that no evidence refers to: those of erased learners, and those sent with a form that was never finished. What is to
/// go is worked out anew each time, so an erasure has nothing to remember and a crash loses nothing.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class RemoveUnreferencedFiles(UnderpinDb db, IFileStore store, TimeProvider clock) : IJob
{
    /// <summary>A file is stored before the evidence that refers to it; between the two nobody refers to it.</summary>
    public static readonly TimeSpan Age = TimeSpan.FromDays(1);

    const int AtOnce = 500;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancel = default) => await RunAsync(cancel);

    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var before = clock.Now() - Age;
        var removed = 0;
        foreach (var hashes in store.StoredBefore(before).Chunk(AtOnce))
        {
            var used = await db.Evidence.Where(e => hashes.Contains(e.File!.Hash)).Select(e => e.File!.Hash).Distinct().ToListAsync(cancel);
            foreach (var hash in hashes.Except(used))
                if (await store.DeleteAsync(hash, before, cancel)) removed++;
        }

        return removed;
    }
}
