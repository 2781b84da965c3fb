using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Underpin.Platform.Pages;

internal static class Messages
{
    public const string Key = "Message";

    /// <summary>Shows a success message at the head of the next page this person opens.</summary>
    public static void Say(this PageModel page, string message) => page.TempData[Key] = message;
}
