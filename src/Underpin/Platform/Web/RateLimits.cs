using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Underpin.Platform.Web;

/// <summary>How often a minute. Read from the setting <c>Limits</c>; counted by each node for itself, so two nodes allow twice as much.</summary>
internal sealed record RateLimits
{
    /// <summary>Tries at one account from one address.</summary>
    public int SignInsOfOneAccount { get; init; } = 10;
    /// <summary>Tries at any account from one address. A whole school may stand behind one.</summary>
    public int SignInsFromOneAddress { get; init; } = 120;
    public int VerificationsFromOneAddress { get; init; } = 60;
    /// <summary>A program that takes a whole framework needs one request; one that walks it item by item needs several a second.</summary>
    public int FrameworkReadsFromOneAddress { get; init; } = 300;
}

internal enum Limited
{
    SignIn,
    Verification,
    Frameworks,
}

/// <summary>A route that is limited, as its page writes it, and whether reading it counts too.</summary>
internal sealed record LimitedRoute(string Route, Limited By, bool ReadingCounts);

internal static class RateLimiting
{
    static readonly object Account = new();

    public static void AddRateLimits(this IServiceCollection services, IConfiguration settings, IEnumerable<LimitedRoute> routes)
    {
        var limits = settings.GetSection("Limits").Get<RateLimits>() ?? new();
        var table = new LimitedRoutes(routes);
        services.AddSingleton(table);
        services.AddRateLimiter(o =>
        {
            o.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            o.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                PartitionedRateLimiter.Create<HttpContext, string>(c => table.Of(c) switch
                {
                    Limited.SignIn => PerMinute($"address {AddressOf(c)}", limits.SignInsFromOneAddress),
                    Limited.Verification => PerMinute($"verify {AddressOf(c)}", limits.VerificationsFromOneAddress),
                    Limited.Frameworks => PerMinute($"frameworks {AddressOf(c)}", limits.FrameworkReadsFromOneAddress),
                    _ => RateLimitPartition.GetNoLimiter(""),
                }),
                PartitionedRateLimiter.Create<HttpContext, string>(c => table.Of(c) == Limited.SignIn && c.Items[Account] is string account
                    ? PerMinute($"{AddressOf(c)} {account}", limits.SignInsOfOneAccount)
                    : RateLimitPartition.GetNoLimiter("")));
            o.OnRejected = (rejected, _) =>
            {
                if (rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
                    rejected.HttpContext.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
        });
    }

    /// <summary>After routing: what counts is the page asked for, not how its address is spelt.</summary>
    public static void UseRateLimits(this WebApplication app)
    {
        var table = app.Services.GetRequiredService<LimitedRoutes>();
        app.Use(async (context, next) =>
        {
            if (table.Of(context) == Limited.SignIn && context.Request.HasFormContentType) context.Items[Account] = await AccountTypedAsync(context);
            await next(context);
        });
        app.UseRateLimiter();
    }

    static async Task<string?> AccountTypedAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var field = form.Keys.FirstOrDefault(k => k.EndsWith("Email", StringComparison.OrdinalIgnoreCase));
        return field is null ? null : form[field].ToString().Trim().ToUpperInvariant() is { Length: <= 254 } account ? account : "too long";
    }

    // Someone with IPv6 has a whole /64 of addresses to come from.
    static string AddressOf(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is not { } address) return "unknown";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? new IPAddress([.. address.GetAddressBytes()[..8], .. new byte[8]]).ToString() : address.ToString();
    }

    static RateLimitPartition<string> PerMinute(string who, int times) => RateLimitPartition.GetFixedWindowLimiter(who, _ => new()
    {
        PermitLimit = times,
        Window = TimeSpan.FromMinutes(1),
    });
}

internal sealed class LimitedRoutes(IEnumerable<LimitedRoute> routes)
{
    readonly Dictionary<string, LimitedRoute> _routes = routes.ToDictionary(r => r.Route);

    public Limited? Of(HttpContext context)
    {
        if (context.GetEndpoint() is not RouteEndpoint endpoint) return null;
        if (!_routes.TryGetValue($"/{endpoint.RoutePattern.RawText?.Trim('/')}", out var route)) return null;
        return route.ReadingCounts || !(HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)) ? route.By : null;
    }
}
