using Underpin.Access;

namespace Underpin.Homes;

internal static class HomesRoom
{
    public static void AddHomes(this IServiceCollection services) => services.AddSingleton(Table);

    static readonly Role[] Members =
    [
        Role.Administrator, Role.Staff, Role.SchoolAdministrator, Role.SchoolLeader, Role.CentreAdministrator, Role.Assessor, Role.QualityAssurer,
        Role.AwardingOfficer, Role.ExternalQualityAssurer, Role.FrameworkEditor,
    ];

    public static readonly AccessTable Table = new("Homes")
    {
        // route                                                             see
        { "/my-work",                                                        [Role.SignedIn] },
        { "/organisations/{organisation:guid}", Subject.Organisation,        Members },
    };
}
