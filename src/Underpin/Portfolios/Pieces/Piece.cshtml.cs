using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Underpin.Access;
using Underpin.Platform;
using Underpin.Platform.Pages;

namespace Underpin.Portfolios.Pieces;

internal sealed class PieceModel(UnderpinDb db, EvidenceService evidence, StatementService statements, TimeProvider clock) : PortfolioPage(db)
{
    internal sealed record Claimed(Guid UnitId, string Unit, string Code, string Text);

    [BindProperty]
    public int Seen { get; set; }

    public Evidence Piece { get; private set; } = null!;
    public IReadOnlyList<Claimed> Criteria { get; private set; } = [];
    public bool CanChange { get; private set; }
    public bool CanTakeBack { get; private set; }
    public Refusal? Locked { get; private set; }

    async Task<bool> FindPieceAsync(Guid id, CancellationToken cancel)
    {
        if (await Db.Evidence.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, cancel) is not { } found) return false;
        Piece = found;
        if (!await FindAsync(found.EnrolmentId, cancel)) return false;
        Criteria = await (
            from mapping in Db.EvidenceMappings
            join criterion in Db.Criteria on mapping.CriterionId equals criterion.Id
            join unit in Db.Units on criterion.UnitId equals unit.Id
            where mapping.EvidenceId == id
            orderby unit.Title, criterion.Order
            select new Claimed(unit.Id, unit.Title, criterion.Code, criterion.Text)).ToListAsync(cancel);
        var settled = await Db.SettledUnitsOf(id).AnyAsync(cancel);
        var works = IsOwner && Portfolio.Enrolment.Status == EnrolmentStatus.Active;
        Locked = EvidenceRules.CannotChange(Piece, settled);
        CanChange = works && Locked is null;
        CanTakeBack = works && EvidenceRules.CannotTakeBack(Piece, settled) is null;
        return true;
    }

    public async Task<IActionResult> OnGetAsync(Guid evidence, CancellationToken cancel)
    {
        if (!await FindPieceAsync(evidence, cancel)) return NotFound();
        Seen = Piece.RowVersion;
        return Page();
    }

    public async Task<IActionResult> OnPostWithdrawAsync([FromRoute(Name = "evidence")] Guid id, CancellationToken cancel)
    {
        if (!await FindPieceAsync(id, cancel)) return NotFound();
        var done = await evidence.WithdrawAsync(new() { EvidenceId = id, Seen = Seen }, HttpContext.CurrentUser().Change(clock), cancel);
        return Answer(done.Refusal, "The evidence is taken back. It no longer counts anywhere.", $"{Home}/evidence");
    }

    public async Task<IActionResult> OnPostSendAgainAsync([FromRoute(Name = "evidence")] Guid id, CancellationToken cancel)
    {
        if (!await FindPieceAsync(id, cancel)) return NotFound();
        var done = await statements.SendAgainAsync(id, HttpContext.CurrentUser().Change(clock), cancel);
        return Answer(done.Refusal, $"A new link is on its way to {Piece.Statement?.Name}. The earlier one no longer works.", $"/evidence/{id}");
    }

    IActionResult Answer(Refusal? refusal, string message, string next)
    {
        if (refusal is not null)
        {
            ModelState.AddModelError("", refusal.Message);
            return Page();
        }

        this.Say(message);
        return Redirect(next);
    }
}
