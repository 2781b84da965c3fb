using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Underpin.Platform.Web;

namespace Underpin.Framework;

/// <summary>What the profession is: the framework's areas and competences.</summary>
[PublicPage("content")]
internal sealed class IndexModel(UnderpinDb db) : PageModel
{
    public PublishedFramework? Framework { get; private set; }
    public IReadOnlyList<(Area Area, IReadOnlyList<(string Code, string Title)> Competences)> Areas { get; private set; } = [];
    public int CompetenceCount => Areas.Sum(a => a.Competences.Count);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Framework = await db.Frameworks.AsNoTracking().SingleOrDefaultAsync(f => f.IsCurrent, cancel);
        if (Framework is null) return;
        var areas = await db.Areas.AsNoTracking().Where(a => a.FrameworkId == Framework.Id).OrderBy(a => a.Order).ToListAsync(cancel);
        var competences = (await db.Competences.AsNoTracking().Where(c => c.FrameworkId == Framework.Id).OrderBy(c => c.Order)
            .Select(c => new { c.AreaId, c.Code, c.Title }).ToListAsync(cancel)).ToLookup(c => c.AreaId);
        Areas = [.. areas.Select(a => (a, (IReadOnlyList<(string, string)>)[.. competences[a.Id].Select(c => (c.Code, c.Title))]))];
    }
}
