using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Underpin.Framework;
using Underpin.Platform.Web;
using Underpin.Qualifications.Crosswalks;

namespace Underpin.Qualifications;

[PublicPage("content")]
internal sealed class UnitPageModel(UnderpinDb db) : PageModel
{
    internal sealed record CountsIn(string Code, string Title, string Group, string Asks);

    public Unit Unit { get; private set; } = null!;
    public IReadOnlyList<Competence> Competences { get; private set; } = [];
    public IReadOnlyList<ProficiencyLevel> Levels { get; private set; } = [];
    public IReadOnlyList<CountsIn> Qualifications { get; private set; } = [];
    public IReadOnlyList<UnitLink> LeadsTo { get; private set; } = [];
    public IReadOnlyList<UnitLink> LeadsFrom { get; private set; } = [];
    public IReadOnlyList<OutsideRow> Outside { get; private set; } = [];
    /// <summary>Every version there is, the latest first.</summary>
    public IReadOnlyList<int> Versions { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string code, string? version, CancellationToken cancel)
    {
        var canonical = code.ToUpperInvariant();
        if (!UnitVersions.TryRead(version, out var asked) || await UnitVersions.FindAsync(db, canonical, asked, cancel) is not { } unit) return NotFound();
        if (code != canonical) return RedirectPermanent(UnitAddress.Of(unit));
        if (Request.WantsJson()) return new JsonResult(UnitDocument.Of(unit));
        Unit = unit;
        var codes = unit.Competences.Select(c => c.Code).ToList();
        var framework = await db.Frameworks.AsNoTracking().SingleAsync(f => f.IsCurrent, cancel);
        Levels = framework.Levels;
        Competences = await db.Competences.AsNoTracking().Where(c => c.FrameworkId == framework.Id && codes.Contains(c.Code)).OrderBy(c => c.Code).ToListAsync(cancel);
        Qualifications = [.. (await db.QualificationUnits.Where(q => q.UnitId == unit.Id)
            .Join(db.Qualifications.Where(q => q.IsCurrent), u => u.QualificationId, q => q.Id, (u, q) => new { q.Code, q.Title, q.Rule, u.GroupCode })
            .OrderBy(q => q.Code).ToListAsync(cancel))
            .Select(q => (q.Code, q.Title, Group: q.Rule.Groups.First(g => g.Code == q.GroupCode)))
            .Select(q => new CountsIn(q.Code, q.Title, q.Group.Title, RuleInWords.Short(q.Group)))];
        (LeadsTo, LeadsFrom) = UnitLink.Around(unit, await UnitLink.AllAsync(db, cancel));
        Outside = await OutsideRow.TouchingAsync(db, unit.Code, cancel);
        Versions = await db.Units.Where(u => u.Code == unit.Code).OrderByDescending(u => u.Version).Select(u => u.Version).ToListAsync(cancel);
        return Page();
    }

    /// <summary>The level to which the unit teaches; as a number where an earlier version names one that is gone.</summary>
    public string Proficiency(string competence)
    {
        var level = Unit.Competences.First(c => c.Code == competence).Level;
        return Levels.FirstOrDefault(l => l.Level == level)?.Title ?? $"level {level}";
    }
}

/// <summary>A unit to go on to, or to come from.</summary>
internal sealed record UnitLink(string Code, string Title, int Level, IReadOnlyList<string> Next)
{
    // What a unit leads to stands in one JSON column, so the (few) current units are looked through here.
    public static async Task<IReadOnlyList<UnitLink>> AllAsync(UnderpinDb db, CancellationToken cancel) =>
        [.. (await db.Units.AsNoTracking().Where(u => u.IsCurrent).OrderBy(u => u.Code).Select(u => new { u.Code, u.Title, u.Level, u.LeadsTo }).ToListAsync(cancel))
            .Select(u => new UnitLink(u.Code, u.Title, u.Level.Value, u.LeadsTo))];

    public static (IReadOnlyList<UnitLink> To, IReadOnlyList<UnitLink> From) Around(Unit unit, IReadOnlyList<UnitLink> all) =>
        ([.. all.Where(u => unit.LeadsTo.Contains(u.Code))], [.. all.Where(u => u.Next.Contains(unit.Code))]);
}
