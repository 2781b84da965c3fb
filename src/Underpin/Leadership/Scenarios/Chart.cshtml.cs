using Microsoft.AspNetCore.Mvc;
using Underpin.Leadership.Pictures;
using Underpin.Leadership.Structure;

namespace Underpin.Leadership.Scenarios;

/// <summary>Who leads, as a chart and as a table.</summary>
internal sealed class ChartModel(UnderpinDb db, LeadershipShelf shelf, TimeProvider clock) : ScenarioPage
{
    /// <summary>The school shown; null for all.</summary>
    public School? School { get; private set; }

    public OrganisationChart Chart { get; private set; } = null!;
    public Tier Lowest { get; private set; }
    public int Vacant { get; private set; }

    /// <summary>For each post how many duties it or its holders answer for.</summary>
    public IReadOnlyDictionary<string, int> Answers { get; private set; } = new Dictionary<string, int>();

    public async Task<IActionResult> OnGetAsync(Guid scenario, string? school, Tier? lowest, DateOnly? on, CancellationToken cancel)
    {
        if (!await ReadAsync(db, shelf, clock, scenario, cancel, on)) return NotFound();
        School = Structure.Schools.FirstOrDefault(s => s.Code == school);
        Lowest = lowest is { } tier && Enum.IsDefined(tier) ? tier : Tier.Other;
        Chart = OrganisationChart.Of(View, School?.Code, Lowest);
        Vacant = Chart.Boxes.Count(box => box.IsVacant);
        var accountable = View.Assignments.Where(a => a.Part == Part.Accountable && (School is null || a.School is null || a.School == School.Code)).ToLookup(a => a.Holder, a => (a.Duty, a.School), StringComparer.Ordinal);
        Answers = Chart.Boxes.ToDictionary(box => box.Post, box => accountable[box.Post].Concat(View.HoldersOf(box.Post).SelectMany(person => accountable[person.Code])).Distinct().Count(), StringComparer.Ordinal);
        return Page();
    }

    public string EditAddress(string post) => $"{Scenario.Address}/posts?post={Uri.EscapeDataString(post)}";

    public decimal? CostOf(string post) => View.CostOf(View.Post(post));
}
