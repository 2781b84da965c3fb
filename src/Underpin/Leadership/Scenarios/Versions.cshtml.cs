using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Underpin.Access;
using Underpin.Platform.Pages;

namespace Underpin.Leadership.Scenarios;

/// <summary>Every version of a scenario, newest first, and the way back to each.</summary>
internal sealed class VersionsModel(UnderpinDb db, LeadershipShelf shelf, LeadershipService service, TimeProvider clock) : ScenarioPage
{
    const int RowsOnAPage = 50;

    internal sealed record Row(int Number, DateTimeOffset At, string By, string What);

    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public string? NextHref { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid scenario, int? before, CancellationToken cancel) => await ShowAsync(scenario, before, cancel) ? Page() : NotFound();

    public Task<IActionResult> OnPostUndoAsync(Guid scenario, int seen, string? back, CancellationToken cancel) => GoBackAsync(scenario, seen, null, back, cancel);

    public Task<IActionResult> OnPostBackAsync(Guid scenario, int seen, int to, CancellationToken cancel) => GoBackAsync(scenario, seen, to, null, cancel);

    async Task<IActionResult> GoBackAsync(Guid scenario, int seen, int? to, string? back, CancellationToken cancel)
    {
        var gone = await service.GoBackAsync(new() { Scenario = scenario, Seen = seen, To = to }, HttpContext.CurrentUser().Change(clock), cancel);
        if (gone.Refusal is { } refusal)
        {
            if (!await ShowAsync(scenario, null, cancel)) return NotFound();
            ModelState.AddModelError("", refusal is ChangedMeanwhile other ? $"{other.Who} has changed it since you looked ({other.What}), so nothing was undone. Look below, and go back to the version you want." : refusal.Message);
            return Page();
        }

        this.Say(to is null ? "The last change is undone. It stays among the versions." : $"This is version {to} again. What you left stays among the versions.");
        return Redirect(back is not null && back.StartsWith($"/scenarios/{scenario}", StringComparison.Ordinal) && Url.IsLocalUrl(back) ? back : $"/scenarios/{scenario}");
    }

    async Task<bool> ShowAsync(Guid scenario, int? before, CancellationToken cancel)
    {
        if (!await ReadAsync(db, shelf, clock, scenario, cancel) || !MaySeePay) return false;
        var rows = await (
            from revision in db.ScenarioRevisions
            where revision.ScenarioId == scenario && (before == null || revision.Number < before)
            join author in db.Users on revision.ById equals author.Id
            orderby revision.Number descending
            select new { revision.Number, revision.At, author.Name, revision.What }).Take(RowsOnAPage + 1).ToListAsync(cancel);
        Rows = [.. rows.Take(RowsOnAPage).Select(r => new Row(r.Number, r.At, r.Name.ToString(), r.What))];
        NextHref = rows.Count > RowsOnAPage ? $"{Scenario.Address}/versions?before={Rows[^1].Number}" : null;
        return true;
    }
}
