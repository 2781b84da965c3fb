using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Underpin.Access;
using Underpin.Platform.Pages;

namespace Underpin.Portfolios;

/// <summary>Criteria against evidence. Read with the same number of queries whatever the number of either.</summary>
[RequestFormLimits(ValueCountLimit = 50_000)]
internal sealed class GridModel(UnderpinDb db, EvidenceService evidence, TimeProvider clock) : PortfolioPage(db)
{
    internal sealed record Row(Guid Id, string Code, string Text, string Outcome);
    internal sealed record Column(Guid Id, string Title, EvidenceKind Kind, bool Counts, bool MappedElsewhere);

    [BindProperty]
    public int Seen { get; set; }

    /// <summary>Every piece of the portfolio, not only those mapped here or nowhere.</summary>
    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    public PortfolioUnit Unit { get; private set; } = null!;
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public IReadOnlyList<Column> Columns { get; private set; } = [];
    public int Hidden { get; private set; }
    public HashSet<(Guid Criterion, Guid Evidence)> Ticks { get; private set; } = [];
    public bool CanMap { get; private set; }
    public string Address => $"{Home}/grid/{Unit.UnitId}{(All ? "?all=true" : "")}";

    public IReadOnlyList<Row> Gaps => [.. Rows.Where(r => !Columns.Any(c => c.Counts && Ticks.Contains((r.Id, c.Id))))];

    public string Answer => Gaps.Count switch
    {
        0 => $"Every one of the {Rows.Count} criteria has evidence.",
        _ when Gaps.Count == Rows.Count => $"None of the {Rows.Count} criteria has evidence yet.",
        1 => $"1 of {Rows.Count} criteria has no evidence yet: {Gaps[0].Code}.",
        var n => $"{n} of {Rows.Count} criteria have no evidence yet: {string.Join(", ", Gaps.Select(g => g.Code))}.",
    };

    async Task<bool> ReadAsync(Guid enrolment, Guid unit, CancellationToken cancel)
    {
        if (!await FindAsync(enrolment, cancel) || Portfolio.Taken.FirstOrDefault(u => u.UnitId == unit) is not { } taken) return false;
        Unit = taken;
        CanMap = IsOwner && taken.IsWithLearner && Portfolio.Enrolment.Status == EnrolmentStatus.Active;
        Rows = await (
            from criterion in Db.Criteria
            join outcome in Db.LearningOutcomes on criterion.OutcomeId equals outcome.Id
            where criterion.UnitId == unit
            orderby criterion.Order
            select new Row(criterion.Id, criterion.Code, criterion.Text, outcome.Code + ". " + outcome.Title)).ToListAsync(cancel);
        var mapped = await Db.EvidenceMappings.AsNoTracking().Where(m => m.EnrolmentUnitId == taken.PlaceId).Select(m => new { m.CriterionId, m.EvidenceId }).ToListAsync(cancel);
        Ticks = [.. mapped.Select(m => (m.CriterionId, m.EvidenceId))];
        var here = mapped.Select(m => m.EvidenceId).ToHashSet();
        var usable = Db.UsableEvidence();
        var pieces = await Db.Evidence.Where(e => e.EnrolmentId == enrolment && e.WithdrawnAt == null).OrderBy(e => e.Id)
            .Select(e => new Column(e.Id, e.Title, e.Kind, usable.Any(u => u.Id == e.Id), e.Mappings.Any(m => m.EnrolmentUnitId != taken.PlaceId))).ToListAsync(cancel);
        Columns = [.. pieces.Where(p => here.Contains(p.Id) || (CanMap && (All || !p.MappedElsewhere)))];
        Hidden = CanMap ? pieces.Count - Columns.Count : 0;
        Seen = await Db.EnrolmentUnits.Where(u => u.Id == taken.PlaceId).Select(u => u.RowVersion).SingleAsync(cancel);
        return true;
    }

    public async Task<IActionResult> OnGetAsync(Guid enrolment, Guid unit, CancellationToken cancel) => await ReadAsync(enrolment, unit, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid enrolment, Guid unit, CancellationToken cancel)
    {
        var seen = Seen;
        if (!await ReadAsync(enrolment, unit, cancel)) return NotFound();
        var ticked = new HashSet<(Guid, Guid)>();
        foreach (var tick in Request.Form["Tick"])
            if (tick?.Split('_') is [var c, var e] && Guid.TryParse(c, out var criterion) && Guid.TryParse(e, out var piece)) ticked.Add((criterion, piece));
        var shown = Request.Form["Shown"].Select(s => Guid.TryParse(s, out var id) ? id : Guid.Empty).ToHashSet();
        try
        {
            var saved = await evidence.ClaimGridAsync(new() { EnrolmentId = enrolment, UnitId = unit, EvidenceIds = shown, Ticked = ticked, Seen = seen }, HttpContext.CurrentUser().Change(clock), cancel);
            if (saved.Refusal is { } refusal) return ComeBack(refusal.Message, ticked);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Seen was read anew above, so a second press saves.
            return ComeBack("This grid was changed in another window after you opened it. Your ticks are still here: look them over and save again.", ticked);
        }

        this.Say("The grid is saved.");
        return Redirect(Address);
    }

    PageResult ComeBack(string message, HashSet<(Guid, Guid)> ticked)
    {
        ModelState.Remove(nameof(Seen));
        ModelState.AddModelError("", message);
        Ticks = ticked;
        return Page();
    }
}
