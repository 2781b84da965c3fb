using Underpin.Access;
using Underpin.Leadership.Plans;
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
        jobs.Every<PlanRotations>(TimeSpan.FromSeconds(5));
        jobs.Every<RemoveUnreferencedFiles>(TimeSpan.FromDays(1));
    });
}
