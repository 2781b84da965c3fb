using System.Text.Json;
using Microsoft.Playwright;

namespace Underpin.Journeys.Browser;

/// <summary>Runs axe-core on a page with the rules of WCAG 2.2 AA, the earlier versions' included.</summary>
internal static class Axe
{
    /// <param name="Rule">axe's name of the rule, such as "color-contrast".</param>
    internal sealed record Finding(string Rule, string Where, string Why)
    {
        public override string ToString() => $"{Rule}: {Where}\n      {Why}";
    }

    internal sealed record Result(IReadOnlyList<Finding> Violations, IReadOnlyList<Finding> Incomplete);

    static readonly Lazy<string> Source = new(() => File.ReadAllText(Path.Combine(Repository.Root, "src/Underpin/node_modules/axe-core/axe.min.js")));

    const string Run = """
        async () => {
          const found = await axe.run(document, {
            runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
            resultTypes: ['violations', 'incomplete'],
          });
          const flat = rules => rules.flatMap(rule => rule.nodes.map(node => ({
            rule: rule.id, where: node.target.flat().join(' '),
            why: [...node.any, ...node.all, ...node.none].map(check => check.message).join(' '),
          })));
          return { violations: flat(found.violations), incomplete: flat(found.incomplete) };
        }
        """;

    public static async Task<Result> CheckAsync(IPage page)
    {
        // Evaluated, not added as a script element: the site's content security policy would rightly refuse that.
        await page.EvaluateAsync(Source.Value);
        var found = await page.EvaluateAsync<JsonElement>(Run);
        return new(Read(found.GetProperty("violations")), Read(found.GetProperty("incomplete")));
    }

    static List<Finding> Read(JsonElement findings) =>
        [.. findings.EnumerateArray().Select(f => new Finding(f.GetProperty("rule").GetString()!, f.GetProperty("where").GetString()!, f.GetProperty("why").GetString()!))];
}
