using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Underpin.Access;
using Underpin.Leadership.Catalogue;
using Underpin.Leadership.Structure;
using Underpin.Platform;

namespace Underpin.Leadership.Scenarios;

/// <summary>Who answers for what on any day, by the scenario that was, is or will be adopted then.</summary>
internal sealed class WhoModel(UnderpinDb db, LeadershipShelf shelf, TimeProvider clock) : PageModel
{
    /// <param name="Accountable">Names; empty where nobody answers.</param>
    internal sealed record Row(Responsibility Duty, string School, string Accountable, string Through, string Does, string StandsIn, int Seats);

    public Organisation Organisation { get; private set; } = null!;
    public bool Leads { get; private set; }
    public DateOnly Today { get; private set; }
    public DateOnly Day { get; private set; }
    public string? Q { get; private set; }
    public School? School { get; private set; }
    public ScenarioFacts? Scenario { get; private set; }
    public SchoolStructure? Structure { get; private set; }
    public IReadOnlyList<(DutyGroup Group, IReadOnlyList<Row> Rows)> Groups { get; private set; } = [];
    public int Found { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid organisation, DateOnly? on, string? q, string? school, CancellationToken cancel)
    {
        var me = HttpContext.CurrentUser();
        Today = clock.Today();
        Organisation = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == organisation, cancel);
        Leads = me.Is(MembershipRole.SchoolLeader, organisation);
        (Day, Q) = (on ?? Today, q?.Trim());
        // What is decided and not begun yet is told to those who work here when it begins.
        var latest = Leads || Day < Today ? Day : Today;
        if (await db.LeadershipScenarios.AsNoTracking().Where(s => s.OrganisationId == organisation && s.AdoptedFrom <= latest).OrderByDescending(s => s.AdoptedFrom).FirstOrDefaultAsync(cancel) is not { } found) return Page();
        Scenario = new(found.Id, organisation, Organisation.Name, found.Title, found.About, found.AdoptedFrom, found.ArchivedAt, found.Revision, found.ChangedAt);
        Structure = StructureWithoutPay.Of(found.Document);
        School = Structure.Schools.FirstOrDefault(s => s.Code == school);
        var view = Structure.AsOf(Day, shelf.Content.Catalogue);
        var posts = Structure.Posts.Select(p => p.Code).ToHashSet(StringComparer.Ordinal);
        var rows = Structure.Schools.Where(s => School is null || s == School).SelectMany(s => view.DutiesOf(s).Select(duty => RowOf(view, posts, s, duty))).Where(Fits).ToLookup(row => row.Duty.Group);
        Groups = [.. shelf.Content.Catalogue.Groups.Select(group => (group, (IReadOnlyList<Row>)[.. rows[group.Code]])).Where(pair => pair.Item2.Count > 0)];
        Found = rows.Sum(group => group.Count());
        return Page();
    }

    static Row RowOf(StructureView view, HashSet<string> posts, School school, Responsibility duty)
    {
        var parts = view.PartsIn(duty.Code, school.Code).ToList();
        var accountable = parts.Where(p => p.Part == Part.Accountable).ToList();
        return new(
            duty, school.Name, Names(accountable), string.Join(", ", accountable.Where(p => posts.Contains(p.Holder)).Select(p => view.Post(p.Holder).Title).Distinct()),
            Names(parts.Where(p => p.Part == Part.Responsible)), Names(parts.Where(p => p.Part == Part.Cover)), view.AccountableSeats(duty.Code, school.Code).Count);

        string Names(IEnumerable<Assignment> some) => string.Join(", ", some.SelectMany(p => view.PeopleBehind(p.Holder).Select(person => person.Name).DefaultIfEmpty(posts.Contains(p.Holder) ? $"{view.Post(p.Holder).Title} (vacant)" : "")).Distinct());
    }

    bool Fits(Row row) => string.IsNullOrEmpty(Q) || ((string[])[row.Duty.Title, row.Duty.Code, row.Duty.About, row.Accountable, row.Through, row.Does, row.StandsIn]).Any(text => text.Contains(Q, StringComparison.OrdinalIgnoreCase));
}
