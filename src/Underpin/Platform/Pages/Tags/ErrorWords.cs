using System.Net;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Underpin.Platform.Pages.Tags;

internal static class ErrorWords
{
    /// <summary>An error that arrived as an exception has no words meant for a person, so it gets plain ones.</summary>
    public static string Words(this ModelError error) =>
        error.ErrorMessage.Length > 0 ? error.ErrorMessage : "This answer cannot be used here. Check it and try again";

    public static string Text(this IHtmlContent html)
    {
        using var writer = new StringWriter();
        html.WriteTo(writer, HtmlEncoder.Default);
        return WebUtility.HtmlDecode(writer.ToString());
    }
}
