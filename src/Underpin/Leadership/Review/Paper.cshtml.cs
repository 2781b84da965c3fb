using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Underpin.Leadership.Scenarios;
using Underpin.Leadership.Structure;
using Underpin.Platform;

namespace Underpin.Leadership.Review;

/// <summary>Two sides of paper for governors: what the school has, what was found, options side by side, and what is proposed. It says what leadership costs.</summary>
internal sealed class PaperModel(UnderpinDb db, LeadershipShelf shelf, TimeProvider clock) : ScenarioPage
{
    /// <summary>Findings on the first side; the others are counted.</summary>
    public const int MostFindings = 6;
    /// <summary>Options beside what holds and what is proposed.</summary>
    public const int MostOthers = 2;
    const int MostWords = 5;

    /// <summary>What the school has, and its review.</summary>
    public ScenarioChoice Has { get; private set; } = null!;
    public ReviewResult Found { get; private set; } = null!;

    /// <summary>What it has, added up over its schools.</summary>
    public Total Counted { get; private set; } = null!;

    public IReadOnlyList<string> CoreTeam { get; private set; } = [];

    /// <summary>What is compared, the first as it is; one where there is nothing to compare.</summary>
    public IReadOnlyList<ScenarioChoice> Options { get; private set; } = [];
    public Comparison? Compared { get; private set; }

    /// <summary>The scenario that the paper proposes; null on the paper about what holds today.</summary>
    public ScenarioChoice? Proposed { get; private set; }

    public IReadOnlyList<FindingKind> Mended { get; private set; } = [];
    public IReadOnlyList<FindingKind> Raised { get; private set; } = [];

    /// <summary>What else could be on the paper.</summary>
    public IReadOnlyList<ScenarioChoice> Others { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid scenario, Guid[] with, CancellationToken cancel)
    {
        if (!await ReadAsync(db, shelf, clock, scenario, cancel) || !MaySeePay) return NotFound();
        var choices = await ScenarioChoice.ReadAsync(db, Scenario.OrganisationId, Today, cancel);
        var about = choices.First(one => one.Id == scenario);
        Has = choices.FirstOrDefault(one => one.IsInForce) ?? about;
        Proposed = Has.Id == scenario ? null : about;
        Others = [.. choices.Where(one => one.Id != scenario && one.Id != Has.Id && (!one.IsArchived || with.Contains(one.Id)))];
        if (with.Any(id => choices.All(one => one.Id != id))) return NotFound();
        Options = [Has, .. Proposed is null ? Array.Empty<ScenarioChoice>() : [Proposed], .. Others.Where(one => with.Contains(one.Id)).Take(MostOthers)];

        var wanted = Options.Select(one => one.Id).ToList();
        var documents = await db.LeadershipScenarios.AsNoTracking().Where(s => wanted.Contains(s.Id)).Select(s => new { s.Id, s.Document }).ToDictionaryAsync(s => s.Id, s => s.Document, cancel);
        ReviewResult[] reviews = [.. Options.Select(one => LeadershipReview.Run(documents[one.Id], one.DayOf(documents[one.Id], Today), shelf.Content) with { Title = one.Title })];
        Found = reviews[0];
        Counted = Total.Of(Found);
        var has = documents[Has.Id].AsOf(Found.Day, shelf.Content.Catalogue);
        CoreTeam = [.. has.Structure.Posts.Where(post => post.Tier == Tier.Core).SelectMany(post => has.HoldersOf(post.Code).Select(person => $"{person.Name} ({post.Title})")).Distinct(StringComparer.Ordinal)];
        if (reviews.Length < 2) return Page();
        Compared = Comparison.Of(reviews);
        if (Proposed is null) return Page();
        HashSet<string>[] kinds = [.. reviews.Take(2).Select(review => review.Findings.Select(finding => finding.Kind.Code).ToHashSet(StringComparer.Ordinal))];
        Mended = [.. FindingKinds.All.Where(kind => kinds[0].Contains(kind.Code) && !kinds[1].Contains(kind.Code))];
        Raised = [.. FindingKinds.All.Where(kind => kinds[1].Contains(kind.Code) && !kinds[0].Contains(kind.Code))];
        return Page();
    }

    /// <summary>What an option gains or gives up, as much of it as there is room for.</summary>
    public static IEnumerable<string> Short(IReadOnlyList<string> words) => words.Take(MostWords);
}
