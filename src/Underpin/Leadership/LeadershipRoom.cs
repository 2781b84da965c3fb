using Microsoft.EntityFrameworkCore;
using Underpin.Access;
using Underpin.Leadership.Editing;
using Underpin.Leadership.Plans;
using Underpin.Leadership.Scenarios;
using Underpin.Platform;

namespace Underpin.Leadership;

internal static class LeadershipRoom
{
    public static void AddLeadership(this IServiceCollection services)
    {
        services.AddSingleton(Table);
        services.AddSingleton(s => LeadershipShelf.Open(s.GetRequiredService<Home>(), s.GetRequiredService<TimeProvider>()));
        services.AddScoped<LeadershipService>();
        services.AddScoped<RotationService>();
        services.AddTransient<PlanRotations>();
    }

    static readonly Subject Scenario = new("scenario", async (db, id, cancel) =>
        await db.LeadershipScenarios.Where(s => s.Id == id).Select(s => new Scope(null, s.OrganisationId)).SingleOrDefaultAsync(cancel));

    static readonly Role[] Leads = [Role.SchoolLeader];

    // Those who do not lead see what holds today, and nothing of pay; the page asks.
    static readonly Role[] Sees = [Role.SchoolLeader, Role.SchoolAdministrator, Role.Staff];

    public static readonly AccessTable Table = new("Leadership")
    {
        // route                                                about                  see     act
        { "/leadership/{organisation:guid}",                    Subject.Organisation,  Sees,   Leads },
        { "/leadership/{organisation:guid}/new",                Subject.Organisation,  Leads,  Leads },
        { "/leadership/{organisation:guid}/who",                Subject.Organisation,  Sees },
        { "/leadership/{organisation:guid}/compare",            Subject.Organisation,  Leads },
        { "/leadership/{organisation:guid}/trust",              Subject.Organisation,  Sees },
        { "/scenarios/{scenario:guid}/findings",                Scenario,              Sees,   Leads },
        { "/scenarios/{scenario:guid}/overlap",                 Scenario,              Sees },
        { "/scenarios/{scenario:guid}/matrix",                  Scenario,              Sees },
        { "/scenarios/{scenario:guid}/paper",                   Scenario,              Leads },
        { "/scenarios/{scenario:guid}",                         Scenario,              Sees },
        { "/scenarios/{scenario:guid}/posts",                   Scenario,              Leads,  Leads },
        { "/scenarios/{scenario:guid}/people",                  Scenario,              Leads,  Leads },
        { "/scenarios/{scenario:guid}/duties",                  Scenario,              Leads,  Leads },
        { "/scenarios/{scenario:guid}/meetings",                Scenario,              Leads,  Leads },
        { "/scenarios/{scenario:guid}/settings",                Scenario,              Leads,  Leads },
        { "/scenarios/{scenario:guid}/versions",                Scenario,              Leads,  Leads },
        { "/scenarios/{scenario:guid}/adopt",                   Scenario,              Leads,  Leads },
        { "/scenarios/{scenario:guid}/export/{table}",          Scenario,              Leads },
        { "/scenarios/{scenario:guid}/rotation",                Scenario,              Sees,   Leads },
        { "/scenarios/{scenario:guid}/rotation/calendar",       Scenario,              Sees },
        { "/scenarios/{scenario:guid}/rotation/conditions",     Scenario,              Leads,  Leads },
        { "/scenarios/{scenario:guid}/rotation/readiness",      Scenario,              Leads,  Leads },
        { "/scenarios/{scenario:guid}/rotation/limits",         Scenario,              Leads,  Leads },
        { "/scenarios/{scenario:guid}/rotation/departure",      Scenario,              Leads },
        { "/scenarios/{scenario:guid}/rotation/adopt",          Scenario,              Leads,  Leads },
    };

    public static void MapLeadership(this IEndpointRouteBuilder app) => app.MapGet("/scenarios/{scenario:guid}/export/{table}", ScenarioExport.GetAsync);
}
