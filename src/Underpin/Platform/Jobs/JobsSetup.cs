using Quartz;
using Underpin.Platform.Database;
using Underpin.Platform.Files;
using Underpin.Platform.Mail;

namespace Underpin.Platform.Jobs;

/// <summary>
/// Timed work. On PostgreSQL the nodes share one schedule in the database and each run happens on one of them; on SQLite there is one node
/// and the schedule is in its memory. Setting <c>Jobs:Run</c> to false makes a node that only serves pages.
/// </summary>
internal static class JobsSetup
{
    public static void AddJobs(this IServiceCollection services, IConfiguration settings, Action<IQuartzBuilder> schedule)
    {
        services.AddTransient<RemoveLeftovers>();
        if (!settings.GetValue("Jobs:Run", defaultValue: true)) return;

        services.AddQuartz(quartz =>
        {
            if (settings.GetConnectionString("Underpin") is { } connection && DatabaseSetup.IsPostgres(connection)) quartz.ShareScheduleIn(connection);
            schedule(quartz);
        });
        services.AddQuartzHostedService(o => o.WaitForJobsToComplete = true);
        services.AddHostedService<MailPump>();
        services.AddHostedService<LeftoversAtStart>();
    }

    public static void Every<TJob>(this IQuartzBuilder quartz, TimeSpan interval) where TJob : class, IJob =>
        quartz.ScheduleJob<TJob>(
            trigger => trigger.WithIdentity(typeof(TJob).Name).WithSimpleSchedule(interval),
            job => job.WithIdentity(typeof(TJob).Name));

    static void ShareScheduleIn(this IQuartzBuilder quartz, string connection) => quartz.UsePersistentStore(store =>
    {
        store.UsePostgres(connection);
        store.UseSystemTextJsonSerializer();
        store.UseClustering();
        store.ProvisionSchema();
    });
}
