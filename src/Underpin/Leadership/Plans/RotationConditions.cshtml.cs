using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Underpin.Leadership.Rotation;
using Underpin.Platform.Pages;

namespace Underpin.Leadership.Plans;

/// <summary>Which people and duties take part in a rotation, for how long, and what is asked of each.</summary>
internal sealed class RotationConditionsModel(UnderpinDb db, LeadershipShelf shelf, RotationService rotations, TimeProvider clock) : RotationPage(db, shelf, clock)
{
    internal sealed record NumberField(string Name, string Label, string? Hint, Func<RotationProblem, string> Of);

    /// <param name="Index">The place in the problem; null for somebody who takes no part.</param>
    internal sealed record PersonRow(int Row, int? Index, string Code, string Name, bool Takes, bool AnyNumber, IReadOnlyList<(string Field, string Label, string Value)> Fields);

    /// <param name="Weight">Null for a duty that takes no part yet.</param>
    internal sealed record DutyRow(int Row, RotationCandidate Candidate, bool Takes, int? Weight, string Holder);

    public static readonly IReadOnlyList<NumberField> Numbers =
    [
        new("first", "First school year", "2027 for 2027/28", p => Text(p.FirstYear)),
        new("years", "How many years", "1 to 8", p => Text(p.Years)),
        new("passes", "Each passes on a year", null, p => Text(p.PassesOn)),
        new("receives", "Each receives a year", null, p => Text(p.Receives)),
        new("extra", "How many more may move", "for each person in a year", p => Text(p.Extra)),
        new("return", "No return within", "years; 0 for no limit", p => Text(p.NoReturnYears)),
        new("limit", "Load at most", "empty for no limit", p => Text(p.LoadLimit)),
    ];

    public int Seen => Posted("Seen") is { } typed && int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : Record?.Edition ?? 0;
    public IReadOnlyList<PersonRow> PersonRows { get; private set; } = [];
    public IReadOnlyList<DutyRow> DutyRows { get; private set; } = [];

    /// <summary>What was typed into a field, or what it shows before anybody has typed.</summary>
    public string Value(string field, string kept) => Posted(field) ?? kept;

    public async Task<IActionResult> OnGetAsync(Guid scenario, CancellationToken cancel) => await ShowAsync(scenario, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid scenario, CancellationToken cancel)
    {
        if (!await ReadRotationAsync(scenario, renewed: true, cancel)) return NotFound();
        var typed = Typed();
        if (ModelState.IsValid)
        {
            var stated = await rotations.StateAsync(new() { Scenario = scenario, Seen = Seen, Problem = typed }, ByMe(), cancel);
            if (stated.Refusal is null)
            {
                this.Say("The conditions are saved.");
                return Redirect(At);
            }

            foreach (var problem in stated.Refusal is ConditionsDoNotFit unfit ? unfit.Problems : [stated.Refusal.Message]) ModelState.AddModelError("", problem);
            // Whoever has been told of the other's change may save over it.
            if (stated.Refusal is ConditionsChangedMeanwhile) _seen = Record?.Edition.ToString(CultureInfo.InvariantCulture);
        }

        return await ShowAsync(scenario, cancel) ? Page() : NotFound();
    }

    string? _seen;

    string? Posted(string field) => field == "Seen" && _seen is not null ? _seen
        : HttpMethods.IsPost(Request.Method) && Request.HasFormContentType && Request.Form.TryGetValue(field, out var typed) ? typed.ToString() : null;

    string[] Ticked(string field) => [.. Request.Form[field].OfType<string>()];

