using Underpin.Access;
using Underpin.Framework.Roles;

namespace Underpin.Framework;

internal static class FrameworkRoom
{
    public static void AddFramework(this IServiceCollection services) => services.AddSingleton(Table);

    public static readonly AccessTable Table = new("Framework")
    {
        // route                        see
        { "/profession",                [Role.Anyone] },
        { "/framework",                 [Role.Anyone] },
        { "/framework/map",             [Role.Anyone] },
        { "/framework/{competence}",    [Role.Anyone] },
        { "/roles",                     [Role.Anyone] },
        { "/roles/compare",             [Role.Anyone] },
        { "/roles/{role}",              [Role.Anyone] },
        { "/api/v1/framework",          [Role.Anyone] },
        { "/api/v1/roles",              [Role.Anyone] },
        { "/api/v1/roles/{role}",       [Role.Anyone] },
    };

    public static void MapFramework(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/v1/framework", FrameworkApi.GetAsync).WithName("GetFramework").WithSummary("The current edition of the competence framework");
        app.MapGet("/api/v1/roles", RolesApi.ListAsync).WithName("ListRoles").WithSummary("The role profiles of the current edition");
        app.MapGet("/api/v1/roles/{role}", RolesApi.GetAsync).WithName("GetRole").WithSummary("A role profile and the competences that it asks for");
    }
}
