using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Underpin.Access;
using Underpin.Framework.Content;
using Underpin.Platform.Pages;

namespace Underpin.Framework.Drafting;

internal sealed class RemoveCompetenceModel(UnderpinDb db, DraftAdditions additions, FindTeachingUnits findUnits, TimeProvider clock) : PageModel
{
    /// <summary>The answer that nothing takes it over: somebody has to say so.</summary>
    public const string Nothing = "nothing";

    [BindProperty, Display(Name = "Which competence takes it over?", Description = "People who look for the old code are led to it, and roles ask for it instead")]
    public string? Successor { get; set; }

    public DraftReading Reading { get; private set; } = null!;
    public DraftPart Competence { get; private set; } = null!;
    public IReadOnlyList<TeachingUnit> Units { get; private set; } = [];
    public IReadOnlyList<string> Roles { get; private set; } = [];
    public IEnumerable<SelectListItem> Others => Reading.Competences.Where(c => !c.IsRemoved && c != Competence)
        .Select(c => new SelectListItem($"{c.Code} {c.Title}", c.Code)).Prepend(new("Nothing takes it over", Nothing));

    public async Task<IActionResult> OnGetAsync(Guid draft, string competence, CancellationToken cancel)
    {
        if (await DraftReading.ReadAsync(db, draft, tracked: false, cancel) is not { } reading) return NotFound();
        if (reading.Competences.FirstOrDefault(c => c.Code == competence && !c.IsRemoved) is not { } found) return NotFound();
        (Reading, Competence) = (reading, found);
        Units = await findUnits(db, [competence], cancel);
        Roles = [.. reading.Lines.Where(l => !l.Removed && LinePath.Parse(l.Path) is { Field: "competence" } at && at.Key == competence).Select(l => reading.Part(LinePath.Parse(l.Path).Part)!.Title)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid draft, string competence, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(Successor))
        {
            ModelState.AddModelError(nameof(Successor), "Choose the competence that takes it over, or say that nothing does");
            return await OnGetAsync(draft, competence, cancel);
        }

        var outcome = await additions.RemoveCompetenceAsync(new() { DraftId = draft, Code = competence, Successor = Successor == Nothing ? null : Successor }, HttpContext.CurrentUser().Change(clock), cancel);
        if (outcome.Refusal is { } refusal)
        {
            ModelState.AddModelError(nameof(Successor), refusal.Message);
            return await OnGetAsync(draft, competence, cancel);
        }

        this.Say($"{competence} is taken out. You can bring it back from its own page in the draft.");
        return Redirect($"/drafts/{draft}");
    }
}
