using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Underpin.Platform;

namespace Underpin.Portfolios.Pieces;

internal sealed class ListModel(UnderpinDb db) : PortfolioPage(db)
{
    const int PageSize = 50;

    internal sealed record Line(Evidence Piece, int Criteria);

    [BindProperty(SupportsGet = true)]
    public Guid? Unit { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    public IReadOnlyList<Line> Lines { get; private set; } = [];
    public string? NextHref { get; private set; }
    public bool IsFiltered => Unit is not null || AddKindModel.KindOf(Kind) is not null;
    public string Query => $"unit={Unit}&kind={Kind}";
    public IEnumerable<SelectListItem> Units => Portfolio.Taken.Select(u => new SelectListItem(u.Title, u.UnitId.ToString()));
    public IEnumerable<SelectListItem> Kinds => Enum.GetValues<EvidenceKind>().Select(k => new SelectListItem(PortfolioWords.Name(k), k.ToString().ToLowerInvariant()));

    public async Task<IActionResult> OnGetAsync(Guid enrolment, CancellationToken cancel)
    {
        if (!await FindAsync(enrolment, cancel)) return NotFound();
        var pieces = Filtered(enrolment);
        if (After is { } after) pieces = pieces.Where(e => e.Id.CompareTo(after) < 0);
        var read = await Shaped(pieces).Take(PageSize + 1).ToListAsync(cancel);
        Lines = [.. read.Take(PageSize)];
        if (read.Count > PageSize) NextHref = $"{Home}/evidence?{Query}&after={Lines[^1].Piece.Id}";
        return Page();
    }

    public async Task<IActionResult> OnGetCsvAsync(Guid enrolment, CancellationToken cancel)
    {
        if (!await FindAsync(enrolment, cancel)) return NotFound();
        var lines = await Shaped(Filtered(enrolment)).ToListAsync(cancel);
        return Csv.File("evidence.csv", [["Title", "Kind", "Work done", "Added", "State", "Criteria", "File", "Web address", "Witness or observer"],
            .. lines.Select(l => (IReadOnlyList<string?>)[l.Piece.Title, PortfolioWords.Name(l.Piece.Kind), l.Piece.WorkDate.InWords(), l.Piece.AddedAt.MomentInWords(), PortfolioWords.State(l.Piece).Words, l.Criteria.ToString(System.Globalization.CultureInfo.InvariantCulture), l.Piece.File?.Name, l.Piece.Url, l.Piece.Statement?.Name])]);
    }

    IQueryable<Evidence> Filtered(Guid enrolment)
    {
        var pieces = Db.Evidence.Where(e => e.EnrolmentId == enrolment && e.WithdrawnAt == null);
        if (Unit is { } unit) pieces = pieces.Where(e => e.Mappings.Any(m => Db.EnrolmentUnits.Any(u => u.Id == m.EnrolmentUnitId && u.UnitId == unit)));
        if (AddKindModel.KindOf(Kind) is { } kind) pieces = pieces.Where(e => e.Kind == kind);
        return pieces;
    }

    // Keys are made in the order of time, so the newest come first.
    static IQueryable<Line> Shaped(IQueryable<Evidence> pieces) => pieces.AsNoTracking().OrderByDescending(e => e.Id).Select(e => new Line(e, e.Mappings.Count));
}
