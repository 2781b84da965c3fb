using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Underpin.Access;
using Underpin.Platform;
using Underpin.Platform.Pages;

namespace Underpin.Leadership.Scenarios;

/// <summary>Makes a scenario hold from a day on, ends that, archives it and erases it.</summary>
internal sealed class AdoptModel(UnderpinDb db, LeadershipShelf shelf, LeadershipService service, TimeProvider clock) : ScenarioPage
{
    [BindProperty, Display(Name = "From which day?", Description = "From this day on everybody who works here sees this chart and who answers for what, without pay. What held until then stays on record")]
    [Required]
    public DateInput? From { get; set; }

    [BindProperty, Display(Name = "Type the name of the scenario")]
    public string? Title { get; set; }

    /// <summary>The other adopted scenarios, and from when each holds.</summary>
    public IReadOnlyList<(string Title, DateOnly From)> Others { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid scenario, CancellationToken cancel)
    {
        if (!await ShowAsync(scenario, cancel)) return NotFound();
        From = DateInput.From(Scenario.AdoptedFrom ?? Today);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid scenario, CancellationToken cancel)
    {
        if (!await ShowAsync(scenario, cancel)) return NotFound();
        if (From?.Date is not { } from || !ModelState.IsValid) return Page();
        var adopted = await service.AdoptAsync(new() { Scenario = scenario, From = from }, HttpContext.CurrentUser().Change(clock), cancel);
        if (adopted.Refusal is { } refusal)
        {
            ModelState.AddModelError(refusal is AdoptionDateOutside or DayIsTaken ? nameof(From) : "", refusal.Message);
            return Page();
        }

        this.Say(from > Today ? $"“{Scenario.Title}” will hold from {from.InWords()}." : $"“{Scenario.Title}” holds since {from.InWords()}. Everybody who works here can see it.");
        return Redirect($"/leadership/{Scenario.OrganisationId}");
    }

    public Task<IActionResult> OnPostEndAsync(Guid scenario, CancellationToken cancel) =>
        ActAsync(scenario, change => service.EndAdoptionAsync(scenario, change, cancel), "The adoption is ended. The scenario is a plan again.", $"/scenarios/{scenario}/adopt", cancel);

    public Task<IActionResult> OnPostArchiveAsync(Guid scenario, CancellationToken cancel) =>
        ActAsync(scenario, change => service.ArchiveAsync(scenario, change, cancel), "The scenario is archived. You can bring it back.", null, cancel);

    public Task<IActionResult> OnPostEraseAsync(Guid scenario, CancellationToken cancel) =>
        ActAsync(scenario, change => service.EraseAsync(new() { Scenario = scenario, Title = Title ?? "" }, change, cancel), "The scenario is erased, with every name in it.", null, cancel);

    async Task<IActionResult> ActAsync(Guid scenario, Func<Change, Task<Outcome<LeadershipScenario>>> act, string done, string? to, CancellationToken cancel)
    {
        if (!await ShowAsync(scenario, cancel)) return NotFound();
        ModelState.Remove(nameof(From));
        From = DateInput.From(Scenario.AdoptedFrom ?? Today);
        var outcome = await act(HttpContext.CurrentUser().Change(clock));
        if (outcome.Refusal is { } refusal)
        {
            ModelState.AddModelError(refusal is TitleTypedWrong ? nameof(Title) : "", refusal.Message);
            return Page();
        }

        this.Say(done);
        return Redirect(to ?? $"/leadership/{Scenario.OrganisationId}");
    }

    async Task<bool> ShowAsync(Guid scenario, CancellationToken cancel)
    {
        if (!await ReadAsync(db, shelf, clock, scenario, cancel) || !MaySeePay) return false;
        var others = await db.LeadershipScenarios.Where(s => s.OrganisationId == Scenario.OrganisationId && s.Id != scenario && s.AdoptedFrom != null)
            .OrderBy(s => s.AdoptedFrom).Select(s => new { s.Title, From = s.AdoptedFrom!.Value }).ToListAsync(cancel);
        Others = [.. others.Select(o => (o.Title, o.From))];
        return true;
    }
}
