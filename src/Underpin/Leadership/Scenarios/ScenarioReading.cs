using Microsoft.EntityFrameworkCore;
using Underpin.Access;
using Underpin.Leadership.Structure;

namespace Underpin.Leadership.Scenarios;

/// <summary>A scenario as one person may see it.</summary>
/// <param name="Structure">Without pay, unless the person may see pay.</param>
/// <param name="IsInForce">Whether the organisation is led by it today.</param>
/// <param name="Last">The last change; null for those who may not change it.</param>
internal sealed record ScenarioReading(ScenarioFacts Facts, SchoolStructure Structure, bool MaySeePay, bool IsInForce, LastChange? Last)
{
    /// <summary>Reads a scenario. Null where there is none, or where the person may see only what holds today and it does not. Three queries.</summary>
    public static async Task<ScenarioReading?> ReadAsync(UnderpinDb db, Guid scenario, CurrentUser me, DateOnly today, CancellationToken cancel)
    {
        var found = await (
            from one in db.LeadershipScenarios
            where one.Id == scenario
            join organisation in db.Organisations on one.OrganisationId equals organisation.Id
            select new { Scenario = one, Organisation = organisation.Name }).AsNoTracking().SingleOrDefaultAsync(cancel);
        if (found is null) return null;
        var (leads, kept) = (me.Is(MembershipRole.SchoolLeader, found.Scenario.OrganisationId), found.Scenario);
        var inForce = await InForceAsync(db, kept.OrganisationId, today, cancel) == kept.Id;
        if (!leads && !inForce) return null;
        var facts = new ScenarioFacts(kept.Id, kept.OrganisationId, found.Organisation, kept.Title, kept.About, kept.AdoptedFrom, kept.ArchivedAt, kept.Revision, kept.ChangedAt);
        if (!leads) return new(facts, StructureWithoutPay.Of(kept.Document), false, inForce, null);
        var last = await (
            from revision in db.ScenarioRevisions
            where revision.ScenarioId == scenario && revision.Number == kept.Revision
            join author in db.Users on revision.ById equals author.Id
            select new { revision.What, revision.At, author.Name }).SingleAsync(cancel);
        return new(facts, kept.Document, true, inForce, new(last.What, last.Name.ToString(), last.At));
    }

    /// <summary>The scenario by which an organisation is led on a day; null where it has adopted none.</summary>
    public static async Task<Guid?> InForceAsync(UnderpinDb db, Guid organisation, DateOnly day, CancellationToken cancel) =>
        await db.LeadershipScenarios.Where(s => s.OrganisationId == organisation && s.AdoptedFrom <= day).OrderByDescending(s => s.AdoptedFrom).Select(s => (Guid?)s.Id).FirstOrDefaultAsync(cancel);
}

/// <summary>The last change of a scenario: "added the post Head of maths", by whom, when.</summary>
internal sealed record LastChange(string What, string By, DateTimeOffset At);

/// <summary>What is known of a scenario beside its structure.</summary>
/// <param name="Organisation">The name of the school or trust.</param>
internal sealed record ScenarioFacts(
    Guid Id, Guid OrganisationId, string Organisation, string Title, string About, DateOnly? AdoptedFrom, DateTimeOffset? ArchivedAt, int Revision, DateTimeOffset ChangedAt)
{
    public string Address => $"/scenarios/{Id}";

    /// <summary>Whose it is and which, for a line above a heading; the organisation once where the title begins with it.</summary>
    public string Caption => Title.StartsWith(Organisation, StringComparison.OrdinalIgnoreCase) ? Title : $"{Organisation}, {Title}";
}
