using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Underpin.Platform.Web;

namespace Underpin.Qualifications;

[PublicPage("content")]
internal sealed class UnitsModel(UnderpinDb db) : PageModel
{
    internal sealed record Row(string Code, string Title, int Level, int Credit, int GuidedHours, string Aim);

    public IReadOnlyList<IGrouping<int, Row>> Levels { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) =>
        Levels = [.. (await db.Units.AsNoTracking().Where(u => u.IsCurrent).OrderBy(u => u.Code)
            .Select(u => new { u.Code, u.Title, u.Level, u.Credit, u.GuidedHours, u.Aim }).ToListAsync(cancel))
            .Select(u => new Row(u.Code, u.Title, u.Level.Value, u.Credit.Value, u.GuidedHours.Value, u.Aim))
            .GroupBy(u => u.Level).OrderBy(g => g.Key)];
}
