using Microsoft.Playwright;

namespace Underpin.Journeys.Browser;

/// <summary>Real files that people bring along.</summary>
internal static class Props
{
    /// <summary>A one-page PDF, printed by the browser.</summary>
    public static async Task<byte[]> PdfAsync(Person person) => await WithPageAsync(person, async page =>
    {
        await page.SetContentAsync("<h1>Visitors and keys</h1><p>Signed in at reception, lanyard worn, keys back on the board at 15:40.</p>");
        return await page.PdfAsync(new() { Format = "A4" });
    });

    /// <summary>A picture of a tidy cupboard, drawn.</summary>
    public static async Task<byte[]> PhotographAsync(Person person) => await WithPageAsync(person, async page =>
    {
        await page.SetContentAsync("""
            <svg width="640" height="420" style="background:#dfe7e2"><rect x="180" y="60" width="280" height="300" rx="8" fill="#39424a"/>
            <g fill="#8fd0a8"><rect x="200" y="90" width="240" height="26"/><rect x="200" y="130" width="240" height="26"/><rect x="200" y="170" width="240" height="26"/></g>
            <path d="M220 200c0 90 60 60 60 140M320 200c0 80 70 60 70 140" stroke="#d98a2b" stroke-width="6" fill="none"/></svg>
            """);
        return await page.Locator("svg").ScreenshotAsync();
    });

    static async Task<byte[]> WithPageAsync(Person person, Func<IPage, Task<byte[]>> make)
    {
        var page = await person.Page.Context.NewPageAsync();
        try
        {
            return await make(page);
        }
        finally
        {
            await page.CloseAsync();
        }
    }
}
