using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Underpin.Platform.Values;

namespace Underpin.Portfolios;

internal sealed class HistoryModel(UnderpinDb db) : PortfolioPage(db)
{
    const int PageSize = 25;

    internal sealed record Line(string Words, string? Reason, DateTimeOffset At);

    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    public IReadOnlyList<Line> Lines { get; private set; } = [];
    public string? NextHref { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid enrolment, CancellationToken cancel)
    {
        if (!await FindAsync(enrolment, cancel)) return NotFound();
        // Entries stand in the chains of several organisations; their keys are made in the order of time.
        var entries = Db.History.AsNoTracking().Where(h => h.About == enrolment);
        if (After is { } after) entries = entries.Where(h => h.Id.CompareTo(after) < 0);
        var read = await (
            from entry in entries.OrderByDescending(h => h.Id).Take(PageSize + 1)
            from actor in Db.Users.Where(a => a.Id == entry.ActorId).DefaultIfEmpty()
            orderby entry.Id descending
            select new { entry.Id, entry.At, entry.Payload, Actor = actor == null ? null : (PersonName?)actor.Name }).ToListAsync(cancel);
        Lines = [.. read.Take(PageSize).Select(h => Say(h.Payload, h.Actor?.ToString(), h.At))];
        if (read.Count > PageSize) NextHref = $"{Home}/history?after={read[PageSize - 1].Id}";
        return Page();
    }

    static Line Say(string? payload, string? actor, DateTimeOffset at)
    {
        if (payload is null) return new("The words of this entry were erased at a person's request", null, at);
        using var json = JsonDocument.Parse(payload);
        var root = json.RootElement;
        return new($"{actor ?? Text("actor")} {Text("summary")}", Text("reason"), at);

        string? Text(string name) => root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
    }
}
