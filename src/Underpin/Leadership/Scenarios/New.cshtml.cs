using System.ComponentModel.DataAnnotations;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Underpin.Access;
using Underpin.Leadership.Files;
using Underpin.Leadership.Structure;
using Underpin.Platform;
using Underpin.Platform.Content;
using Underpin.Platform.Pages;

namespace Underpin.Leadership.Scenarios;

/// <summary>Begins a scenario: from a template, from tables or from a pasted staff list. Nothing that was typed is lost when something does not fit.</summary>
internal sealed class NewModel(UnderpinDb db, LeadershipShelf shelf, LeadershipService service, TimeProvider clock) : PageModel
{
    public const string Template = "template", Tables = "tables", Paste = "paste";

    internal sealed class SchoolInput
    {
        public string Code { get; set; } = "";
        public string Name { get; set; } = "";

        [Display(Name = "What kind of school is it?", Description = "It decides which duties the school has")]
        public List<string> Kinds { get; set; } = [];

        public School Read() => new(Code, Name, [.. LeadershipWords.Kinds.Select(k => k.Code).Where(Kinds.Contains)]);
    }

    internal sealed class NameInput
    {
        public string Post { get; set; } = "";
        public string? Name { get; set; }
        public bool Without { get; set; }
    }

    internal sealed class NewInput
    {
        [Display(Name = "Name of the scenario", Description = "For example, As it is, or Small senior team")]
        public string? Title { get; set; }

        [Display(Name = "Which school is it about?")]
        public string? School { get; set; }

        public List<SchoolInput> Schools { get; set; } = [];

        [Display(Name = "Who manages IT?")]
        public Side? ItThrough { get; set; }

        public List<NameInput> Names { get; set; } = [];

        [Display(Name = "The list", Description = "A name and a post in each line, with a comma or a tab between them: Ana Kovac, Senior technician. Write “vacant” for a post that nobody holds")]
        public string? List { get; set; }

        [Display(Name = "People", Description = "Columns: name; also code, knows, holds")]
        public string? People { get; set; }

        [Display(Name = "Posts", Description = "Columns: title, tier; also code, school, head, person, from, until, reports_to, side, also_reports_to, also_side, salary, on_costs, fte, spends")]
        public string? Posts { get; set; }

        [Display(Name = "Responsibilities, if you have them", Description = "Columns: duty; also school, accountable, responsible, consulted, informed, cover, from, until")]
        public string? Responsibilities { get; set; }

        [Display(Name = "Meetings, if you have them", Description = "Columns: name, members; also code, school, remit, budget, policy, staffing, hours_a_year")]
        public string? Meetings { get; set; }

        [Display(Name = "people.csv")]
        public IFormFile? PeopleFile { get; set; }

        [Display(Name = "posts.csv")]
        public IFormFile? PostsFile { get; set; }

        [Display(Name = "responsibilities.csv")]
        public IFormFile? ResponsibilitiesFile { get; set; }

        [Display(Name = "meetings.csv")]
        public IFormFile? MeetingsFile { get; set; }
    }

    [BindProperty]
    public NewInput Input { get; set; } = new();

    public Organisation Organisation { get; private set; } = null!;
    public bool IsTrust { get; private set; }

    /// <summary>How to begin; null before that is chosen.</summary>
    public string? From { get; private set; }

    public StructureTemplate? Chosen { get; private set; }
    public IReadOnlyList<StructureTemplate> Templates => shelf.Templates;
    public IReadOnlyList<ContentProblem> Problems { get; private set; } = [];
    public int MoreProblems { get; private set; }
    public IEnumerable<SelectListItem> SchoolChoices => Input.Schools.Select(s => new SelectListItem(s.Name, s.Code));
    public string Address => $"/leadership/{Organisation.Id}/new";

