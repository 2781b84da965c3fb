using Underpin.Access;
using Underpin.Leadership.Scenarios;
using Underpin.Leadership.Structure;
using Underpin.Platform;

namespace Underpin.Tests.Leadership.Scenarios;

/// <summary>Scenarios of a school for tests.</summary>
internal static class ScenarioData
{
    /// <summary>A small school with names in several scripts, pay, a shared duty and a vacant post.</summary>
    public static SchoolStructure Small { get; } = new()
    {
        Title = "As it is",
        Schools = [new("saltmarsh", "Saltmarsh Academy", ["secondary"]) { Staff = 90, StaffCost = 4_200_000 }],
        OnCostsPercent = 38,
        PayPoints = new Dictionary<string, decimal> { ["L18"] = 75_432 },
        People =
        [
            new("helen", "Dr Helen Marsh", ["TEA"], ["qualified-teacher"]), new("jun", "渡辺 潤", [], []), new("nadia", "نادية حداد", [], []),
            new("tom", "Tom Ashworth", ["ITS"], []),
        ],
        Posts =
        [
            new("head", "Headteacher", Tier.Core) { Schools = ["saltmarsh"], IsHead = true, Salary = 108_123, SpendLimit = 50_000 },
            new("deputy", "Deputy head", Tier.Core) { Schools = ["saltmarsh"], ReportsTo = [new("head", Side.Curriculum)], PayPoint = "L18" },
            new("business", "Business manager", Tier.Core) { Schools = ["saltmarsh"], ReportsTo = [new("head", Side.Business)], SpendLimit = 20_000 },
            new("network", "Network manager", Tier.Middle) { Schools = ["saltmarsh"], ReportsTo = [new("business", Side.Business)], Salary = 41_321, Fte = 0.8m },
            new("clerk", "Clerk", Tier.Other) { Schools = ["saltmarsh"], ReportsTo = [new("business", Side.Business)] },
        ],
        Holdings =
        [
            new("head", "helen", Period.Always), new("deputy", "jun", new(new(2024, 9, 1), null)), new("business", "nadia", Period.Always), new("network", "tom", Period.Always),
        ],
        Meetings = [new("core", "Core team") { School = "saltmarsh", Members = ["head", "deputy", "business"], DecidesPolicy = true, BudgetLimit = 10_000, HoursAYear = 60 }],
        Assignments =
        [
            new("ITS-01", "saltmarsh", Part.Accountable, "business", Period.Always), new("ITS-01", "saltmarsh", Part.Responsible, "network", Period.Always),
            new("ITS-01", "saltmarsh", Part.Cover, "tom", new(new(2027, 9, 1), new(2028, 8, 31))), new("TEA-01", "saltmarsh", Part.Accountable, "deputy", Period.Always),
        ],
    };

    public static Task<Organisation> SchoolAsync(this TestData data) => data.OrganisationAsync(OrganisationKinds.School);

    public static Task<Account> LeaderAsync(this TestData data, Organisation school, string name = "Dr Helen Marsh") => data.PersonAsync(school, MembershipRole.SchoolLeader, name);

    /// <summary>A scenario of its own, made by a leader of the school.</summary>
    public static async Task<LeadershipScenario> ScenarioAsync(this TestData data, Organisation school, SchoolStructure? structure = null, DateOnly? adoptedFrom = null)
    {
        var by = (await data.LeaderAsync(school)).Id;
        var now = data.Site.Clock.Now();
        var document = structure ?? Small;
        var scenario = new LeadershipScenario
        {
            OrganisationId = school.Id, Title = document.Title, About = "", CreatedAt = now, CreatedById = by, ChangedAt = now, ChangedById = by, AdoptedFrom = adoptedFrom, Revision = 1, Document = document,
        };
        await data.SaveAsync(school.Id, db =>
        {
            db.LeadershipScenarios.Add(scenario);
            db.ScenarioRevisions.Add(new() { ScenarioId = scenario.Id, Number = 1, At = now, ById = by, What = "began it for a test", Document = document });
        });
        return scenario;
    }

    public static Change By(this TestSite site, Account account) => new() { ActorId = account.Id, ActorName = account.Name.ToString(), At = site.Clock.Now() };
}
