using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Underpin.Platform.Web;
using Underpin.Qualifications.Crosswalks;

namespace Underpin.Qualifications;

[PublicPage("content")]
internal sealed class QualificationPageModel(UnderpinDb db) : PageModel
{
    public Qualification Qualification { get; private set; } = null!;
    public RuleTree Tree { get; private set; } = null!;
    public RulePicture Picture { get; private set; } = null!;
    public QualificationLadder Ladder { get; private set; } = null!;
    public string AwardingBodyName { get; private set; } = "";
    public IReadOnlyList<OutsideRow> Outside { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string code, string? version, CancellationToken cancel)
    {
        var canonical = code.ToUpperInvariant();
        if (!UnitVersions.TryRead(version, out var asked)) return NotFound();
        var qualification = await db.Qualifications.AsNoTracking().SingleOrDefaultAsync(q => q.Code == canonical && (asked == null ? q.IsCurrent : q.Version == asked), cancel);
        if (qualification is null) return NotFound();
        if (code != canonical) return RedirectPermanent(QualificationDocument.AddressOf(qualification));
        if (Request.WantsJson()) return new JsonResult(QualificationDocument.Of(qualification));
        Qualification = qualification;
        var titles = await db.QualificationUnits.Where(q => q.QualificationId == qualification.Id)
            .Join(db.Units, q => q.UnitId, u => u.Id, (q, u) => new { u.Code, u.Title }).ToDictionaryAsync(u => u.Code, u => u.Title, cancel);
        Tree = RuleTree.Of(qualification, titles);
        Picture = new(qualification.Rule, titles);
        Ladder = await QualificationLadder.ReadAsync(db, cancel);
        var body = qualification.AwardingBody.ToLowerInvariant();
        AwardingBodyName = await db.Organisations.Where(o => o.Code == body).Select(o => o.Name).SingleOrDefaultAsync(cancel) ?? qualification.AwardingBody;
        Outside = await OutsideRow.TouchingAsync(db, qualification.Code, cancel);
        return Page();
    }
}