    public async Task<IActionResult> OnGetAsync(Guid organisation, string? from, string? template, CancellationToken cancel)
    {
        if (!await ReadAsync(organisation, from, template, cancel)) return NotFound();
        Input = new() { Title = "As it is", Schools = await SchoolsAsync(cancel) };
        if (Chosen is { } chosen) Input.Names = [.. chosen.Structure.Posts.Select(p => new NameInput { Post = p.Code })];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid organisation, string? from, string? template, CancellationToken cancel)
    {
        if (!await ReadAsync(organisation, from, template, cancel)) return NotFound();
        // Which schools there are is asked of the database; only their kinds come from the form.
        var typed = Input.Schools;
        Input.Schools = await SchoolsAsync(cancel);
        foreach (var school in Input.Schools) school.Kinds = typed.FirstOrDefault(t => t.Code == school.Code)?.Kinds ?? school.Kinds;
        var one = Input.Schools.FirstOrDefault(s => s.Code == Input.School) ?? Input.Schools[0];
        var change = HttpContext.CurrentUser().Change(clock);
        Outcome<Begun> begun;
        switch (From)
        {
            case Template when Chosen is { } chosen:
                begun = await service.BeginFromTemplateAsync(new() { Organisation = organisation, Template = chosen.Code, Answers = Answers(chosen, one.Read()) }, change, cancel);
                break;
            case Tables:
                await TakeFilesAsync(cancel);
                begun = await service.BeginFromCsvAsync(new()
                {
                    Organisation = organisation,
                    Title = Input.Title ?? "",
                    Schools = [.. Input.Schools.Select(s => s.Read())],
                    Files = new() { People = Input.People ?? "", Posts = Input.Posts ?? "", Responsibilities = Text(Input.Responsibilities), Meetings = Text(Input.Meetings) },
                }, change, cancel);
                break;
            case Paste:
                begun = await service.BeginFromPasteAsync(new() { Organisation = organisation, Title = Input.Title ?? "", School = one.Read(), Text = Input.List ?? "" }, change, cancel);
                break;
            default: return Redirect(Address);
        }

        if (begun.Refusal is { } refusal)
        {
            if (refusal is ImportRefused import) (Problems, MoreProblems) = (import.Problems, import.More);
            ModelState.AddModelError(refusal is TitleMissing or TitleOverlong ? "Input.Title" : refusal is ImportRefused ? From == Paste ? "Input.List" : "Input.People" : "", refusal.Message);
            return Page();
        }

        this.Say(string.Join(" ", [$"“{begun.Value.Scenario.Title}” is made. Choose a post to change it.", .. begun.Value.Notes.Take(5)]));
        return Redirect($"/scenarios/{begun.Value.Scenario.Id}");
    }

    TemplateAnswers Answers(StructureTemplate template, School school)
    {
        var known = template.Structure.Posts.Select(p => p.Code).ToHashSet(StringComparer.Ordinal);
        return new()
        {
            Title = LeadershipRules.Tidy(Input.Title),
            School = school,
            Names = Input.Names.Where(n => known.Contains(n.Post) && !n.Without && !string.IsNullOrWhiteSpace(n.Name)).DistinctBy(n => n.Post).ToDictionary(n => n.Post, n => n.Name!, StringComparer.Ordinal),
            Without = Input.Names.Where(n => known.Contains(n.Post) && n.Without).Select(n => n.Post).ToHashSet(StringComparer.Ordinal),
            ItThrough = Input.ItThrough,
        };
    }

    /// <summary>Files take the place of what is typed, so that it can be mended where it is shown.</summary>
    async Task TakeFilesAsync(CancellationToken cancel)
    {
        Input.People = await TakeAsync(Input.PeopleFile, Input.People, nameof(Input.People), cancel);
        Input.Posts = await TakeAsync(Input.PostsFile, Input.Posts, nameof(Input.Posts), cancel);
        Input.Responsibilities = await TakeAsync(Input.ResponsibilitiesFile, Input.Responsibilities, nameof(Input.Responsibilities), cancel);
        Input.Meetings = await TakeAsync(Input.MeetingsFile, Input.Meetings, nameof(Input.Meetings), cancel);
    }

    async Task<string?> TakeAsync(IFormFile? file, string? typed, string field, CancellationToken cancel)
    {
        if (file is not { Length: > 0 }) return typed;
        ModelState.Remove($"Input.{field}");
        using var reader = new StreamReader(file.OpenReadStream(), Encoding.UTF8);
        return await reader.ReadToEndAsync(cancel);
    }

    static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed;

    async Task<bool> ReadAsync(Guid organisation, string? from, string? template, CancellationToken cancel)
    {
        Organisation = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == organisation, cancel);
        IsTrust = Organisation.Kinds.HasFlag(OrganisationKinds.Trust);
        Chosen = shelf.Templates.FirstOrDefault(t => t.Code == template);
        From = from is Template or Tables or Paste ? from : null;
        return true;
    }

    async Task<List<SchoolInput>> SchoolsAsync(CancellationToken cancel)
    {
        var schools = IsTrust
            ? await db.Organisations.AsNoTracking().Where(o => o.TrustId == Organisation.Id).OrderBy(o => o.Name).ToListAsync(cancel)
            : [Organisation];
        if (schools.Count == 0) schools = [Organisation];
        return [.. schools.Select(s => new SchoolInput { Code = CodeOf(s), Name = s.Name, Kinds = [.. Guess(s)] })];
    }

    static string CodeOf(Organisation school) => StructureText.CodePattern().IsMatch(school.Code) ? school.Code : StructureText.CodeOf(school.Name);

    static IEnumerable<string> Guess(Organisation school)
    {
        yield return ((string[])["primary", "infant", "junior", "first school"]).Any(word => school.Name.Contains(word, StringComparison.OrdinalIgnoreCase)) ? "primary" : "secondary";
        if (school.TrustId is not null) yield return "trust";
    }
}
