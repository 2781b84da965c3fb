using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Underpin.Access;
using Underpin.Leadership.Catalogue;
using Underpin.Leadership.Editing;
using Underpin.Leadership.Scenarios;
using Underpin.Platform;
using Underpin.Platform.Pages;

namespace Underpin.Leadership.Review;

/// <summary>What the review finds in a scenario, with its evidence and the numbers that it rests on. Who leads can change those.</summary>
internal sealed class FindingsModel(UnderpinDb db, LeadershipShelf shelf, LeadershipService leadership, TimeProvider clock) : SchoolPage
{
    /// <summary>Lines of evidence that are shown at once; the rest opens.</summary>
    public const int MostEvidence = 8;

    public IReadOnlyList<Finding> Findings { get; private set; } = [];
    public IReadOnlyList<string> Unsaid { get; private set; } = [];

    /// <summary>All numbers that this person may see.</summary>
    public IEnumerable<Threshold> Numbers => shelf.Content.Thresholds.Where(one => MaySeePay || !StructureWithoutPay.IsAboutPay(one.Code));

    /// <summary>The number that is being changed; null while none is.</summary>
    public Threshold? Changing { get; private set; }

    [BindProperty]
    public string? Value { get; set; }

    /// <summary>Whether the usual number is asked for.</summary>
    [BindProperty]
    public bool Usual { get; set; }

    /// <summary>The number of the revision that the person was looking at.</summary>
    [BindProperty]
    public int Seen { get; set; }

    public override bool OffersCentre => true;
    public override string Address => $"{Scenario.Address}/findings";

    public async Task<IActionResult> OnGetAsync(Guid scenario, string? school, string? change, CancellationToken cancel)
    {
        if (!await ReadFindingsAsync(scenario, school, cancel)) return NotFound();
        if (change is not null && CanEdit && (Changing = Find(change)) is null) return NotFound();
        Seen = Scenario.Revision;
        Value = Changing is null ? null : Thresholds[Changing.Code].ToString("0.##", CultureInfo.InvariantCulture);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid scenario, string? school, string? change, CancellationToken cancel)
    {
        if (!await ReadFindingsAsync(scenario, school, cancel) || (Changing = Find(change ?? "")) is not { } number) return NotFound();
        decimal? value = null;
        var refusal = Usual || (EditTexts.TryNumber(Value, number.Highest, out value) && value is not null)
            ? (await leadership.ChangeAsync(new() { Scenario = scenario, Seen = Seen, Edit = new SetThreshold(number.Code, Usual ? null : value) }, HttpContext.CurrentUser().Change(clock), cancel)).Refusal
            : new ThresholdOutside(number.Title, number.Lowest, number.Highest);
        if (refusal is not null)
        {
            ModelState.AddModelError(nameof(Value), refusal.Message);
            // What somebody else did meanwhile has been told now.
            ModelState.Remove(nameof(Seen));
            Seen = Scenario.Revision;
            return Page();
        }

        this.Say(Usual ? $"“{number.Title}” is the usual number again." : $"“{number.Title}” is changed, and the findings follow it.");
        return Redirect($"{Address}{Query}#numbers");
    }

    /// <summary>The page with the form that changes a number.</summary>
    public string ToChange(string threshold) => $"{Address}{(Query == "" ? "?" : $"{Query}&")}change={threshold}#number";

    /// <summary>Where a finding can be seen, and for those who may change the scenario, where it is mended.</summary>
    public IEnumerable<(string Address, string Words)> Ways(Finding finding)
    {
        yield return finding.Kind.Family switch
        {
            FindingFamily.Overlap => ($"{Scenario.Address}/overlap{Query}", "See it in the overlap graph"),
            FindingFamily.Shape => (Scenario.Address, "See it on the chart"),
            _ => ($"{Scenario.Address}/matrix{(IsCentre ? "" : Query)}", "See it in the matrix"),
        };
        if (!CanEdit) yield break;
        yield return finding.Kind.Family switch
        {
            FindingFamily.Shape => ($"{Scenario.Address}/posts", "Change the posts"),
            FindingFamily.Authority => ($"{Scenario.Address}/meetings", "Change the meetings"),
            _ => ($"{Scenario.Address}/duties", "Change who has which duty"),
        };
    }

    public static string Words(FindingFamily family) => family switch
    {
        FindingFamily.Duties => "Who answers for what",
        FindingFamily.Authority => "Who may decide",
        FindingFamily.Shape => "Size and shape",
        FindingFamily.Resilience => "What one absence does",
        _ => "Who works with whom",
    };

    Threshold? Find(string code) => Numbers.FirstOrDefault(one => one.Code == code);

    async Task<bool> ReadFindingsAsync(Guid scenario, string? school, CancellationToken cancel)
    {
        if (!await ReadAsync(db, shelf, clock, scenario, school, cancel)) return false;
        var review = LeadershipReview.Run(Structure, Day, shelf.Content, MaySeePay);
        Findings = [.. review.Findings.Where(finding => finding.School == (IsCentre ? null : Chosen))];
        Unsaid = review.Unsaid;
        return true;
    }
}
