namespace Underpin.Platform.Web;

internal static class WebSetup
{
    public static void AddWeb(this IServiceCollection services, IConfiguration settings, SiteOptions site, IEnumerable<LimitedRoute> limited)
    {
        services.AddCookies(secure: site.PublicAddress.Scheme == Uri.UriSchemeHttps);
        services.AddRequestLimits();
        services.AddRateLimits(settings, limited);
        services.AddPublicPages();
        services.AddHealth();
        services.AddApiDescription();
    }
}
