using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Underpin.Platform.Web;

namespace Underpin.Framework;

[PublicPage("content")]
internal sealed class CompetencePageModel(UnderpinDb db) : PageModel
{
    public Competence Competence { get; private set; } = null!;
    public Area Area { get; private set; } = null!;
    public PublishedFramework Framework { get; private set; } = null!;
    public IReadOnlyList<(string Code, string Title)> Siblings { get; private set; } = [];

    /// <summary>Units live in a later room; it says which of them teach this.</summary>
    public IReadOnlyList<TeachingUnit> Units { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string competence, [FromServices] FindTeachingUnits findUnits, CancellationToken cancel)
    {
        var code = competence.ToUpperInvariant();
        var found = await db.Competences.AsNoTracking().Where(c => c.Code == code)
            .Join(db.Frameworks.Where(f => f.IsCurrent), c => c.FrameworkId, f => f.Id, (c, f) => new { Competence = c, Framework = f })
            .Join(db.Areas, x => x.Competence.AreaId, a => a.Id, (x, a) => new { x.Competence, x.Framework, Area = a })
            .SingleOrDefaultAsync(cancel);
        if (found is null) return NotFound();
        if (competence != code) return RedirectPermanent($"/framework/{code}");
        (Competence, Area, Framework) = (found.Competence, found.Area, found.Framework);
        Siblings = [.. (await db.Competences.AsNoTracking().Where(c => c.AreaId == Area.Id && c.Code != code).OrderBy(c => c.Order)
            .Select(c => new { c.Code, c.Title }).ToListAsync(cancel)).Select(c => (c.Code, c.Title))];
        Units = await findUnits(db, code, cancel);
        return Page();
    }

    public string LevelTitle(int level) => Framework.Levels.First(l => l.Level == level).Title;
}

/// <summary>A unit that teaches a competence, and to which level of proficiency.</summary>
internal sealed record TeachingUnit(string Code, string Title, int Level, int ToProficiency);

/// <summary>Registered by the room of units, which this room may not read.</summary>
internal delegate Task<IReadOnlyList<TeachingUnit>> FindTeachingUnits(UnderpinDb db, string competence, CancellationToken cancel);
