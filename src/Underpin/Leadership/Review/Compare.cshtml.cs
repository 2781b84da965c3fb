using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Underpin.Leadership.Scenarios;
using Underpin.Platform;

namespace Underpin.Leadership.Review;

/// <summary>Two scenarios of a school or trust side by side, each on its own day. Only school leaders open it, so pay may be seen.</summary>
internal sealed class CompareModel(UnderpinDb db, LeadershipShelf shelf, TimeProvider clock) : PageModel
{
    public Guid Id { get; private set; }
    public string Organisation { get; private set; } = "";
    public IReadOnlyList<ScenarioChoice> Choices { get; private set; } = [];
    public ScenarioChoice? A { get; private set; }
    public ScenarioChoice? B { get; private set; }

    /// <summary>Null until two different scenarios are chosen.</summary>
    public Comparison? Compared { get; private set; }

    public IReadOnlyList<DateOnly> Days { get; private set; } = [];

    /// <summary>Kinds of finding that only the first, only the second, or both have.</summary>
    public IReadOnlyList<FindingKind> Gone { get; private set; } = [];
    public IReadOnlyList<FindingKind> New { get; private set; } = [];
    public IReadOnlyList<FindingKind> Both { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid organisation, Guid? a, Guid? b, CancellationToken cancel)
    {
        var today = clock.Today();
        (Id, Organisation) = (organisation, await db.Organisations.Where(o => o.Id == organisation).Select(o => o.Name).SingleAsync(cancel));
        Choices = await ScenarioChoice.ReadAsync(db, organisation, today, cancel);
        if ((a is not null && Find(a) is null) || (b is not null && Find(b) is null)) return NotFound();
        // What holds today is what others are held against.
        A = Find(a) ?? Choices.FirstOrDefault(one => one.Id != b);
        B = Find(b) ?? Choices.FirstOrDefault(one => one.Id != A?.Id && !one.IsArchived);
        if (A is null || B is null || A.Id == B.Id) return Page();
        var documents = await db.LeadershipScenarios.AsNoTracking().Where(s => s.Id == A.Id || s.Id == B.Id).Select(s => new { s.Id, s.Document }).ToDictionaryAsync(s => s.Id, s => s.Document, cancel);
        ReviewResult[] reviews = [.. new[] { A, B }.Select(one => LeadershipReview.Run(documents[one.Id], one.DayOf(documents[one.Id], today), shelf.Content) with { Title = one.Title })];
        Compared = Comparison.Of(reviews);
        Days = [.. reviews.Select(review => review.Day)];
        HashSet<string>[] found = [.. reviews.Select(review => review.Findings.Select(finding => finding.Kind.Code).ToHashSet(StringComparer.Ordinal))];
        Gone = Kinds(found[0].Except(found[1]));
        New = Kinds(found[1].Except(found[0]));
        Both = Kinds(found[0].Intersect(found[1]));
        return Page();
    }

    /// <summary>How long the bar of each scenario is, from 0 to 100; null where a line has no figures.</summary>
    public static IReadOnlyList<int>? Bars(ComparedFigure figure)
    {
        if (figure.Figures.Any(one => one is null)) return null;
        var most = figure.Figures.Max(one => one!.Value);
        return [.. figure.Figures.Select(one => most <= 0 ? 0 : (int)Math.Round(100 * one!.Value / most))];
    }

    public static string Words(Aspect aspect) => aspect switch
    {
        Aspect.Cost => "Cost",
        Aspect.Size => "Size and shape",
        Aspect.Clarity => "Clarity: who answers for what",
        Aspect.Overlap => "Overlap: who works with whom",
        Aspect.Resilience => "Resilience: what one absence does",
        Aspect.Development => "Development: who grows",
        _ => "IT’s voice",
    };

    ScenarioChoice? Find(Guid? id) => Choices.FirstOrDefault(one => one.Id == id);

    static IReadOnlyList<FindingKind> Kinds(IEnumerable<string> codes)
    {
        var set = codes.ToHashSet(StringComparer.Ordinal);
        return [.. FindingKinds.All.Where(kind => set.Contains(kind.Code))];
    }
}
