using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Underpin.Leadership.Rotation;
using Underpin.Platform.Pages;

namespace Underpin.Leadership.Plans;

/// <summary>Pins, pairs, still years and what is asked of somebody in one year: each is a list with a form to add to it.</summary>
internal sealed class RotationLimitsModel(UnderpinDb db, LeadershipShelf shelf, RotationService rotations, TimeProvider clock) : RotationPage(db, shelf, clock)
{
    /// <param name="Choices">Null for a number.</param>
    /// <param name="Empty">The words for choosing none; null where one must be chosen.</param>
    internal sealed record Field(string Name, string Label, IReadOnlyList<SelectListItem>? Choices, string? Empty = null);

    internal sealed record Group(string Kind, string Title, string About, string Button, IReadOnlyList<string> Lines, IReadOnlyList<Field> Fields);

    [BindProperty]
    public int Seen { get; set; }

    [BindProperty]
    public string Kind { get; set; } = "";

    [BindProperty]
    public int Index { get; set; } = -1;

    public IReadOnlyList<Group> Groups =>
    [
        new("pins", "What stays with somebody", "Somebody whose every duty stays in every year is asked to pass nothing on.", "Keep it there", [.. Problem.Pins.Select(pin => Words(new PinCondition(pin)))],
            [new("duty", "Duty", Duties), new("person", "Stays with", People), new("from", "From", Years, "the first year"), new("until", "Until", Years, "the last year")]),
        new("apart", "What must not be with one person", "Such as doing a thing and checking it.", "Keep them apart", [.. Problem.Apart.Select(pair => Words(new ApartCondition(pair)))],
            [new("duty", "One duty", Duties), new("other", "The other", Duties)]),
        new("together", "What belongs together", "Best together: parted only where nothing else does. Always together: a condition.", "Keep them together",
            [.. Problem.Together.Select(pair => $"{Duty(pair.One)} and {Duty(pair.Other)}: {(pair.Must ? "always" : "best")} with the same person")],
            [new("duty", "One duty", Duties), new("other", "The other", Duties), new("must", "How firmly", [new("best together", ""), new("always together", "yes")])]),
        new("still", "Years in which a duty must not move", "An inspection is due, or a building is being built.", "Keep it still", [.. Problem.Still.Select(still => Words(new StillCondition(still)))],
            [new("duty", "Duty", Duties), new("year", "School year", Years)]),
        new("asks", "Years in which somebody is asked for more or less", "In place of what is asked every year.", "Ask for this",
            [.. Problem.Asks.Select(ask => $"{Name(ask.Person)} in {SchoolYear.Name(ask.Year)}: passes on {Count(ask.PassesOn)}, receives {Count(ask.Receives)}")],
            [new("person", "Who", People), new("year", "School year", Years), new("passes", "Passes on", null), new("receives", "Receives", null)]),
    ];

    public string? Typed(string kind, string field) => HttpMethods.IsPost(Request.Method) && Kind == kind ? Text(field) : null;

    public async Task<IActionResult> OnGetAsync(Guid scenario, CancellationToken cancel)
    {
        if (!await ReadRotationAsync(scenario, renewed: true, cancel)) return NotFound();
        Seen = Record?.Edition ?? 0;
        return Page();
    }

    public async Task<IActionResult> OnPostAddAsync(Guid scenario, CancellationToken cancel)
    {
        if (!await ReadRotationAsync(scenario, renewed: true, cancel)) return NotFound();
        var (duty, other, person) = (Text("duty") ?? "", Text("other") ?? "", Text("person") ?? "");
        RotationProblem? added = Kind switch
        {
            "pins" => Problem with { Pins = [.. Problem.Pins, new(person, duty, Number("from"), Number("until"))] },
            "apart" => Problem with { Apart = [.. Problem.Apart, new(duty, other)] },
            "together" => Problem with { Together = [.. Problem.Together, new(duty, other, Text("must") == "yes")] },
            "still" => Problem with { Still = [.. Problem.Still, new(duty, Number("year") ?? 0)] },
            "asks" => Problem with { Asks = [.. Problem.Asks, new(person, Number("year") ?? 0, Number("passes"), Number("receives"))] },
            _ => null,
        };
        return await SaveAsync(scenario, added, cancel);
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid scenario, CancellationToken cancel)
    {
        if (!await ReadRotationAsync(scenario, renewed: true, cancel)) return NotFound();
        return await SaveAsync(scenario, Kind switch
        {
            "pins" => Problem with { Pins = [.. Problem.Pins.Where((_, i) => i != Index)] },
            "apart" => Problem with { Apart = [.. Problem.Apart.Where((_, i) => i != Index)] },
            "together" => Problem with { Together = [.. Problem.Together.Where((_, i) => i != Index)] },
            "still" => Problem with { Still = [.. Problem.Still.Where((_, i) => i != Index)] },
            "asks" => Problem with { Asks = [.. Problem.Asks.Where((_, i) => i != Index)] },
            _ => null,
        }, cancel);
    }

    /// <summary>A form with no button of ours changes nothing.</summary>
    public async Task<IActionResult> OnPostAsync(Guid scenario, CancellationToken cancel) => await ReadRotationAsync(scenario, renewed: true, cancel) ? await SaveAsync(scenario, null, cancel) : NotFound();

    async Task<IActionResult> SaveAsync(Guid scenario, RotationProblem? problem, CancellationToken cancel)
    {
        if (problem is null) ModelState.AddModelError("", "Choose what to add or to take out.");
        if (ModelState.IsValid)
        {
            var stated = await rotations.StateAsync(new() { Scenario = scenario, Seen = Seen, Problem = problem! }, ByMe(), cancel);
            if (stated.Refusal is not { } refusal) return Redirect($"{At}/limits#{Kind}");
            ModelState.AddModelError("", refusal.Message);
        }

        ModelState.Remove(nameof(Seen));
        Seen = Record?.Edition ?? 0;
        return Page();
    }

    string? Text(string field) => Request.HasFormContentType && Request.Form.TryGetValue(field, out var typed) && typed.ToString().Trim() is { Length: > 0 } text ? text : null;

    int? Number(string field)
    {
        if (Text(field) is not { } typed) return null;
        if (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        ModelState.AddModelError("", $"Give a whole number, not “{typed}”.");
        return null;
    }

    string Words(RotationCondition condition) => condition.Words(Problem);

    static string Count(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "as usual";
}
