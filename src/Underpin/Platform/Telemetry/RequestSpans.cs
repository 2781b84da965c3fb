using System.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace Underpin.Platform.Telemetry;

/// <summary>Gives the request's span its route and status, and takes its path and query away: some of them are one-time links.</summary>
internal sealed class RequestSpans(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        finally
        {
            if (context.Features.Get<IHttpActivityFeature>()?.Activity is { } span) Describe(span, context);
        }
    }

    static void Describe(Activity span, HttpContext context)
    {
        // A failed request ends on the error page; the route it asked for is what tells.
        var endpoint = context.Features.Get<Microsoft.AspNetCore.Diagnostics.IStatusCodeReExecuteFeature>()?.Endpoint
            ?? context.Features.Get<Microsoft.AspNetCore.Diagnostics.IExceptionHandlerPathFeature>()?.Endpoint
            ?? context.GetEndpoint();
        var route = (endpoint as RouteEndpoint)?.RoutePattern.RawText;
        span.DisplayName = route is null ? context.Request.Method : $"{context.Request.Method} /{route.TrimStart('/')}";
        span.SetTag("http.route", route);
        span.SetTag("http.response.status_code", context.Response.StatusCode);
        span.SetTag("url.path", null);
        span.SetTag("url.query", null);
    }
}
