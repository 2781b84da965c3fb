using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Underpin.Access;
using Underpin.Platform;
using Underpin.Platform.Pages;

namespace Underpin.Portfolios.Pieces;

internal sealed class EditModel(UnderpinDb db, EvidenceService evidence, TimeProvider clock) : PortfolioPage(db)
{
    [BindProperty]
    public EvidenceForm Input { get; set; } = new();

    [BindProperty]
    public int Seen { get; set; }

    public Evidence Piece { get; private set; } = null!;
    /// <summary>What somebody else, or this person in another window, saved in between.</summary>
    public Evidence? SavedMeanwhile { get; private set; }

    async Task<bool> FindPieceAsync(Guid id, CancellationToken cancel)
    {
        if (await Db.Evidence.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, cancel) is not { } found) return false;
        Piece = found;
        return await FindAsync(found.EnrolmentId, cancel);
    }

    public async Task<IActionResult> OnGetAsync(Guid evidence, CancellationToken cancel)
    {
        if (!await FindPieceAsync(evidence, cancel)) return NotFound();
        if (EvidenceRules.CannotChange(Piece, await Db.SettledUnitsOf(Piece.Id).AnyAsync(cancel)) is { } refusal)
        {
            this.Say(refusal.Message);
            return Redirect($"/evidence/{Piece.Id}");
        }

        Input = EvidenceForm.Of(Piece);
        Seen = Piece.RowVersion;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute(Name = "evidence")] Guid id, CancellationToken cancel)
    {
        if (!await FindPieceAsync(id, cancel)) return NotFound();
        var email = await Db.Users.Where(a => a.Id == Portfolio.Enrolment.LearnerId).Select(a => a.Email).SingleAsync(cancel);
        Input.Check(Piece.Kind, clock.Today(), email, ModelState);
        if (!ModelState.IsValid) return Page();
        try
        {
            var saved = await evidence.ChangeAsync(new() { EvidenceId = id, Seen = Seen, Draft = Input.Draft(Piece.Kind) }, HttpContext.CurrentUser().Change(clock), cancel);
            if (saved.Refusal is { } refusal)
            {
                ModelState.AddModelError("", refusal.Message);
                return Page();
            }
        }
        catch (DbUpdateConcurrencyException)
        {
            SavedMeanwhile = await Db.Evidence.AsNoTracking().SingleAsync(e => e.Id == id, cancel);
            ModelState.Remove(nameof(Seen));
            Seen = SavedMeanwhile.RowVersion;
            ModelState.AddModelError("", "This piece was changed in another window after you opened it. Yours is below, what was saved stands above it. Save again to keep yours.");
            return Page();
        }

        this.Say("Your changes are saved.");
        return Redirect($"/evidence/{id}");
    }
}
