using Microsoft.EntityFrameworkCore;
using Underpin.Tests;

namespace Underpin.Journeys.Story;

/// <summary>A unit that is walked through page by page, with its criteria as pages label them: "1.1 Find your way…".</summary>
internal sealed record TheUnit(string Title, IReadOnlyList<string> Codes, IReadOnlyList<string> Labels)
{
    public const string Walked = "EIT203";

    public static async Task<TheUnit> FindAsync(TestSite site, string code)
    {
        var unit = await site.DbAsync(db => db.Units.AsNoTracking().Include(u => u.Outcomes).ThenInclude(o => o.Criteria).SingleAsync(u => u.Code == code && u.IsCurrent));
        var criteria = unit.Outcomes.OrderBy(o => o.Order).SelectMany(o => o.Criteria.OrderBy(c => c.Order)).ToList();
        return new(unit.Title, [.. criteria.Select(c => c.Code)], [.. criteria.Select(c => $"{c.Code} {c.Text}")]);
    }
}
