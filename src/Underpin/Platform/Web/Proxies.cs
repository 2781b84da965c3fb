using Microsoft.AspNetCore.HttpOverrides;

namespace Underpin.Platform.Web;

internal static class Proxies
{
    /// <summary>
    /// Takes the visitor's address and scheme from a proxy's headers, when the setting <c>Site:BehindProxy</c> says that there is one. The program
    /// must then be reachable through the proxy only: anyone who reaches it directly could claim to be anyone.
    /// </summary>
    public static void UseProxy(this WebApplication app, SiteOptions site)
    {
        if (!site.BehindProxy) return;
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        options.KnownIPNetworks.Clear();
        options.KnownProxies.Clear();
        app.UseForwardedHeaders(options);
    }
}
