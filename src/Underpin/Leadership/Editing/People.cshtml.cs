using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Underpin.Leadership.Scenarios;
using Underpin.Leadership.Structure;

namespace Underpin.Leadership.Editing;

/// <summary>The people of a scenario in a table, and one of them as a form.</summary>
internal sealed class PeopleModel(UnderpinDb db, LeadershipShelf shelf, LeadershipService service, TimeProvider clock) : EditPage
{
    internal sealed class PersonInput
    {
        [Display(Name = "Name", Description = "As they write it, in any script")]
        public string? Name { get; set; }

        [Display(Name = "Post", Description = "More posts, and dates, are given on the page of the post")]
        public string? Post { get; set; }

        [Display(Name = "Could take over", Description = "Codes of duties or of groups of duties with commas between them, such as ITS-01, BUS")]
        public string? Knows { get; set; }

        [Display(Name = "Holds")]
        public List<string> Qualifications { get; set; } = [];
    }

    [BindProperty]
    public PersonInput Input { get; set; } = new();

    /// <summary>The code of the person in the form, or <see cref="EditPage.New"/>; null for the table.</summary>
    public string? Shown { get; private set; }

    public Person? Person => Structure.People.FirstOrDefault(p => p.Code == Shown);

    public async Task<IActionResult> OnGetAsync(Guid scenario, string? person, CancellationToken cancel)
    {
        if (!await ShowAsync(scenario, person, cancel)) return NotFound();
        if (Person is { } shown) Input = new() { Name = shown.Name, Knows = string.Join(", ", shown.Knows), Qualifications = [.. shown.Qualifications] };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid scenario, string? person, CancellationToken cancel)
    {
        if (!await ShowAsync(scenario, person ?? New, cancel)) return NotFound();
        string[] knows = [.. (Input.Knows ?? "").Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(code => code.ToUpperInvariant()).Distinct()];
        var edit = new SavePerson(Shown == New ? null : Shown, LeadershipRules.Tidy(Input.Name), knows, Input.Qualifications, string.IsNullOrEmpty(Input.Post) ? null : Input.Post);
        if (ModelState.IsValid && await SaveAsync(service, edit, clock, cancel)) return Done($"{LeadershipRules.Tidy(Input.Name)} is saved.", "/people");
        return await OpenAsync(db, shelf, clock, scenario, cancel) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid scenario, string? person, CancellationToken cancel)
    {
        if (person is null || !await ShowAsync(scenario, person, cancel)) return NotFound();
        var name = Person!.Name;
        if (await SaveAsync(service, new RemovePerson(person), clock, cancel)) return Done($"{name} is taken out. Undo brings them back.", "/people");
        return await OpenAsync(db, shelf, clock, scenario, cancel) ? Page() : NotFound();
    }

    async Task<bool> ShowAsync(Guid scenario, string? person, CancellationToken cancel)
    {
        if (!await OpenAsync(db, shelf, clock, scenario, cancel)) return false;
        Shown = person;
        return person is null or New || Person is not null;
    }
}
