using System.Globalization;

namespace Underpin.Platform.Web;

internal static class British
{
    /// <summary>Dates, numbers and money are written as British users write them, wherever the server stands and whatever the browser asks for.</summary>
    public static void UseBritishFormats(this WebApplication app)
    {
        var culture = CultureInfo.GetCultureInfo("en-GB");
        app.UseRequestLocalization(new RequestLocalizationOptions
        {
            DefaultRequestCulture = new(culture),
            SupportedCultures = [culture],
            SupportedUICultures = [culture],
            RequestCultureProviders = [],
        });
    }
}
