using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Underpin.Framework.Content;
using Underpin.Platform.Web;

namespace Underpin.Framework;

/// <summary>
/// A competence and everything that hangs on it: who needs it, what teaches it, what proves it. Its address is permanent: one that the current
/// edition no longer has is shown as it last stood, with what took its place.
/// </summary>
[PublicPage("content")]
internal sealed class CompetencePageModel(UnderpinDb db) : PageModel
{
    public Competence Competence { get; private set; } = null!;
    public Area Area { get; private set; } = null!;
    public PublishedFramework Framework { get; private set; } = null!;
    public IReadOnlyList<(string Code, string Title)> Siblings { get; private set; } = [];

    /// <summary>Competences of the current edition that took this one over.</summary>
    public IReadOnlyList<(string Code, string Title)> ReplacedBy { get; private set; } = [];

    public IReadOnlyList<(string Code, string Title, int Level)> Roles { get; private set; } = [];
    public IReadOnlyList<TeachingUnit> Units { get; private set; } = [];
    public IReadOnlyList<NamedQualification> Qualifications { get; private set; } = [];
    public IReadOnlyList<OutsideMatch> Outside { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string competence, [FromServices] FindTeachingUnits findUnits, [FromServices] ListQualifications listQualifications,
        [FromServices] FindOutsideMatches findOutside, CancellationToken cancel)
    {
        var code = competence.ToUpperInvariant();
        var editions = await db.Competences.AsNoTracking().Where(c => c.Code == code)
            .Join(db.Frameworks, c => c.FrameworkId, f => f.Id, (c, f) => new { Competence = c, Framework = f })
            .Join(db.Areas, x => x.Competence.AreaId, a => a.Id, (x, a) => new { x.Competence, x.Framework, Area = a })
            .ToListAsync(cancel);
        var found = editions.OrderByDescending(x => x.Framework.IsCurrent).ThenByDescending(x => FrameworkVersion.Parse(x.Framework.Version)).FirstOrDefault();
        if (found is null) return NotFound();
        if (competence != code) return RedirectPermanent($"/framework/{code}");
        (Competence, Area, Framework) = (found.Competence, found.Area, found.Framework);
        await ReadNeighboursAsync(cancel);
        Roles = [.. (await db.RoleProfiles.AsNoTracking().Where(r => r.FrameworkId == Framework.Id).OrderBy(r => r.Order).Select(r => new { r.Code, r.Title, r.Competences }).ToListAsync(cancel))
            .SelectMany(r => r.Competences.Where(c => c.Code == code).Select(c => (r.Code, r.Title, c.Level)))];
        Units = await findUnits(db, [code], cancel);
        if (Request.WantsJson()) return new JsonResult(Document());
        var codes = Units.Select(u => u.Code).ToHashSet(StringComparer.Ordinal);
        Qualifications = [.. (await listQualifications(db, cancel)).Where(q => q.Units.Any(codes.Contains))];
        Outside = await findOutside(db, code, cancel);
        return Page();
    }

    async Task ReadNeighboursAsync(CancellationToken cancel)
    {
        var current = await db.Competences.AsNoTracking().Join(db.Frameworks.Where(f => f.IsCurrent), c => c.FrameworkId, f => f.Id, (c, f) => c)
            .OrderBy(c => c.Order).Select(c => new { c.Code, c.Title, c.AreaId, c.Replaces }).ToListAsync(cancel);
        Siblings = [.. current.Where(c => c.AreaId == Area.Id && c.Code != Competence.Code).Select(c => (c.Code, c.Title))];
        ReplacedBy = [.. current.Where(c => c.Replaces.Contains(Competence.Code)).Select(c => (c.Code, c.Title))];
    }

    public string LevelTitle(int level) => Framework.LevelTitle(level);

    CompetenceAnswer Document() => new(Competence.Code, Competence.Title, new(Area.Code, Area.Title), Competence.Why, Competence.Without,
        [.. Competence.Levels.Select(l => new CompetenceAnswer.Described(l.Level, LevelTitle(l.Level), l.Does))],
        [.. Roles.Select(r => new CompetenceAnswer.Asked(r.Code, r.Title, r.Level, $"/roles/{r.Code}"))],
        [.. Units.Select(u => new CompetenceAnswer.Taught(u.Code, u.Title, u.ToProficiency, $"/units/{u.Code}"))],
        Competence.Replaces, [.. ReplacedBy.Select(r => r.Code)], $"{Framework.Code} {Framework.Version}", Framework.IsCurrent, $"/framework/{Competence.Code}");
}

/// <summary>A competence for programs that ask for JSON at its permanent address.</summary>
internal sealed record CompetenceAnswer(string Code, string Title, CompetenceAnswer.InArea Area, string Why, string Without, IReadOnlyList<CompetenceAnswer.Described> Levels,
    IReadOnlyList<CompetenceAnswer.Asked> Roles, IReadOnlyList<CompetenceAnswer.Taught> Units, IReadOnlyList<string> Replaces, IReadOnlyList<string> ReplacedBy,
    string Edition, bool IsCurrent, string Address)
{
    public sealed record InArea(string Code, string Title);

    public sealed record Described(int Level, string Title, string Does);

    public sealed record Asked(string Code, string Title, int Level, string Address);

    public sealed record Taught(string Code, string Title, int ToLevel, string Address);
}
