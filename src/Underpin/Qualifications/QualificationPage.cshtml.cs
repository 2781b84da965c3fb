using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Underpin.Platform.Web;

namespace Underpin.Qualifications;

[PublicPage("content")]
internal sealed class QualificationPageModel(UnderpinDb db) : PageModel
{
    public Qualification Qualification { get; private set; } = null!;
    public RuleTree Tree { get; private set; } = null!;
    public string AwardingBodyName { get; private set; } = "";
    public IReadOnlyList<(string Code, string Title)> LeadsTo { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancel)
    {
        var canonical = code.ToUpperInvariant();
        var qualification = await db.Qualifications.AsNoTracking().SingleOrDefaultAsync(q => q.Code == canonical && q.IsCurrent, cancel);
        if (qualification is null) return NotFound();
        if (code != canonical) return RedirectPermanent($"/qualifications/{canonical}");
        Qualification = qualification;
        var titles = await db.QualificationUnits.Where(q => q.QualificationId == qualification.Id)
            .Join(db.Units, q => q.UnitId, u => u.Id, (q, u) => new { u.Code, u.Title }).ToDictionaryAsync(u => u.Code, u => u.Title, cancel);
        Tree = RuleTree.Of(qualification, titles);
        var body = qualification.AwardingBody.ToLowerInvariant();
        AwardingBodyName = await db.Organisations.Where(o => o.Code == body).Select(o => o.Name).SingleOrDefaultAsync(cancel) ?? qualification.AwardingBody;
        LeadsTo = [.. (await db.Qualifications.Where(q => q.IsCurrent && qualification.LeadsTo.Contains(q.Code)).Select(q => new { q.Code, q.Title }).OrderBy(q => q.Code).ToListAsync(cancel))
            .Select(q => (q.Code, q.Title))];
        return Page();
    }
}
