using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Underpin.Platform.Web;

internal static class Cookies
{
    /// <summary>The cookies beside the one of signing in: who may read and send them, and names that say what they are.</summary>
    public static void AddCookies(this IServiceCollection services, bool secure)
    {
        var policy = secure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        services.AddAntiforgery(o =>
        {
            o.Cookie.Name = Name("form", secure);
            o.Cookie.SameSite = SameSiteMode.Strict;
            o.Cookie.SecurePolicy = policy;
            // The security headers forbid framing altogether.
            o.SuppressXFrameOptionsHeader = true;
        });
        services.AddSingleton<CookieTempDataProvider>();
        services.AddSingleton<ITempDataProvider, QuietMessages>();
        services.Configure<CookieTempDataProviderOptions>(o =>
        {
            o.Cookie.Name = Name("message", secure);
            o.Cookie.SameSite = SameSiteMode.Lax;
            o.Cookie.SecurePolicy = policy;
        });
    }

    // A browser takes a __Host- cookie only over https, for this host alone and for all of its paths.
    static string Name(string what, bool secure) => secure ? $"__Host-underpin-{what}" : $"underpin-{what}";
}