    RotationProblem Typed()
    {
        var problem = Problem with
        {
            FirstYear = Number("first", "the first school year") ?? Problem.FirstYear,
            Years = Number("years", "how many years") ?? Problem.Years,
            PassesOn = Number("passes", "how many each passes on") ?? 0,
            Receives = Number("receives", "how many each receives") ?? 0,
            Extra = Number("extra", "how many more may move") ?? 0,
            NoReturnYears = Number("return", "within how many years nobody takes a duty back") ?? 0,
            LoadLimit = Number("limit", "the load"),
            OtherwiseReady = Posted("otherwise") == nameof(Readiness.Ready) ? Readiness.Ready : Readiness.AfterShadowing,
        };
        if (problem.FirstYear is < 2000 or > 2200 || problem.Years is < 1 or > RotationValidation.MostYears)
        {
            ModelState.AddModelError("", $"Plan for 1 to {RotationValidation.MostYears} school years from one such as {RotationStatement.NextYear(Today)}.");
            return Problem;
        }

        problem = RotationStatement.Choose(problem, Structure, Shelf.Content.Catalogue, Ticked("person"), Ticked("duty"));
        return problem with
        {
            // What is on record of somebody new stands where nothing was typed.
            People = [.. problem.People.Select(p => p with
            {
                Joins = Number($"joins {p.Key}", $"the year in which {p.Name} joins") ?? (WasIn(p.Key) ? null : p.Joins),
                Leaves = Number($"leaves {p.Key}", $"the year from which {p.Name} is gone") ?? (WasIn(p.Key) ? null : p.Leaves),
                PassesOn = Number($"passes {p.Key}", $"how many {p.Name} passes on"),
                Receives = Number($"receives {p.Key}", $"how many {p.Name} receives"),
                LoadLimit = Number($"limit {p.Key}", $"the load of {p.Name}"),
                AnyNumber = Ticked("any").Contains(p.Key),
            })],
            Duties = [.. problem.Duties.Select(d => d with { Weight = Number($"weight {d.Key}", $"the weight of {d.Name}") ?? d.Weight })],
        };

        bool WasIn(string key) => Problem.People.Any(p => p.Key == key);
    }

    int? Number(string field, string what)
    {
        var typed = Posted(field)?.Trim();
        if (string.IsNullOrEmpty(typed)) return null;
        if (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 9999) return number;
        ModelState.AddModelError("", $"Give {what} as a whole number, not “{typed}”.");
        return null;
    }

    async Task<bool> ShowAsync(Guid scenario, CancellationToken cancel)
    {
        if (Record is null && !await ReadRotationAsync(scenario, renewed: true, cancel)) return false;
        var posted = HttpMethods.IsPost(Request.Method);
        HashSet<string> Chosen(string field, IEnumerable<string> kept) => (posted ? Ticked(field) : kept).ToHashSet(StringComparer.Ordinal);
        var (people, duties) = (Chosen("person", Problem.People.Select(p => p.Key)), Chosen("duty", Problem.Duties.Select(d => d.Key)));
        var anyNumber = Chosen("any", Problem.People.Where(p => p.AnyNumber).Select(p => p.Key));
        var stated = Problem.People.Select((p, i) => (Person: p, Index: i)).ToDictionary(p => p.Person.Key);
        // Those who take part stand first.
        PersonRows = [.. Structure.People.OrderBy(p => stated.ContainsKey(p.Code) ? 0 : 1).Select((person, row) =>
        {
            var (kept, index) = stated.TryGetValue(person.Code, out var found) ? (found.Person, (int?)found.Index) : (null, null);
            return new PersonRow(row, index, person.Code, person.Name, people.Contains(person.Code), anyNumber.Contains(person.Code),
            [
                ($"joins {person.Code}", "joins in", Text(kept?.Joins)),
                ($"leaves {person.Code}", "gone from", Text(kept?.Leaves)),
                ($"passes {person.Code}", "passes on a year", Text(kept?.PassesOn)),
                ($"receives {person.Code}", "receives a year", Text(kept?.Receives)),
                ($"limit {person.Code}", "load at most", Text(kept?.LoadLimit)),
            ]);
        })];
        var names = Structure.People.ToDictionary(p => p.Code, p => p.Name, StringComparer.Ordinal);
        var weights = Problem.Duties.ToDictionary(d => d.Key, d => (int?)d.Weight, StringComparer.Ordinal);
        DutyRows = [.. RotationStatement.Candidates(Structure, Shelf.Content.Catalogue, Problem.FirstYear).OrderBy(c => weights.ContainsKey(c.Key) ? 0 : 1).Select((candidate, row) =>
            new DutyRow(row, candidate, duties.Contains(candidate.Key), weights.GetValueOrDefault(candidate.Key), candidate.Holder is { } holder ? names[holder] : "nobody"))];
        return true;
    }

    static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
