using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Underpin.Framework;
using Underpin.Platform.Web;

namespace Underpin.Qualifications;

[PublicPage("content")]
internal sealed class UnitPageModel(UnderpinDb db) : PageModel
{
    public Unit Unit { get; private set; } = null!;
    public IReadOnlyList<Competence> Competences { get; private set; } = [];
    public IReadOnlyList<ProficiencyLevel> Levels { get; private set; } = [];
    public IReadOnlyList<(string Code, string Title)> Qualifications { get; private set; } = [];
    public IReadOnlyList<(string Code, string Title, int Level)> LeadsTo { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancel)
    {
        var canonical = code.ToUpperInvariant();
        var unit = await db.Units.AsNoTracking()
            .Include(u => u.Outcomes.OrderBy(o => o.Order)).ThenInclude(o => o.Criteria.OrderBy(c => c.Order))
            .SingleOrDefaultAsync(u => u.Code == canonical && u.IsCurrent, cancel);
        if (unit is null) return NotFound();
        if (code != canonical) return RedirectPermanent($"/units/{canonical}");
        Unit = unit;
        var codes = unit.Competences.Select(c => c.Code).ToList();
        var framework = await db.Frameworks.AsNoTracking().SingleAsync(f => f.IsCurrent, cancel);
        Levels = framework.Levels;
        Competences = await db.Competences.AsNoTracking().Where(c => c.FrameworkId == framework.Id && codes.Contains(c.Code)).OrderBy(c => c.Code).ToListAsync(cancel);
        Qualifications = [.. (await db.QualificationUnits.Where(q => q.UnitId == unit.Id)
            .Join(db.Qualifications.Where(q => q.IsCurrent), u => u.QualificationId, q => q.Id, (u, q) => new { q.Code, q.Title, q.Level })
            .OrderBy(q => q.Code).ToListAsync(cancel)).Select(q => (q.Code, q.Title))];
        LeadsTo = [.. (await db.Units.Where(u => u.IsCurrent && unit.LeadsTo.Contains(u.Code)).Select(u => new { u.Code, u.Title, u.Level }).OrderBy(u => u.Code).ToListAsync(cancel))
            .Select(u => (u.Code, u.Title, u.Level.Value))];
        return Page();
    }

    public string Proficiency(string competence)
    {
        var level = Unit.Competences.First(c => c.Code == competence).Level;
        return Levels.First(l => l.Level == level).Title;
    }
}
