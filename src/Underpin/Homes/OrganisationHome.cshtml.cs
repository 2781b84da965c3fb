using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Underpin.Access;

namespace Underpin.Homes;

/// <summary>An organisation as one of its people sees it: what waits there, and the rooms that are open to them.</summary>
internal sealed class OrganisationHomeModel(UnderpinDb db) : PageModel
{
    internal sealed record Door(string Title, string Purpose, string Address);

    public Organisation Organisation { get; private set; } = null!;
    public Place? Place { get; private set; }
    public IReadOnlyList<Waiting> Waiting { get; private set; } = [];
    public IReadOnlyList<Door> Doors { get; private set; } = [];

    public async Task OnGetAsync(Guid organisation, CancellationToken cancel)
    {
        var me = HttpContext.CurrentUser();
        Organisation = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == organisation, cancel);
        Place = me.Places.FirstOrDefault(p => p.OrganisationId == organisation);
        if (Place is null) return;
        Waiting = await WaitingWork.FindAsync(db, me, [Place], cancel);
        Doors = [.. DoorsOf(Place)];
    }

    static IEnumerable<Door> DoorsOf(Place place)
    {
        var id = place.OrganisationId;
        var runs = place.Has(MembershipRole.CentreAdministrator);
        if (runs || place.Has(MembershipRole.Assessor) || place.Has(MembershipRole.QualityAssurer))
            yield return new("Learners", "Everyone enrolled here, by stage, those who are stuck first", $"/centres/{id}/learners");
        if (place.Has(MembershipRole.Assessor) || runs) yield return new("Assessing", "Units that wait for a judgement", $"/centres/{id}/assessing");
        if (place.Has(MembershipRole.QualityAssurer) || runs) yield return new("Sampling", "Judgements drawn for quality assurance, and why", $"/centres/{id}/sampling");
        if (runs) yield return new("Claims", "Certificates claimed from the awarding body", $"/centres/{id}/claims");
        if (place.Has(MembershipRole.AwardingOfficer) || place.Has(MembershipRole.ExternalQualityAssurer))
        {
            yield return new("Claims", "Claims from centres, those that wait longest first", $"/awarding/{id}/claims");
            yield return new("Certificates", "Every certificate awarded; revoke one", $"/awarding/{id}/certificates");
            yield return new("Centres", "Who may assess what; approve a centre", $"/awarding/{id}/centres");
        }

        if (place.Has(MembershipRole.FrameworkEditor) || place.Has(MembershipRole.AwardingOfficer))
            yield return new("Framework drafts", "Write the next edition, ask people what they think, and publish it", $"/awarding/{id}/drafts");
        if (place.Has(MembershipRole.FrameworkEditor)) yield return new("Import a framework", "Take in what another publisher offers, to compare and to search", $"/awarding/{id}/frameworks/import");
        if (place.Has(MembershipRole.SchoolAdministrator)) yield return new("Staff", "Who works here and who manages whom", $"/schools/{id}/staff");
        if (place.Has(MembershipRole.SchoolLeader))
            yield return new("Leadership", "Who leads, who answers for what, and what would change if you changed it", $"/leadership/{id}");
        else if (place.Has(MembershipRole.SchoolAdministrator) || place.Has(MembershipRole.Staff))
            yield return new("Leadership", "Who leads, and who answers for what today", $"/leadership/{id}");
        if (runs || place.Has(MembershipRole.SchoolAdministrator) || place.Has(MembershipRole.AwardingOfficer))
            yield return new("People and roles", "Invite people, and end a role", $"/organisations/{id}/people");
    }
}
