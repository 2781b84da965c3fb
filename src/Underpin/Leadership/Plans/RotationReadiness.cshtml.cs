using Microsoft.AspNetCore.Mvc;
using Underpin.Leadership.Rotation;
using Underpin.Leadership.Scenarios;
using Underpin.Platform.Pages;

namespace Underpin.Leadership.Plans;

/// <summary>How far each person is prepared for each duty: all at a glance, changed person by person.</summary>
internal sealed class RotationReadinessModel(UnderpinDb db, LeadershipShelf shelf, RotationService rotations, TimeProvider clock) : RotationPage(db, shelf, clock)
{
    const int LongestWhy = 200;

    [BindProperty]
    public int Seen { get; set; }

    /// <summary>The person whose row is being changed; null for all at a glance.</summary>
    public RotationPerson? Chosen { get; private set; }
    public IReadOnlyList<ReadinessRow> Rows { get; private set; } = [];
    public string Otherwise => Problem.OtherwiseReady == Readiness.Ready ? "as for most: ready" : "as for most: ready after a term";

    public ReadinessEntry? Entry(string person, string duty) => _entries.GetValueOrDefault((person, duty));
    Dictionary<(string, string), ReadinessEntry> _entries = [];

    public async Task<IActionResult> OnGetAsync(Guid scenario, string? person, CancellationToken cancel)
    {
        if (!await ShowAsync(scenario, person, cancel)) return NotFound();
        Seen = Record?.Edition ?? 0;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid scenario, [FromForm] string? person, CancellationToken cancel)
    {
        if (!await ShowAsync(scenario, person, cancel)) return NotFound();
        if (Chosen is null) ModelState.AddModelError("", "Choose one of the people who take part.");
        else
        {
            var others = Problem.Readiness.Where(r => r.Person != Chosen.Key);
            var own = Rows.Where(r => r.Level != "").Select(r => new ReadinessEntry(Chosen.Key, r.Key, Enum.Parse<Readiness>(r.Level), r.Level == nameof(Readiness.Never) && r.Why != "" ? r.Why : null));
            var stated = await rotations.StateAsync(new() { Scenario = scenario, Seen = Seen, Problem = Problem with { Readiness = [.. others, .. own] } }, ByMe(), cancel);
            if (stated.Refusal is not { } refusal)
            {
                this.Say($"What {Chosen.Name} is ready for is saved.");
                return Redirect($"{At}/readiness");
            }

            ModelState.AddModelError("", refusal.Message);
            if (refusal is ConditionsChangedMeanwhile)
            {
                ModelState.Remove(nameof(Seen));
                Seen = Record?.Edition ?? 0;
            }
        }

        return Page();
    }

    async Task<bool> ShowAsync(Guid scenario, string? person, CancellationToken cancel)
    {
        if (!await ReadRotationAsync(scenario, renewed: true, cancel)) return false;
        _entries = Problem.Readiness.ToDictionary(r => (r.Person, r.Duty));
        Chosen = Problem.People.FirstOrDefault(p => p.Key == person);
        if (Chosen is null) return true;
        Rows = [.. Problem.Duties.Select((duty, i) =>
        {
            var entry = Entry(Chosen.Key, duty.Key);
            var level = Typed($"level {duty.Key}") ?? entry?.Level.ToString() ?? "";
            var why = LeadershipRules.Tidy(Typed($"why {duty.Key}") ?? entry?.Reason);
            return new ReadinessRow(i, duty.Key, duty.Name, Enum.TryParse<Readiness>(level, out _) ? level : "", why.Length > LongestWhy ? why[..LongestWhy] : why);
        })];
        return true;
    }

    string? Typed(string field) => HttpMethods.IsPost(Request.Method) && Request.HasFormContentType && Request.Form.TryGetValue(field, out var typed) ? typed.ToString() : null;
}

/// <param name="Level">The name of a level; "" for what holds otherwise.</param>
internal sealed record ReadinessRow(int Row, string Key, string Name, string Level, string Why);
