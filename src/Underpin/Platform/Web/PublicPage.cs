using System.Security.Cryptography;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Underpin.Platform.Web;

/// <summary>
/// Put on the model of a page that is the same for every visitor: for those who are not signed in it is kept for a minute, and sent with a
/// validator, so that a browser that has it already gets no second copy. Evict earlier with
/// <c>IOutputCacheStore.EvictByTagAsync(tag)</c>, which reaches this node only.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class PublicPageAttribute(params string[] tags) : Attribute, IOutputCachePolicy
{
    public const string Tag = "public";
    static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancel)
    {
        var request = context.HttpContext.Request;
        var cacheable = (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            && context.HttpContext.User.Identity?.IsAuthenticated != true
            // A message waiting to be shown is for one person.
            && !request.Cookies.Keys.Any(k => k.EndsWith("underpin-message", StringComparison.Ordinal));
        context.EnableOutputCaching = cacheable;
        context.AllowCacheLookup = cacheable;
        context.AllowCacheStorage = cacheable;
        context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = Kept;
        context.CacheVaryByRules.QueryKeys = "*";
        // A page may answer programs with JSON at the same address.
        context.CacheVaryByRules.VaryByValues["json"] = JsonWhenAsked.Prefers(request) ? "yes" : "no";
        context.Tags.Add(Tag);
        foreach (var tag in tags) context.Tags.Add(tag);
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancel) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancel)
    {
        var response = context.HttpContext.Response;
        if (response.StatusCode != StatusCodes.Status200OK || !StringValues.IsNullOrEmpty(response.Headers.SetCookie)) context.AllowCacheStorage = false;
        return ValueTask.CompletedTask;
    }
}

internal static class PublicPages
{
    public static void AddPublicPages(this IServiceCollection services) => services.AddOutputCache(o => o.UseCaseSensitivePaths = true);

    /// <summary>After signing in and the access gate, so that nothing is kept for someone it is not for.</summary>
    public static void UsePublicPages(this WebApplication app)
    {
        app.UseOutputCache();
        app.Use(async (context, next) =>
        {
            if (context.GetEndpoint()?.Metadata.GetMetadata<PublicPageAttribute>() is null || !HttpMethods.IsGet(context.Request.Method)) await next(context);
            else await WithValidatorAsync(context, next);
        });
    }

    static async Task WithValidatorAsync(HttpContext context, RequestDelegate next)
    {
        var body = context.Response.Body;
        using var page = new MemoryStream();
        context.Response.Body = page;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = body;
        }

        if (context.Response.StatusCode == StatusCodes.Status200OK && !context.Response.HasStarted && StringValues.IsNullOrEmpty(context.Response.Headers.SetCookie))
        {
            context.Response.Headers.ETag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(page.GetBuffer().AsSpan(0, (int)page.Length)).AsSpan(0, 16))}\"").ToString();
            context.Response.Headers.CacheControl = "private, no-cache";
            context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Cookie);
        }

        page.Position = 0;
        await page.CopyToAsync(body, context.RequestAborted);
    }
}
