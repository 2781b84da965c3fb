using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Underpin.Platform.Web;

namespace Underpin.Framework.Roles;

/// <summary>Any two roles side by side, and the step between them.</summary>
[PublicPage("content")]
internal sealed class CompareRolesModel(UnderpinDb db) : PageModel
{
    public RoleBook? Book { get; private set; }
    public RoleProfile? From { get; private set; }
    public RoleProfile? To { get; private set; }
    public RoleStep? Step { get; private set; }
    public bool OnlyDifferences { get; private set; }
    public IReadOnlyList<(string Area, IReadOnlyList<(NamedCompetence Competence, StepCompetence Step)> Rows)> Areas { get; private set; } = [];
    public IReadOnlyList<StepUnit> Units { get; private set; } = [];

    /// <summary>What the step asks to be learned and no unit teaches yet.</summary>
    public IReadOnlyList<NamedCompetence> Untaught { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? from, string? to, string? show, [FromServices] FindTeachingUnits findUnits, CancellationToken cancel)
    {
        Book = await RoleBook.ReadAsync(db, cancel);
        if (Book is null) return Page();
        OnlyDifferences = show == "differences";
        (From, To) = (Find(from), Find(to));
        if ((from is { Length: > 0 } && From is null) || (to is { Length: > 0 } && To is null)) return NotFound();
        if (From is null || To is null) return Page();
        Step = new(From, To);
        var steps = Step.Competences.ToDictionary(c => c.Code, StringComparer.Ordinal);
        Areas = [.. Book.Competences.Where(c => steps.TryGetValue(c.Code, out var step) && (!OnlyDifferences || step.Change != StepChange.Same))
            .GroupBy(c => c.AreaTitle).Select(area => (area.Key, (IReadOnlyList<(NamedCompetence, StepCompetence)>)[.. area.Select(c => (c, steps[c.Code]))]))];
        var toLearn = Step.Competences.Where(c => c.ToLearn is not null).Select(c => c.Code).ToList();
        Units = Step.Units(await findUnits(db, toLearn, cancel));
        var taught = Units.SelectMany(u => u.Teaches).Select(t => t.Competence).ToHashSet(StringComparer.Ordinal);
        Untaught = [.. Book.Competences.Where(c => toLearn.Contains(c.Code) && !taught.Contains(c.Code))];
        return Page();
    }

    RoleProfile? Find(string? code) => code is { Length: > 0 } ? Book!.Role(code.ToLowerInvariant()) : null;
}
