using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Underpin.Platform.Mail;

/// <summary>Sent messages name people and carry links; once there is no use in them they go. Those given up stay, to be looked into.</summary>
[DisallowConcurrentExecution]
internal sealed class DropSentMail(UnderpinDb db, TimeProvider clock) : IJob
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancel = default) => await RunAsync(cancel);

    public Task<int> RunAsync(CancellationToken cancel)
    {
        var before = clock.Now() - Kept;
        return db.Outbox.Where(m => m.SentAt < before).ExecuteDeleteAsync(cancel);
    }
}
