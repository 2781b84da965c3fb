using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Underpin.Access;
using Underpin.Platform.Pages;

namespace Underpin.Portfolios.Pieces;

internal sealed record CriterionLine(Guid UnitId, string Outcome, Guid Id, string Code, string Text);

[RequestFormLimits(ValueCountLimit = 20_000)]
internal sealed class CriteriaModel(UnderpinDb db, EvidenceService evidence, TimeProvider clock) : PortfolioPage(db)
{
    [BindProperty]
    public int Seen { get; set; }

    public Evidence Piece { get; private set; } = null!;
    public HashSet<Guid> Ticked { get; private set; } = [];
    public ILookup<Guid, CriterionLine> Lines { get; private set; } = null!;
    public IEnumerable<PortfolioUnit> Open => Portfolio.Taken.Where(u => u.IsWithLearner);

    async Task<bool> FindPieceAsync(Guid id, CancellationToken cancel)
    {
        if (await Db.Evidence.AsNoTracking().Include(e => e.Mappings).SingleOrDefaultAsync(e => e.Id == id, cancel) is not { } found) return false;
        Piece = found;
        if (!await FindAsync(found.EnrolmentId, cancel)) return false;
        var units = Open.Select(u => u.UnitId).ToList();
        Lines = (await (
            from criterion in Db.Criteria
            join outcome in Db.LearningOutcomes on criterion.OutcomeId equals outcome.Id
            where units.Contains(criterion.UnitId)
            orderby criterion.Order
            select new CriterionLine(criterion.UnitId, outcome.Code + ". " + outcome.Title, criterion.Id, criterion.Code, criterion.Text)).ToListAsync(cancel)).ToLookup(l => l.UnitId);
        return true;
    }

    public async Task<IActionResult> OnGetAsync(Guid evidence, CancellationToken cancel)
    {
        if (!await FindPieceAsync(evidence, cancel)) return NotFound();
        if (Piece.WithdrawnAt is not null) return Redirect($"/evidence/{Piece.Id}");
        Ticked = [.. Piece.Mappings.Select(m => m.CriterionId)];
        Seen = Piece.RowVersion;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute(Name = "evidence")] Guid id, CancellationToken cancel)
    {
        if (!await FindPieceAsync(id, cancel)) return NotFound();
        Ticked = [.. Request.Form["Criteria"].Select(c => Guid.TryParse(c, out var criterion) ? criterion : Guid.Empty)];
        try
        {
            var saved = await evidence.ClaimAsync(new() { EvidenceId = id, CriterionIds = Ticked, Seen = Seen }, HttpContext.CurrentUser().Change(clock), cancel);
            if (saved.Refusal is { } refusal)
            {
                ModelState.AddModelError("", refusal.Message);
                return Page();
            }
        }
        catch (DbUpdateConcurrencyException)
        {
            ModelState.Remove(nameof(Seen));
            Seen = await Db.Evidence.AsNoTracking().Where(e => e.Id == id).Select(e => e.RowVersion).SingleAsync(cancel);
            ModelState.AddModelError("", "This was changed in another window after you opened it. Your ticks are still here: look them over and save again.");
            return Page();
        }

        this.Say(Ticked.Count == 0 ? "Saved. The evidence is not mapped to any criterion yet." : $"Saved. It is claimed for {PortfolioWords.Count(Ticked.Count, "criterion", "criteria")}.");
        return Redirect($"/evidence/{id}");
    }
}
