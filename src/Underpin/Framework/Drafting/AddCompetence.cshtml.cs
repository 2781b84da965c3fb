using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Underpin.Access;
using Underpin.Framework.Content;
using Underpin.Platform.Pages;

namespace Underpin.Framework.Drafting;

internal sealed class AddCompetenceModel(UnderpinDb db, DraftAdditions additions, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true), Display(Name = "Area")]
    public string? Area { get; set; }

    [BindProperty, Display(Name = "Title", Description = "What a person can do, beginning with a verb")]
    public string? Title { get; set; }

    [BindProperty, Display(Name = "Why a school depends on it", Description = "What it is, and why it matters, in two or three sentences that a head understands")]
    public string? Why { get; set; }

    [BindProperty, Display(Name = "What goes wrong without it")]
    public string? Without { get; set; }

    /// <summary>By the level's number less one.</summary>
    [BindProperty]
    public List<string?> Levels { get; set; } = [];

    public DraftReading Reading { get; private set; } = null!;
    public IReadOnlyList<ProficiencyLevelContent> Known => Reading.Basis.Levels;
    public IEnumerable<SelectListItem> Areas => Reading.Areas.Where(a => !a.IsRemoved).Select(a => new SelectListItem($"{a.Code} {a.Title}", a.Code));

    public async Task<IActionResult> OnGetAsync(Guid draft, CancellationToken cancel)
    {
        if (await DraftReading.ReadAsync(db, draft, tracked: false, cancel) is not { } reading) return NotFound();
        Reading = reading;
        while (Levels.Count < Known.Count) Levels.Add(null);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid draft, CancellationToken cancel)
    {
        var outcome = await additions.AddCompetenceAsync(new()
        {
            DraftId = draft,
            Area = Area ?? "",
            Title = Title ?? "",
            Why = Why ?? "",
            Without = Without ?? "",
            Levels = Levels.Select((text, i) => (text, Level: i + 1)).ToDictionary(l => l.Level, l => l.text ?? ""),
        }, HttpContext.CurrentUser().Change(clock), cancel);
        if (outcome.Refusal is { } refusal)
        {
            var field = refusal is NoSuchArea ? nameof(Area) : (refusal as FieldRefused)?.Field ?? "";
            ModelState.AddModelError(field.StartsWith("Level", StringComparison.Ordinal) ? $"Levels[{int.Parse(field[5..], System.Globalization.CultureInfo.InvariantCulture) - 1}]" : field, refusal.Message);
            return await OnGetAsync(draft, cancel);
        }

        this.Say($"{outcome.Value} is added. Say in the roles which of them ask for it.");
        return Redirect($"/drafts/{draft}/edit/{outcome.Value}");
    }
}
