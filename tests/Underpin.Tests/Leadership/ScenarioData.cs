using Microsoft.EntityFrameworkCore;
using Underpin.Access;
using Underpin.Leadership.Scenarios;
using Underpin.Leadership.Structure;

namespace Underpin.Tests.Leadership;

/// <summary>Scenarios in the database of a test site.</summary>
internal static class ScenarioData
{
    /// <summary>A scenario as if somebody had begun it and, where a day is given, adopted it.</summary>
    public static async Task<LeadershipScenario> ScenarioAsync(this TestData data, Organisation organisation, SchoolStructure structure, DateOnly? adoptedFrom = null)
    {
        var by = await data.AccountAsync("Graham Teale");
        var scenario = new LeadershipScenario
        {
            OrganisationId = organisation.Id,
            Title = structure.Title,
            About = structure.About,
            CreatedAt = data.ByNobody.At,
            CreatedById = by.Id,
            ChangedAt = data.ByNobody.At,
            ChangedById = by.Id,
            AdoptedFrom = adoptedFrom,
            Revision = 1,
            Document = structure,
        };
        await data.SaveAsync(organisation.Id, db =>
        {
            db.LeadershipScenarios.Add(scenario);
            db.ScenarioRevisions.Add(new() { ScenarioId = scenario.Id, Number = 1, At = scenario.CreatedAt, ById = by.Id, What = "began from a test", Document = structure });
        });
        return scenario;
    }

    /// <summary>The structure as it is kept now, with the number of its revision.</summary>
    public static Task<(SchoolStructure Structure, int Revision)> KeptAsync(this TestSite site, LeadershipScenario scenario) => site.DbAsync(async db =>
    {
        var kept = await db.LeadershipScenarios.AsNoTracking().SingleAsync(s => s.Id == scenario.Id);
        return (kept.Document, kept.Revision);
    });
}
