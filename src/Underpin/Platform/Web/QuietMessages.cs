using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Underpin.Platform.Web;

/// <summary>
/// Keeps the message for the next page in a cookie. The framework's own provider also tells every browser to forget a cookie that it never had,
/// on each page, which no cache could then tell from a page for one person.
/// </summary>
internal sealed class QuietMessages(CookieTempDataProvider cookie) : ITempDataProvider
{
    public IDictionary<string, object> LoadTempData(HttpContext context) => cookie.LoadTempData(context);

    public void SaveTempData(HttpContext context, IDictionary<string, object> values)
    {
        if (values.Count > 0 || context.Request.Cookies.Keys.Any(k => k.EndsWith("underpin-message", StringComparison.Ordinal)))
            cookie.SaveTempData(context, values);
    }
}
