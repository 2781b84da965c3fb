using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Underpin.Leadership.Scenarios;
using Underpin.Leadership.Structure;

namespace Underpin.Leadership.Editing;

/// <summary>The meetings of a scenario in a table, and one of them as a form.</summary>
internal sealed class MeetingsModel(UnderpinDb db, LeadershipShelf shelf, LeadershipService service, TimeProvider clock) : EditPage
{
    internal sealed class MeetingInput
    {
        [Display(Name = "Name", Description = "For example, Core team")]
        public string? Name { get; set; }

        [Display(Name = "Of which school?")]
        public string? School { get; set; }

        public List<string?> Members { get; set; } = [];

        [Display(Name = "What does it deal with?", Description = "Choose none for everything")]
        public List<string> Remit { get; set; } = [];

        [Display(Name = "May commit at a time", Description = "Leave it empty where it decides no spending")]
        public string? Budget { get; set; }

        [Display(Name = "What does it decide?")]
        public List<string> Decides { get; set; } = [];

        [Display(Name = "Hours of one member in a year")]
        public string? Hours { get; set; }
    }

    const int SpareLines = 4;
    public const string Policy = "policy", Staffing = "staffing";

    [BindProperty]
    public MeetingInput Input { get; set; } = new();

    /// <summary>The code of the meeting in the form, or <see cref="EditPage.New"/>; null for the table.</summary>
    public string? Shown { get; private set; }

    public Meeting? Meeting => Structure.Meetings.FirstOrDefault(m => m.Code == Shown);

    public async Task<IActionResult> OnGetAsync(Guid scenario, string? meeting, CancellationToken cancel)
    {
        if (!await ShowAsync(scenario, meeting, cancel)) return NotFound();
        var spare = Enumerable.Repeat<string?>(null, SpareLines);
        Input = Meeting is not { } shown ? new() { Members = [.. spare], School = Structure.IsTrust ? null : Structure.Schools[0].Code } : new()
        {
            Name = shown.Name,
            School = shown.School,
            Members = [.. shown.Members.Select(Names.Of), .. spare],
            Remit = [.. shown.Remit],
            Budget = shown.BudgetLimit?.ToString("0.##", CultureInfo.InvariantCulture),
            Decides = [.. shown.DecidesPolicy ? new[] { Policy } : [], .. shown.DecidesStaffing ? new[] { Staffing } : []],
            Hours = shown.HoursAYear?.ToString("0.##", CultureInfo.InvariantCulture),
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid scenario, string? meeting, CancellationToken cancel)
    {
        if (!await ShowAsync(scenario, meeting ?? New, cancel)) return NotFound();
        var becomes = new Meeting("", LeadershipRules.Tidy(Input.Name))
        {
            School = string.IsNullOrEmpty(Input.School) ? null : Input.School,
            Members = [],
            Remit = Input.Remit,
            BudgetLimit = Number(Input.Budget, 100_000_000, "Input.Budget"),
            DecidesPolicy = Input.Decides.Contains(Policy),
            DecidesStaffing = Input.Decides.Contains(Staffing),
            HoursAYear = Number(Input.Hours, 2_000, "Input.Hours"),
        };
        var members = Input.Members.Select(LeadershipRules.Tidy).Where(member => member.Length > 0).ToList();
        if (ModelState.IsValid && await SaveAsync(service, new SaveMeeting(Shown == New ? null : Shown, becomes, members), clock, cancel)) return Done($"{becomes.Name} is saved.", "/meetings");
        return await AgainAsync(scenario, cancel);
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid scenario, string? meeting, CancellationToken cancel)
    {
        if (meeting is null || !await ShowAsync(scenario, meeting, cancel)) return NotFound();
        var name = Meeting!.Name;
        if (await SaveAsync(service, new RemoveMeeting(meeting), clock, cancel)) return Done($"{name} is taken out. Undo brings it back.", "/meetings");
        return await AgainAsync(scenario, cancel);
    }

    protected override string FieldOf(string field) => field == "Members" ? "Input.Members[0]" : $"Input.{field}";

    async Task<IActionResult> AgainAsync(Guid scenario, CancellationToken cancel)
    {
        if (!await OpenAsync(db, shelf, clock, scenario, cancel)) return NotFound();
        Input.Members.AddRange(Enumerable.Repeat<string?>(null, SpareLines));
        return Page();
    }

    async Task<bool> ShowAsync(Guid scenario, string? meeting, CancellationToken cancel)
    {
        if (!await OpenAsync(db, shelf, clock, scenario, cancel)) return false;
        Shown = meeting;
        return meeting is null or New || Meeting is not null;
    }
}
