using Microsoft.AspNetCore.Http.Features;
using Underpin.Platform.Files;

namespace Underpin.Platform.Web;

/// <summary>How much a request may carry. A file over its own limit is refused in words by the intake, so uploads have some room above it.</summary>
internal static class RequestLimits
{
    public const long Upload = FileIntake.MaximumSize + 5 * 1024 * 1024;
    public const long Otherwise = 1024 * 1024;

    public static void AddRequestLimits(this IServiceCollection services) => services.Configure<FormOptions>(o =>
    {
        o.MultipartBodyLengthLimit = Upload;
        // Text pasted beside a file is refused by the page that knows what it should have been.
        o.ValueLengthLimit = (int)Upload;
    });

    public static void UseRequestLimits(this WebApplication app) => app.Use((context, next) =>
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = IsUpload(context.Request) ? Upload : Otherwise;
        return next(context);
    });

    static bool IsUpload(HttpRequest request) => request.ContentType?.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase) == true;
}
