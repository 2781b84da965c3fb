using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Underpin.Access;
using Underpin.Leadership.Scenarios;
using Underpin.Leadership.Structure;
using Underpin.Platform;
using Underpin.Platform.Pages;

namespace Underpin.Leadership.Editing;

/// <summary>What pages that change a scenario do alike: one list and, when an item is named in the address, one form.</summary>
internal abstract class EditPage : ScenarioPage
{
    /// <summary>Names an item that is not there yet.</summary>
    public const string New = "new";

    /// <summary>The revision that the person was looking at when they began to type.</summary>
    [BindProperty]
    public int Seen { get; set; }

    public HolderNames Names => _names ??= new(Structure);
    HolderNames? _names;

    public IEnumerable<SelectListItem> PostChoices => Structure.Posts.Select(p => new SelectListItem(Names.Of(p.Code), p.Code));
    public IEnumerable<SelectListItem> SchoolChoices => Structure.Schools.Select(s => new SelectListItem(s.Name, s.Code));

    /// <summary>Reads the scenario for a form: everything as it stands now.</summary>
    protected async Task<bool> OpenAsync(UnderpinDb db, LeadershipShelf shelf, TimeProvider clock, Guid scenario, CancellationToken cancel)
    {
        _names = null;
        return await ReadAsync(db, shelf, clock, scenario, cancel) && MaySeePay;
    }

    /// <summary>Makes the change, or puts beside the fields why not; then the form is shown again with what was typed, and saving it again saves over what others did.</summary>
    protected async Task<bool> SaveAsync(LeadershipService service, StructureEdit edit, TimeProvider clock, CancellationToken cancel)
    {
        var saved = await service.ChangeAsync(new() { Scenario = Scenario.Id, Seen = Seen, Edit = edit }, HttpContext.CurrentUser().Change(clock), cancel);
        return saved.Refusal is not { } refusal || Refuse(refusal);
    }

    /// <returns>False, always.</returns>
    protected bool Refuse(Refusal refusal)
    {
        ModelState.AddModelError(refusal is EditRefused { Field.Length: > 0 } about ? FieldOf(about.Field) : "", refusal.Message);
        return false;
    }

    /// <summary>The name of the form's field for something that an edit calls by its own name.</summary>
    protected virtual string FieldOf(string field) => $"Input.{field}";

    /// <summary>To another page once it is done, with a word about it.</summary>
    protected IActionResult Done(string message, string place)
    {
        this.Say(message);
        return Redirect(Scenario.Address + place);
    }

    /// <summary>A number that was typed; adds an error and gives null where it is none.</summary>
    protected decimal? Number(string? typed, decimal highest, string field)
    {
        if (EditTexts.TryNumber(typed, highest, out var number)) return number;
        ModelState.AddModelError(field, $"Give a number of at most {highest:N0}, such as 1500 or 0.6, or leave it empty");
        return null;
    }
}
