using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.WebEncoders;

namespace Underpin.Platform.Pages;

internal static class PagesSetup
{
    public static void AddPages(this IServiceCollection services)
    {
        services.AddOptions<SiteOptions>().BindConfiguration("Site");
        // Names are written as people write them, Welsh and Polish letters included, not as numbered entities.
        services.Configure<WebEncoderOptions>(web => web.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        // Pages stand in the room they are about, so every folder is searched; each page names its own address.
        services.AddRazorPages(pages => pages.RootDirectory = "/")
            .AddMvcOptions(mvc =>
            {
                mvc.ModelBinderProviders.Insert(0, new DateInputBinderProvider());
                mvc.ModelMetadataDetailsProviders.Add(new PlainMessages());
                PlainMessages.ForUnreadableValues(mvc.ModelBindingMessageProvider);
            });
        services.Configure<RazorViewEngineOptions>(razor =>
        {
            foreach (var formats in (IList<string>[])[razor.PageViewLocationFormats, razor.ViewLocationFormats])
            {
                formats.Add("/Platform/Pages/Shared/{0}.cshtml");
                formats.Add("/Platform/Pages/{0}.cshtml");
            }
        });
    }

    /// <summary>Every failure answers in the caller's language: a page for people, problem details below <c>/api</c>.</summary>
    public static void UseErrorPages(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/error/500",
            StatusCodeSelector = StatusOf,
        });
        app.UseStatusCodePagesWithReExecute("/error/{0}");
    }

    private static int StatusOf(Exception error) => error switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        DbUpdateConcurrencyException => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status500InternalServerError,
    };
}
