using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Underpin.Access;
using Underpin.Leadership.Catalogue;
using Underpin.Leadership.Files;
using Underpin.Leadership.Scenarios;
using Underpin.Leadership.Structure;

namespace Underpin.Leadership.Editing;

/// <summary>What goes for a whole scenario: its name, its schools, what people cost, the numbers that findings rest on, and own duties.</summary>
internal sealed class SettingsModel(UnderpinDb db, LeadershipShelf shelf, LeadershipService service, TimeProvider clock) : EditPage
{
    internal sealed class SchoolInput
    {
        /// <summary>Null for a new one.</summary>
        public string? Code { get; set; }
        public string? Name { get; set; }
        public List<string> Kinds { get; set; } = [];
        public string? Staff { get; set; }
        public string? StaffCost { get; set; }
    }

    internal sealed class DutyInput
    {
        /// <summary>Null for a new one.</summary>
        public string? Code { get; set; }
        public string? Title { get; set; }
        public string? About { get; set; }
        public string? Group { get; set; }
        public int Weight { get; set; } = 2;
        public bool IsSpecialist { get; set; }
    }

    internal sealed class SettingsInput
    {
        [Display(Name = "Name of the scenario")]
        public string? Title { get; set; }

        [Display(Name = "What is it for?")]
        public string? About { get; set; }

        [Display(Name = "The day to look at", Description = "Leave it empty for today")]
        public string? Date { get; set; }

        [Display(Name = "On-costs", Description = "What employment costs on top of salary, in per cent")]
        public string? OnCosts { get; set; }

        [Display(Name = "Pay points", Description = "One in each line, with annual pounds for full time: L18 78000")]
        public string? PayPoints { get; set; }

        public List<SchoolInput> Schools { get; set; } = [];
        public Dictionary<string, string?> Thresholds { get; set; } = [];
        public List<DutyInput> Duties { get; set; } = [];
    }

    [BindProperty]
    public SettingsInput Input { get; set; } = new();

    public IEnumerable<SelectListItem> GroupChoices => Shelf.Content.Catalogue.Groups.Select(g => new SelectListItem(g.Title, g.Code));

    public async Task<IActionResult> OnGetAsync(Guid scenario, CancellationToken cancel)
    {
        if (!await OpenAsync(db, shelf, clock, scenario, cancel)) return NotFound();
        Input = new()
        {
            Title = Scenario.Title,
            About = Scenario.About,
            Date = Structure.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            OnCosts = Text(Structure.OnCostsPercent),
            PayPoints = PayPointText.Write(Structure.PayPoints),
            Schools = [.. Structure.Schools.Select(s => new SchoolInput { Code = s.Code, Name = s.Name, Kinds = [.. s.Traits], Staff = s.Staff?.ToString(CultureInfo.InvariantCulture), StaffCost = Text(s.StaffCost) })],
            Thresholds = shelf.Content.Thresholds.ToDictionary(t => t.Code, t => Structure.Thresholds.TryGetValue(t.Code, out var own) ? Text(own) : null),
            Duties = [.. Structure.OwnDuties.Select(d => new DutyInput { Code = d.Code, Title = d.Title, About = d.About, Group = d.Group, Weight = d.Weight, IsSpecialist = d.IsSpecialist })],
        };
        AddSpare();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid scenario, CancellationToken cancel)
    {
        if (!await OpenAsync(db, shelf, clock, scenario, cancel)) return NotFound();
        if (Read() is { } edit && ModelState.IsValid && await SaveAsync(service, edit, clock, cancel)) return Done("The settings are saved.", "/settings");
        if (!await OpenAsync(db, shelf, clock, scenario, cancel)) return NotFound();
        AddSpare();
        return Page();
    }

    protected override string FieldOf(string field) => field switch
    {
        "Schools" => "Input.Schools[0].Name",
        "OwnDuties" => "Input.Duties[0].Title",
        "Thresholds" => "",
        _ => $"Input.{field}",
    };

    void AddSpare()
    {
        Input.Schools.Add(new());
        Input.Duties.Add(new());
    }

    SaveSettings? Read()
    {
        DateOnly? date = null;
        if (!string.IsNullOrWhiteSpace(Input.Date))
            if (StructureText.TryReadDay(Input.Date.Trim(), out var day)) date = day;
            else ModelState.AddModelError("Input.Date", $"Write {StructureText.DayExpected}, or leave it empty");
        var points = PayPointText.Read(Input.PayPoints);
        if (points.Refusal is { } refusal) Refuse(refusal);
        var schools = new List<School>();
        for (var i = 0; i < Input.Schools.Count; i++)
        {
            var typed = Input.Schools[i];
            if (string.IsNullOrWhiteSpace(typed.Name)) continue;
            var known = Structure.Schools.FirstOrDefault(s => s.Code == typed.Code);
            var staff = Number(typed.Staff, 100_000, $"Input.Schools[{i}].Staff");
            schools.Add(new(known?.Code ?? "", LeadershipRules.Tidy(typed.Name), [.. LeadershipWords.Kinds.Select(k => k.Code).Where(typed.Kinds.Contains)])
            {
                Staff = staff is > 0 ? (int)staff : null,
                StaffCost = Number(typed.StaffCost, 999_999_999, $"Input.Schools[{i}].StaffCost"),
            });
        }

        var thresholds = new Dictionary<string, decimal>();
        foreach (var (code, typed) in Input.Thresholds)
            if (Number(typed, 999_999_999, $"Input.Thresholds[{code}]") is { } value) thresholds[code] = value;
        var duties = Input.Duties.Where(d => !string.IsNullOrWhiteSpace(d.Title)).Select(d => new Responsibility
        {
            Code = Structure.OwnDuties.FirstOrDefault(own => own.Code == d.Code)?.Code ?? "",
            Title = LeadershipRules.Tidy(d.Title),
            About = LeadershipRules.Tidy(d.About),
            Group = d.Code?.Length > 3 ? d.Code[..3] : d.Group ?? "",
            Weight = d.Weight,
            IsSpecialist = d.IsSpecialist,
        }).ToList();
        return ModelState.IsValid ? new(LeadershipRules.Tidy(Input.Title), LeadershipRules.Tidy(Input.About), schools, date, Number(Input.OnCosts, 200, "Input.OnCosts"), points.Value, thresholds, duties) : null;
    }

    static string? Text(decimal? number) => number?.ToString("0.##", CultureInfo.InvariantCulture);
}
