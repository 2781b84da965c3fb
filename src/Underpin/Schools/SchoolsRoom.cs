using Underpin.Access;

namespace Underpin.Schools;

internal static class SchoolsRoom
{
    public static void AddSchools(this IServiceCollection services)
    {
        services.AddSingleton(Table);
        services.AddScoped<EmploymentService>();
    }

    public static readonly AccessTable Table = new("Schools")
    {
        // route                                                        about                 see                          act
        { "/work",                                                                            [Role.SignedIn],             [Role.SignedIn] },
        { "/schools/{organisation:guid}/staff",                         Subject.Organisation, [Role.SchoolAdministrator] },
        { "/schools/{organisation:guid}/staff/{membership:guid}",       Subject.Organisation, [Role.SchoolAdministrator],  [Role.SchoolAdministrator] },
    };
}
