using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Underpin.Journeys.Browser;

/// <summary>
/// The pictures of one journey at one width, numbered in the order they were seen: artifacts/journeys/WIDTH/JOURNEY/NNN-page.png. Taking them is slow, so
/// only the page at which somebody is stuck is always kept; the others when UNDERPIN_PICTURES is 1.
/// </summary>
internal sealed partial class Album
{
    static readonly bool KeepsAll = Environment.GetEnvironmentVariable("UNDERPIN_PICTURES") == "1";

    readonly string _folder;
    int _count;

    public Album(Screen screen, string journey)
    {
        _folder = Path.Combine(Repository.Root, "artifacts", "journeys", $"{screen.Size().Width}", journey);
        if (KeepsAll && Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
        Directory.CreateDirectory(_folder);
    }

    public Task KeepAsync(IPage page, string name) => KeepsAll ? KeepAlwaysAsync(page, name) : Task.CompletedTask;

    public Task KeepAlwaysAsync(IPage page, string name)
    {
        var words = NotALetter().Replace(name.ToLowerInvariant(), "-").Trim('-');
        var file = $"{++_count:000}-{words[..Math.Min(words.Length, 50)]}.png";
        return page.ScreenshotAsync(new() { Path = Path.Combine(_folder, file), FullPage = true });
    }

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NotALetter();
}
