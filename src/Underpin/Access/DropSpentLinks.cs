using Microsoft.EntityFrameworkCore;
using Quartz;
using Underpin.Platform;

namespace Underpin.Access;

/// <summary>Links that were used or ran out go after a while; until then they still tell whoever follows one why it does nothing.</summary>
[DisallowConcurrentExecution]
internal sealed class DropSpentLinks(UnderpinDb db, TimeProvider clock) : IJob
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancel = default) => await RunAsync(cancel);

    public Task<int> RunAsync(CancellationToken cancel)
    {
        var before = clock.Now() - Kept;
        return db.OneTimeLinks.Where(l => l.ExpiresAt < before || l.UsedAt < before).ExecuteDeleteAsync(cancel);
    }
}
