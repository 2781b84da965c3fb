using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Underpin.Platform.Web;

namespace Underpin.Qualifications;

[PublicPage("content")]
internal sealed class UnitsModel(UnderpinDb db) : PageModel
{
    internal sealed record Row(string Code, string Title, int Level, int Credit, int GuidedHours, IReadOnlyList<string> Areas);

    /// <summary>A choice of the filter: where it leads, and how many units it shows.</summary>
    internal sealed record Choice(string Words, int Count, string Href, bool IsChosen);

    IReadOnlyList<Row> _all = [];
    IReadOnlyList<(string Code, string Title)> _areas = [];

    [BindProperty(SupportsGet = true)]
    public string? Level { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Area { get; set; }

    public int InAll => _all.Count;
    public IReadOnlyList<IGrouping<int, Row>> Levels { get; private set; } = [];
    public int Shown => Levels.Sum(l => l.Count());
    public string? AreaTitle => _areas.Where(a => a.Code == Area).Select(a => a.Title).FirstOrDefault();

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var areas = await db.Areas.AsNoTracking().Join(db.Frameworks.Where(f => f.IsCurrent), a => a.FrameworkId, f => f.Id, (a, _) => a)
            .OrderBy(a => a.Order).Select(a => new { a.Id, a.Code, a.Title }).ToListAsync(cancel);
        var ids = areas.ConvertAll(a => a.Id);
        var codeOf = areas.ToDictionary(a => a.Id, a => a.Code);
        var areaOf = (await db.Competences.Where(c => ids.Contains(c.AreaId)).Select(c => new { c.Code, c.AreaId }).ToListAsync(cancel)).ToDictionary(c => c.Code, c => codeOf[c.AreaId]);
        _areas = [.. areas.Select(a => (a.Code, a.Title))];
        _all = [.. (await db.Units.AsNoTracking().Where(u => u.IsCurrent).OrderBy(u => u.Code)
            .Select(u => new { u.Code, u.Title, u.Level, u.Credit, u.GuidedHours, u.Competences }).ToListAsync(cancel))
            .Select(u => new Row(u.Code, u.Title, u.Level.Value, u.Credit.Value, u.GuidedHours.Value,
                [.. u.Competences.Select(c => areaOf.GetValueOrDefault(c.Code)).OfType<string>().Distinct()]))];
        Levels = [.. _all.Where(u => AtLevel(u, Level) && InArea(u, Area)).GroupBy(u => u.Level).OrderBy(g => g.Key)];
    }

    public IEnumerable<Choice> LevelChoices =>
    [
        new("All", _all.Count(u => InArea(u, Area)), Address(null, Area), string.IsNullOrEmpty(Level)),
        .. _all.GroupBy(u => $"{u.Level}").OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new Choice($"Level {g.Key}", g.Count(u => InArea(u, Area)), Address(g.Key, Area), g.Key == Level)),
    ];

    public IEnumerable<Choice> AreaChoices =>
    [
        new("All areas", _all.Count(u => AtLevel(u, Level)), Address(Level, null), string.IsNullOrEmpty(Area)),
        .. _areas.Select(a => new Choice(a.Title, _all.Count(u => AtLevel(u, Level) && InArea(u, a.Code)), Address(Level, a.Code), a.Code == Area)),
    ];

    static bool AtLevel(Row unit, string? level) => string.IsNullOrEmpty(level) || $"{unit.Level}" == level;
    static bool InArea(Row unit, string? area) => string.IsNullOrEmpty(area) || unit.Areas.Contains(area);

    static string Address(string? level, string? area) => (level, area) switch
    {
        ({ Length: > 0 }, { Length: > 0 }) => $"/units?level={Uri.EscapeDataString(level)}&area={Uri.EscapeDataString(area)}",
        ({ Length: > 0 }, _) => $"/units?level={Uri.EscapeDataString(level)}",
        (_, { Length: > 0 }) => $"/units?area={Uri.EscapeDataString(area)}",
        _ => "/units",
    };
}
