using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Underpin.Leadership.Catalogue;
using Underpin.Leadership.Scenarios;
using Underpin.Leadership.Structure;

namespace Underpin.Leadership.Editing;

/// <summary>Who has which part in which duty, in a table, and one duty as a form.</summary>
internal sealed class DutiesModel(UnderpinDb db, LeadershipShelf shelf, LeadershipService service, TimeProvider clock) : EditPage
{
    internal sealed class PartInput
    {
        public Part Part { get; set; }
        public string? Who { get; set; }
        public string? From { get; set; }
        public string? Until { get; set; }
    }

    internal sealed class DutyInput
    {
        public List<PartInput> Parts { get; set; } = [];

        [Display(Name = "Does the school have this duty?")]
        public bool NotOurs { get; set; }

        [Display(Name = "Why does the school not have it?")]
        public string? Reason { get; set; }
    }

    [BindProperty]
    public DutyInput Input { get; set; } = new();

    /// <summary>The duty in the form; null for the table.</summary>
    public Responsibility? Duty { get; private set; }

    /// <summary>The school that the table or form is about; null for what is held for every school.</summary>
    public School? School { get; private set; }

    public string? Q { get; private set; }
    public bool GapsOnly { get; private set; }

    /// <summary>Every duty there could be: the catalogue's and the school's own.</summary>
    public IEnumerable<Responsibility> All => Shelf.Content.Catalogue.Responsibilities.Concat(Structure.OwnDuties);

    public string? NotOursBecause(string duty) => Structure.NotOurs.GetValueOrDefault(duty);

    /// <summary>Those of the school's duties that the table shows, by group.</summary>
    public IEnumerable<(DutyGroup Group, IReadOnlyList<Responsibility> Duties)> Groups()
    {
        var traits = (School is null ? Structure.Schools.SelectMany(s => s.Traits) : School.Traits).ToHashSet(StringComparer.Ordinal);
        var shown = All.Where(duty => duty.AppliesTo(traits) && (!GapsOnly || (NotOursBecause(duty.Code) is null && View.AccountableSeats(duty.Code, School?.Code).Count != 1)) && Fits(duty)).ToLookup(duty => duty.Group);
        return Shelf.Content.Catalogue.Groups.Select(group => (group, (IReadOnlyList<Responsibility>)[.. shown[group.Code]])).Where(pair => pair.Item2.Count > 0);
    }

    bool Fits(Responsibility duty) => string.IsNullOrEmpty(Q) || duty.Title.Contains(Q, StringComparison.OrdinalIgnoreCase) || duty.Code.Contains(Q, StringComparison.OrdinalIgnoreCase)
        || View.PartsIn(duty.Code, School?.Code).Any(part => Names.Of(part.Holder).Contains(Q, StringComparison.OrdinalIgnoreCase) || View.PeopleBehind(part.Holder).Any(p => p.Name.Contains(Q, StringComparison.OrdinalIgnoreCase)));

    public string Who(string duty, Part part) => string.Join(", ", View.PartsIn(duty, School?.Code).Where(one => one.Part == part).Select(one => Names.Of(one.Holder)));

    public string Address(string? duty) => $"{Scenario.Address}/duties?{(School is null ? "" : $"school={Uri.EscapeDataString(School.Code)}&")}{(duty is null ? "" : $"duty={Uri.EscapeDataString(duty)}")}".TrimEnd('?', '&');

    public async Task<IActionResult> OnGetAsync(Guid scenario, string? duty, string? school, string? q, bool gaps, CancellationToken cancel)
    {
        if (!await ShowAsync(scenario, duty, school, cancel)) return NotFound();
        (Q, GapsOnly) = (q?.Trim(), gaps);
        if (Duty is { } shown)
            Input = new()
            {
                NotOurs = NotOursBecause(shown.Code) is not null,
                Reason = NotOursBecause(shown.Code),
                Parts = [.. Structure.Assignments.Where(a => a.Duty == shown.Code && a.School == School?.Code).OrderBy(a => a.Part).ThenBy(a => a.Period.From)
                    .Select(a => new PartInput { Part = a.Part, Who = Names.Of(a.Holder), From = DayText(a.Period.From), Until = DayText(a.Period.Until) }), .. Spare()],
            };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid scenario, string? duty, string? school, CancellationToken cancel)
    {
        if (!await ShowAsync(scenario, duty, school, cancel) || Duty is null) return NotFound();
        var parts = new List<TypedPart>();
        for (var i = 0; i < Input.Parts.Count; i++)
        {
            var typed = Input.Parts[i];
            if (string.IsNullOrWhiteSpace(typed.Who)) continue;
            var period = EditTexts.Days(typed.From, typed.Until, "");
            if (period.Refusal is { } refusal) ModelState.AddModelError($"Input.Parts[{i}].From", refusal.Message);
            else if (Names.Find(LeadershipRules.Tidy(typed.Who)) is null) ModelState.AddModelError($"Input.Parts[{i}].Who", $"Nobody and no post here is called “{LeadershipRules.Tidy(typed.Who)}”. Choose from the list, or add the person first");
            else parts.Add(new(typed.Part, LeadershipRules.Tidy(typed.Who), period.Value));
        }

        var edit = new SaveDuty(Duty.Code, School?.Code, parts, Input.NotOurs ? LeadershipRules.Tidy(Input.Reason) : null);
        if (ModelState.IsValid && await SaveAsync(service, edit, clock, cancel)) return Done($"{Duty.Title} is saved.", $"/duties{(School is null ? "" : $"?school={Uri.EscapeDataString(School.Code)}")}#{Duty.Code}");
        if (!await ShowAsync(scenario, duty, school, cancel)) return NotFound();
        Input.Parts.AddRange(Spare());
        return Page();
    }

    protected override string FieldOf(string field) => field == "Parts" ? "Input.Parts[0].Who" : $"Input.{field}";

    async Task<bool> ShowAsync(Guid scenario, string? duty, string? school, CancellationToken cancel)
    {
        if (!await OpenAsync(db, shelf, clock, scenario, cancel)) return false;
        School = Structure.Schools.FirstOrDefault(s => s.Code == school) ?? (Structure.IsTrust ? null : Structure.Schools[0]);
        // One school's duties may have been written for "every school" and are then edited where they stand.
        if (!Structure.IsTrust && duty is not null && Structure.Assignments.Any(a => a.Duty == duty && a.School is null)) School = null;
        Duty = All.FirstOrDefault(d => d.Code == duty);
        return duty is null || Duty is not null;
    }

    static IEnumerable<PartInput> Spare() => [new() { Part = Part.Accountable }, new() { Part = Part.Responsible }, new() { Part = Part.Consulted }, new() { Part = Part.Cover }];

    static string? DayText(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
