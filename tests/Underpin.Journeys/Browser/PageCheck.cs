using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Underpin.Journeys.Browser;

/// <summary>What must be true of every page a journey passes, whoever is looking and however wide their screen.</summary>
internal static partial class PageCheck
{
    static readonly ConcurrentDictionary<string, bool> AlreadyScanned = new();

    /// <summary>
    /// What axe could not decide by itself and a person has looked at. Anything else that it is unsure of fails the journey.
    /// </summary>
    static readonly IReadOnlyList<(string Rule, string Where, string Why, string Reason)> LookedAt =
    [
        ("color-contrast", "caption", "partially obscured", "Axe takes the rows of a table for something that lies over its caption. It is ink on paper."),
        ("color-contrast", "label", "pseudo element", "The box or circle of a choice is drawn before and after its label. The words are ink on the page's ground."),
        ("color-contrast", "u-chart__", "could not be determined", "Words of the organisation chart stand on a shape, which axe cannot see through. Ink and its muted tone keep 4.5 to 1 on each of its fills."),
        ("color-contrast", "u-rotation__", "could not be determined", "Names on the bands of the timeline: ink on five pale colours, each of which keeps 4.5 to 1."),
        ("color-contrast", "text[", "could not be determined", "The same words, which axe names by their place; and the names round the overlap graph, which stand on paper."),
        ("th-has-data-cells", "table", "missing or empty", "A learning outcome heads the rows below it in the gap grid (scope=rowgroup); axe looks for data in its own row only."),
    ];

    const string Measure = """
        () => {
          const wide = document.documentElement.clientWidth;
          const tooWide = document.documentElement.scrollWidth <= wide ? [] : [...document.body.querySelectorAll('*')]
            .filter(e => e.getBoundingClientRect().right > wide + 0.5)
            .map(e => e.tagName.toLowerCase() + (e.className && e.className.baseVal === undefined ? '.' + String(e.className).trim().replaceAll(/\s+/g, '.') : ''));
          const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
          return {
            title: document.title,
            h1: [...document.querySelectorAll('h1')].map(e => e.innerText.trim()),
            scroll: document.documentElement.scrollWidth - wide, tooWide: tooWide.slice(0, 8),
            twice: [...new Set(ids.filter((id, i) => ids.indexOf(id) !== i))],
          };
        }
        """;

    /// <summary>
    /// What a page is made of, without its words and numbers: elements with their classes and what helps to read them out, rows alike said once. Two
    /// pages of one make cannot differ in what axe finds, and axe takes longer than all else.
    /// </summary>
    const string Make = """
        () => {
          const telling = ['class', 'role', 'type', 'lang', 'scope', 'style', 'tabindex', 'autocomplete', 'aria-hidden', 'aria-current', 'aria-invalid', 'aria-expanded', 'aria-live', 'open', 'hidden', 'disabled', 'checked'];
          const make = element => {
            const names = [...element.attributes].map(a => telling.includes(a.name) ? `${a.name}=${a.value}` : a.value.trim() ? a.name : `${a.name}=`).sort();
            const parts = [];
            for (const child of element.childNodes) {
              const part = child.nodeType === 1 ? make(child) : child.nodeType === 3 && child.data.trim() ? '"' : '';
              if (part && part !== parts.at(-1)) parts.push(part);
            }
            return `<${element.localName} ${names.join(' ')}>${parts.join('')}`;
          };
          return make(document.documentElement);
        }
        """;

    /// <returns>What is wrong, in words; empty for a good page.</returns>
    public static async Task<IReadOnlyList<string>> FaultsAsync(IPage page)
    {
        var faults = new List<string>();
        var seen = await page.EvaluateAsync<JsonElement>(Measure);
        if (string.IsNullOrWhiteSpace(seen.GetProperty("title").GetString())) faults.Add("the page has no title");

        var headings = Strings(seen, "h1");
        if (headings.Count != 1) faults.Add($"the page has {headings.Count} h1 headings: {string.Join(" | ", headings)}");

        var scroll = seen.GetProperty("scroll").GetInt32();
        if (scroll > 0) faults.Add($"the page scrolls sideways by {scroll} px because of {string.Join(", ", Strings(seen, "tooWide"))}");

        var twice = Strings(seen, "twice");
        if (twice.Count > 0) faults.Add($"the page has more than one element with id {string.Join(", ", twice)}");

        if (TypeName().Match(await page.Locator("body").InnerTextAsync()) is { Success: true } raw) faults.Add($"the page shows a reader the program's own words: {raw.Value}");

        if (!AlreadyScanned.TryAdd($"{page.ViewportSize!.Width} {await page.EvaluateAsync<string>(Make)}", true)) return faults;
        var axe = await Axe.CheckAsync(page);
        faults.AddRange(axe.Violations.Select(v => $"axe violation, {v}"));
        faults.AddRange(axe.Incomplete.Where(i => !LookedAt.Any(l => l.Rule == i.Rule && i.Where.Contains(l.Where, StringComparison.Ordinal) && i.Why.Contains(l.Why, StringComparison.Ordinal))).Select(i => $"axe is unsure, {i}"));
        return faults;
    }

    static List<string> Strings(JsonElement seen, string name) => [.. seen.GetProperty(name).EnumerateArray().Select(e => e.GetString()!)];

    // What a page shows when a record or a list was printed instead of its value.
    [GeneratedRegex(@"System\.Collections\.\S+|Underpin\.[A-Z]\w+\.[A-Z]\w+|\b\w+ \{ \w+ = ")]
    private static partial Regex TypeName();
}
