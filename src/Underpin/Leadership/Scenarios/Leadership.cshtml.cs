using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Underpin.Access;
using Underpin.Platform;
using Underpin.Platform.Pages;

namespace Underpin.Leadership.Scenarios;

/// <summary>How a school or trust is led today, and for its leaders every scenario of it.</summary>
internal sealed class LeadershipModel(UnderpinDb db, LeadershipShelf shelf, LeadershipService service, TimeProvider clock) : PageModel
{
    internal sealed record Row(Guid Id, string Title, string About, DateOnly? AdoptedFrom, DateTimeOffset ChangedAt, string ChangedBy, bool IsArchived);

    public Organisation Organisation { get; private set; } = null!;
    public bool Leads { get; private set; }
    public DateOnly Today { get; private set; }
    public IReadOnlyList<Row> Scenarios { get; private set; } = [];
    public IReadOnlyList<Row> Archived { get; private set; } = [];

    /// <summary>What the organisation is led by today; null where it has adopted nothing.</summary>
    public ScenarioReading? InForce { get; private set; }

    public int Posts { get; private set; }
    public int Vacant { get; private set; }

    /// <summary>Duties of its schools for which one answers, and for which nobody does.</summary>
    public int Answered { get; private set; }

    public int Gaps { get; private set; }

    [BindProperty]
    public string? Title { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid organisation, CancellationToken cancel)
    {
        await ReadAsync(organisation, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostCopyAsync(Guid organisation, Guid scenario, CancellationToken cancel)
    {
        if (!await BelongsAsync(organisation, scenario, cancel)) return NotFound();
        var copied = await service.CopyAsync(new() { Scenario = scenario, Title = Title ?? "" }, HttpContext.CurrentUser().Change(clock), cancel);
        if (copied.Refusal is { } refusal) return await RefusedAsync(organisation, refusal, cancel);
        this.Say($"“{copied.Value.Title}” is ready to change. What it was copied from stays as it is.");
        return Redirect($"/scenarios/{copied.Value.Id}");
    }

    public async Task<IActionResult> OnPostBringBackAsync(Guid organisation, Guid scenario, CancellationToken cancel)
    {
        if (!await BelongsAsync(organisation, scenario, cancel)) return NotFound();
        var back = await service.BringBackAsync(scenario, HttpContext.CurrentUser().Change(clock), cancel);
        if (back.Refusal is { } refusal) return await RefusedAsync(organisation, refusal, cancel);
        this.Say($"“{back.Value.Title}” is back from the archive.");
        return Redirect($"/leadership/{organisation}");
    }

    Task<bool> BelongsAsync(Guid organisation, Guid scenario, CancellationToken cancel) => db.LeadershipScenarios.AnyAsync(s => s.Id == scenario && s.OrganisationId == organisation, cancel);

    async Task<IActionResult> RefusedAsync(Guid organisation, Refusal refusal, CancellationToken cancel)
    {
        ModelState.AddModelError(refusal is TitleMissing or TitleOverlong ? nameof(Title) : "", refusal.Message);
        await ReadAsync(organisation, cancel);
        return Page();
    }

    async Task ReadAsync(Guid organisation, CancellationToken cancel)
    {
        var me = HttpContext.CurrentUser();
        Today = clock.Today();
        Organisation = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == organisation, cancel);
        Leads = me.Is(MembershipRole.SchoolLeader, organisation);
        if (await ScenarioReading.InForceAsync(db, organisation, Today, cancel) is { } inForce) InForce = await ScenarioReading.ReadAsync(db, inForce, me, Today, cancel);
        if (InForce is { Structure: { } structure })
        {
            var view = structure.AsOf(Today, shelf.Content.Catalogue);
            (Posts, Vacant) = (structure.Posts.Count, structure.Posts.Count(post => view.IsVacant(post.Code)));
            var seats = structure.Schools.SelectMany(school => view.DutiesOf(school).Select(duty => view.AccountableSeats(duty.Code, school.Code).Count)).ToList();
            (Answered, Gaps) = (seats.Count(count => count > 0), seats.Count(count => count == 0));
        }

        if (!Leads) return;
        var rows = await (
            from scenario in db.LeadershipScenarios
            where scenario.OrganisationId == organisation
            join author in db.Users on scenario.ChangedById equals author.Id
            orderby scenario.ChangedAt descending
            select new { scenario.Id, scenario.Title, scenario.About, scenario.AdoptedFrom, scenario.ChangedAt, By = author.Name, scenario.ArchivedAt }).AsNoTracking().ToListAsync(cancel);
        var shown = rows.Select(r => new Row(r.Id, r.Title, r.About, r.AdoptedFrom, r.ChangedAt, r.By.ToString(), r.ArchivedAt is not null)).ToLookup(r => r.IsArchived);
        (Scenarios, Archived) = ([.. shown[false]], [.. shown[true]]);
    }
}
