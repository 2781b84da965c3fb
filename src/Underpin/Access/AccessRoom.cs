using Underpin.Platform.Pages;

namespace Underpin.Access;

internal static class AccessRoom
{
    public static void AddAccess(this IServiceCollection services)
    {
        services.AddSingleton(Table);
        services.AddScoped<AccountMail>();
        services.AddScoped<AccountService>();
        services.AddScoped<PasswordService>();
        services.AddScoped<PasskeyService>();
        services.AddScoped<ErasureService>();
        services.AddScoped<FirstAdministrator>();
        services.AddScoped<OrganisationService>();
        services.AddScoped<InvitationService>();
        services.AddScoped<MembershipService>();
        services.AddSingleton<FindSignedInBar>(BarAsync);
        services.AddSingleton<PersonalDataSource>(AccessPersonalData.AccountAsync);
        services.AddSingleton<PersonalDataSource>(AccessPersonalData.RolesAsync);
        services.AddSingleton<PersonalDataSource>(AccessPersonalData.HistoryAsync);
        services.AddSingleton<OpenDuty>(ErasureService.LastAdministratorDutyAsync);
    }

    static readonly Role[] Anyone = [Role.Anyone];
    static readonly Role[] SignedIn = [Role.SignedIn];
    static readonly Role[] PlatformOnly = [Role.Administrator];
    static readonly Role[] WhoLooksAfterPeople = [Role.Administrator, Role.SchoolAdministrator, Role.CentreAdministrator, Role.AwardingOfficer];

    public static readonly AccessTable Table = new("Access")
    {
        // route                                    about                 see                    act
        { "/",                                                            Anyone },
        { "/about",                                                       Anyone },
        { "/privacy",                                                     Anyone },
        { "/cookies",                                                     Anyone },
        { "/accessibility",                                               Anyone },
        { "/style",                                                       Anyone, Anyone },
        { "/error/{code:int}",                                            Anyone,                Anyone },

        // A token in the address is its own key: the page asks whether it still opens anything.
        { "/account/create",                                              Anyone,                Anyone },
        { "/sign-in",                                                     Anyone,                Anyone },
        { "/sign-out",                                                    Anyone,                Anyone },
        { "/password/forgot",                                             Anyone,                Anyone },
        { "/password/reset",                                              Anyone,                Anyone },
        { "/email/confirm",                                               Anyone,                Anyone },
        { "/setup/{token}",                                               Anyone,                Anyone },
        { "/invitations/{token}",                                         Anyone,                Anyone },

        // All of these are about whoever is signed in; none takes an account from outside.
        { "/account",                                                     SignedIn,              SignedIn },
        { "/account/name",                                                SignedIn,              SignedIn },
        { "/account/email",                                               SignedIn,              SignedIn },
        { "/account/password",                                            SignedIn,              SignedIn },
        { "/account/passkeys",                                            SignedIn,              SignedIn },
        { "/account/data",                                                SignedIn,              SignedIn },
        { "/account/erase",                                               SignedIn,              SignedIn },

        { "/administration",                                              PlatformOnly },
        { "/administration/organisations/add",                            PlatformOnly,          PlatformOnly },
        { "/organisations/{organisation:guid}/people", Subject.Organisation, WhoLooksAfterPeople, WhoLooksAfterPeople },
    };

    static ValueTask<SignedInBar?> BarAsync(HttpContext http)
    {
        var user = http.CurrentUser();
        if (!user.IsSignedIn) return new((SignedInBar?)null);
        var places = user.Places.Select(p => new BarLink(p.Name, $"/organisations/{p.OrganisationId}"));
        if (user.IsAdministrator) places = places.Append(new("Administration", "/administration"));
        return new(new SignedInBar(user.Name, [.. places]));
    }
}
