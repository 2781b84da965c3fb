using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Underpin.Access;
using Underpin.Platform;

namespace Underpin.Qualifications.Centres;

/// <summary>The centres of an awarding body, and what each may assess.</summary>
internal sealed class CentresModel(UnderpinDb db, CentreApprovalService approvals, TimeProvider clock) : PageModel
{
    const int RowsOnAPage = 50;

    internal sealed record Row(Guid Id, Guid CentreId, string Centre, string? Town, string Code, string Qualification, DateOnly From, DateOnly? Until, bool DirectClaim);

    [BindProperty(SupportsGet = true, Name = "q"), Display(Name = "name or town of the centre")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "show")]
    public string? Show { get; set; }

    /// <summary>The last row of the page before.</summary>
    [BindProperty(SupportsGet = true, Name = "after")]
    public Guid? After { get; set; }

    public Organisation Body { get; private set; } = null!;
    public bool MayAct { get; private set; }
    public bool MayWatch { get; private set; }
    public DateOnly Today { get; private set; }
    public int Centres { get; private set; }
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public string? NextHref { get; private set; }
    public bool ShowsEnded => Show == "ended";
    public string Address => $"/awarding/{Body.Id}/centres";
    public string ListAddress => ShowsEnded ? $"{Address}?show=ended" : Address;

    public string Answer => Centres switch
    {
        0 => "No centre can take learners today.",
        1 => "One centre can take learners today.",
        _ => $"{Centres} centres can take learners today.",
    };

    public async Task OnGetAsync(Guid organisation, CancellationToken cancel)
    {
        Today = clock.Today();
        Body = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == organisation, cancel);
        MayAct = HttpContext.CurrentUser().Is(MembershipRole.AwardingOfficer, organisation);
        MayWatch = HttpContext.CurrentUser().Is(MembershipRole.ExternalQualityAssurer, organisation);
        var ours = db.CentreApprovals.AsNoTracking().Where(a => a.AwardingBodyId == organisation);
        Centres = await ours.Where(a => a.From <= Today && (a.Until == null || a.Until >= Today)).Select(a => a.CentreId).Distinct().CountAsync(cancel);
        var titles = (await approvals.Of(Body).Select(q => new { q.Code, q.Title }).ToListAsync(cancel)).DistinctBy(q => q.Code).ToDictionary(q => q.Code, q => q.Title);

        var listed = ShowsEnded
            ? ours.Where(a => a.Until < Today || a.Until < a.From)
            : ours.Where(a => a.Until == null || (a.Until >= Today && a.Until >= a.From));
        var rows = from approval in listed join centre in db.Organisations.Called(Search) on approval.CentreId equals centre.Id select new { approval, centre };
        if (After is { } after && await (from a in ours where a.Id == after join c in db.Organisations on a.CentreId equals c.Id select c.Code).SingleOrDefaultAsync(cancel) is { } code)
            rows = rows.Where(r => r.centre.Code.CompareTo(code) > 0 || (r.centre.Code == code && r.approval.Id.CompareTo(after) > 0));
        var read = await rows.OrderBy(r => r.centre.Code).ThenBy(r => r.approval.Id).Take(RowsOnAPage + 1)
            .Select(r => new { r.approval.Id, r.approval.CentreId, r.centre.Name, r.centre.Town, r.approval.QualificationCode, r.approval.From, r.approval.Until, r.approval.DirectClaim }).ToListAsync(cancel);
        Rows = [.. read.Take(RowsOnAPage).Select(r => new Row(r.Id, r.CentreId, r.Name, r.Town, r.QualificationCode, titles.GetValueOrDefault(r.QualificationCode, r.QualificationCode), r.From, r.Until, r.DirectClaim))];
        if (read.Count <= RowsOnAPage) return;
        var query = new QueryBuilder();
        if (ShowsEnded) query.Add("show", "ended");
        if (Search is not null) query.Add("q", Search);
        query.Add("after", Rows[^1].Id.ToString());
        NextHref = Address + query;
    }
}
