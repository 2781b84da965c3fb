namespace Underpin.Platform.Pages;

/// <summary>The addresses that every page links to.</summary>
internal static class Addresses
{
    public const string Home = "/";
    public const string Profession = "/profession";
    public const string Framework = "/framework";
    public const string FrameworkMap = "/framework/map";
    public const string Roles = "/roles";
    public const string Qualifications = "/qualifications";
    public const string Verify = "/verify";
    public const string Search = "/search";
    public const string About = "/about";
    public const string SignIn = "/sign-in";
    public const string CreateAccount = "/account/create";
    public const string Account = "/account";
    public const string SignOut = "/sign-out";
    public const string Work = "/my-work";
}
