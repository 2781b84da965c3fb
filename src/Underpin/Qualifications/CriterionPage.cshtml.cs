using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Underpin.Platform.Web;

namespace Underpin.Qualifications;

/// <summary>A learning outcome or an assessment criterion at an address of its own.</summary>
[PublicPage("content")]
internal sealed class CriterionPageModel(UnderpinDb db) : PageModel
{
    public Unit Unit { get; private set; } = null!;
    public LearningOutcome Outcome { get; private set; } = null!;
    /// <summary>Null when the page is about the whole outcome.</summary>
    public Criterion? Criterion { get; private set; }
    public IReadOnlyList<(string Code, string Title)> Competences { get; private set; } = [];

    public string Code => Criterion?.Code ?? Outcome.Code;

    /// <summary>The outcomes or the criteria of the unit in order, whichever this is one of.</summary>
    IReadOnlyList<string> Line => Criterion is null ? [.. Unit.Outcomes.Select(o => o.Code)] : [.. Unit.Outcomes.SelectMany(o => o.Criteria).Select(c => c.Code)];

    public string? Previous => Line.TakeWhile(c => c != Code).LastOrDefault();
    public string? Next => Line.SkipWhile(c => c != Code).Skip(1).FirstOrDefault();

    public async Task<IActionResult> OnGetAsync(string code, string criterion, string? version, CancellationToken cancel)
    {
        var canonical = code.ToUpperInvariant();
        if (!UnitVersions.TryRead(version, out var asked) || await UnitVersions.FindAsync(db, canonical, asked, cancel) is not { } unit) return NotFound();
        var outcome = unit.Outcomes.Find(o => o.Code == criterion || o.Criteria.Exists(c => c.Code == criterion));
        if (outcome is null) return NotFound();
        if (code != canonical) return RedirectPermanent(UnitAddress.Of(unit, criterion));
        (Unit, Outcome, Criterion) = (unit, outcome, outcome.Criteria.Find(c => c.Code == criterion));
        if (Request.WantsJson()) return new JsonResult(Document());
        var codes = unit.Competences.Select(c => c.Code).ToList();
        Competences = [.. (await db.Competences.Where(c => codes.Contains(c.Code)).Join(db.Frameworks.Where(f => f.IsCurrent), c => c.FrameworkId, f => f.Id, (c, _) => new { c.Code, c.Title })
            .OrderBy(c => c.Code).ToListAsync(cancel)).Select(c => (c.Code, c.Title))];
        return Page();
    }

    UnitPartDocument Document()
    {
        var unit = UnitDocument.Of(Unit);
        var outcome = unit.Outcomes.First(o => o.Code == Outcome.Code);
        return new(new(unit.Code, unit.Version, unit.Title, unit.Level, unit.Credit, unit.GuidedHours, unit.Address), outcome, outcome.Criteria.FirstOrDefault(c => c.Code == Criterion?.Code));
    }
}
