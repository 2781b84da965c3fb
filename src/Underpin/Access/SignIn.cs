using Microsoft.AspNetCore.Identity;

namespace Underpin.Access;

internal static class SignIn
{
    public static void AddSignIn(this IServiceCollection services, bool secureCookies)
    {
        services.AddIdentityCore<Account>(o =>
            {
                o.User.RequireUniqueEmail = true;
                // The e-mail address is the user name, and EmailAddress says which characters it may have.
                o.User.AllowedUserNameCharacters = "";
                // Length is what makes a password strong; composition rules only make it hard to remember.
                o.Password.RequiredLength = AccountRules.ShortestPassword;
                o.Password.RequireDigit = o.Password.RequireLowercase = o.Password.RequireUppercase = o.Password.RequireNonAlphanumeric = false;
                o.Password.RequiredUniqueChars = AccountRules.FewestDifferentCharacters;
            })
            .AddEntityFrameworkStores<UnderpinDb>()
            .AddSignInManager()
            .AddDefaultTokenProviders();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.ConfigureApplicationCookie(o =>
        {
            o.LoginPath = "/sign-in";
            o.ReturnUrlParameter = "from";
            o.Cookie.Name = secureCookies ? "__Host-underpin" : "underpin";
            o.Cookie.HttpOnly = true;
            o.Cookie.SameSite = SameSiteMode.Lax;
            o.Cookie.SecurePolicy = secureCookies ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            o.ExpireTimeSpan = TimeSpan.FromHours(12);
            o.SlidingExpiration = true;
        });
        services.Configure<IdentityPasskeyOptions>(o =>
        {
            // Found by the device itself, so that nobody has to type who they are.
            o.ResidentKeyRequirement = "required";
            o.UserVerificationRequirement = "required";
        });
    }
}
