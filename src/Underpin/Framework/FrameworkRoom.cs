using Underpin.Access;

namespace Underpin.Framework;

internal static class FrameworkRoom
{
    public static void AddFramework(this IServiceCollection services) => services.AddSingleton(Table);

    public static readonly AccessTable Table = new("Framework")
    {
        // route                        see
        { "/framework",                 [Role.Anyone] },
        { "/framework/{competence}",    [Role.Anyone] },
        { "/api/v1/framework",          [Role.Anyone] },
    };

    public static void MapFramework(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/v1/framework", FrameworkApi.GetAsync).WithName("GetFramework").WithSummary("The current edition of the competence framework");
}
