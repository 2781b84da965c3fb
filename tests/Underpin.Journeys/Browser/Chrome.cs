using Microsoft.Playwright;

namespace Underpin.Journeys.Browser;

/// <summary>One Chromium for a whole run; each person gets a context of their own, so that no two share a cookie.</summary>
internal static class Chrome
{
    static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        // /dev/shm of a container is too small for full-page pictures.
        "--disable-dev-shm-usage",
    ];

    static readonly Lazy<Task<IBrowser>> Browser = new(StartAsync);

    public static async Task<IBrowserContext> ContextAsync(Screen screen, Uri site)
    {
        var browser = await Browser.Value;
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = site.ToString(),
            ViewportSize = screen.Size(),
            DeviceScaleFactor = 1,
            IsMobile = screen == Screen.Phone,
            HasTouch = screen == Screen.Phone,
            Locale = "en-GB",
            TimezoneId = "Europe/London",
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(15_000);
        context.SetDefaultNavigationTimeout(30_000);
        return context;
    }

    static async Task<IBrowser> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Find(), Args = Arguments });
    }

    static string Find()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Prepend("/usr/bin");
        string[] names = ["chromium", "chromium-browser", "google-chrome"];
        return folders.SelectMany(_ => names, Path.Combine).FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException("The journeys need Chromium. On Debian: apt-get install chromium.");
    }
}
