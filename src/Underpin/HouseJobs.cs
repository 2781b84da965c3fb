using Microsoft.EntityFrameworkCore;
using Quartz;
using Underpin.Platform;
using Underpin.Platform.Jobs;
using Underpin.Platform.Mail;
using Underpin.Portfolios;

namespace Underpin;

/// <summary>Timed work of the house, and how often each is done.</summary>
internal static class HouseJobs
{
    public static void AddHouseJobs(this IServiceCollection services, IConfiguration settings) => services.AddJobs(settings, jobs =>
    {
        jobs.Every<DropSentMail>(TimeSpan.FromHours(6));
        jobs.Every<DropSpentLinks>(TimeSpan.FromHours(6));
        jobs.Every<RemoveUnreferencedFiles>(TimeSpan.FromDays(1));
    });
}

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
