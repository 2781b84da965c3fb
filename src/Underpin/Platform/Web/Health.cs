using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Underpin.Platform.Web;

/// <summary><c>/health/live</c>: the program runs. <c>/health/ready</c>: it can serve, with a database it can reach and knows.</summary>
internal static class Health
{
    public const string Live = "/health/live";
    public const string Ready = "/health/ready";

    public static void AddHealth(this IServiceCollection services) => services.AddHealthChecks().AddCheck<DatabaseIsReady>("database");

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks(Live, new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks(Ready);
    }
}

internal sealed class DatabaseIsReady(UnderpinDb db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancel = default)
    {
        if (!await db.Database.CanConnectAsync(cancel)) return HealthCheckResult.Unhealthy("The database cannot be reached.");
        var missing = (await db.Database.GetPendingMigrationsAsync(cancel)).Count();
        return missing == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy($"The database lacks {missing} migrations.");
    }
}
