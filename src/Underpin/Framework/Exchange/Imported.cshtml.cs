using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Underpin.Access;
using Underpin.Platform.Web;

namespace Underpin.Framework.Exchange;

[PublicPage(CacheTag)]
internal sealed class ImportedModel(UnderpinDb db) : PageModel
{
    public const string Address = "/frameworks/imported";
    public const string CacheTag = "imported-frameworks";
    const int OnePage = 50;

    internal sealed record Row(Guid Id, string Title, string Creator, string? Status, DateTimeOffset LastChange, int Items);

    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public int Total { get; private set; }
    public int PageNumber { get; private set; }
    public string? PreviousHref => PageNumber > 1 ? $"{Address}?from={PageNumber - 1}" : null;
    public string? NextHref => PageNumber * OnePage < Total ? $"{Address}?from={PageNumber + 1}" : null;

    /// <summary>Where the reader may import, if anywhere.</summary>
    public Guid? EditorOf => HttpContext.CurrentUser().Places.FirstOrDefault(p => p.Has(MembershipRole.FrameworkEditor))?.OrganisationId;

    public async Task OnGetAsync(int? from, CancellationToken cancel)
    {
        PageNumber = Math.Clamp(from ?? 1, 1, 10_000);
        var imported = db.CaseDocuments.AsNoTracking().Where(d => d.OwnVersion == null);
        Total = await imported.CountAsync(cancel);
        Rows = await imported.OrderBy(d => d.Title).ThenBy(d => d.Id).Skip((PageNumber - 1) * OnePage).Take(OnePage)
            .Select(d => new Row(d.Id, d.Title, d.Creator, d.AdoptionStatus, d.LastChange, db.CaseItems.Count(i => i.DocumentId == d.Id))).ToListAsync(cancel);
    }
}
