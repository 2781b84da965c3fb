namespace Underpin.Platform.Web;

/// <summary>What every answer tells the browser it may do. A page that needs something else (a downloaded file) sets its own first.</summary>
internal static class SecurityHeaders
{
    public const string ContentPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    // Passkeys are the two this site itself may use.
    const string Permissions = "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=(), publickey-credentials-create=(self), publickey-credentials-get=(self)";

    public static void UseSecurityHeaders(this WebApplication app, SiteOptions site)
    {
        var isSecure = site.PublicAddress.Scheme == Uri.UriSchemeHttps;
        app.Use((context, next) =>
        {
            // As the answer starts, because the page for a failure begins by clearing what was set before.
            context.Response.OnStarting(() =>
            {
                Set(context, isSecure);
                return Task.CompletedTask;
            });
            return next(context);
        });
    }

    static void Set(HttpContext context, bool isSecure)
    {
        var headers = context.Response.Headers;
        headers.TryAdd("Content-Security-Policy", ContentPolicy);
        headers.TryAdd("X-Content-Type-Options", "nosniff");
        headers.TryAdd("X-Frame-Options", "DENY");
        headers.TryAdd("Referrer-Policy", "strict-origin-when-cross-origin");
        headers.TryAdd("Permissions-Policy", Permissions);
        headers.TryAdd("Cross-Origin-Opener-Policy", "same-origin");
        if (isSecure) headers.TryAdd("Strict-Transport-Security", "max-age=31536000");
        // What a signed-in person sees is theirs: no proxy may keep it, and the browser asks again after they have signed out.
        if (context.User.Identity?.IsAuthenticated == true) headers.TryAdd("Cache-Control", "private, no-cache");
    }
}
