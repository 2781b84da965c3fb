using Underpin.Platform;

namespace Underpin.Access;

internal static class AccountRules
{
    public const int ShortestPassword = 10;
    /// <summary>Hashing is made slow on purpose; nobody may make it slower still.</summary>
    public const int LongestPassword = 200;
    public const int FewestDifferentCharacters = 4;
    public const int WrongTriesBeforeRest = 10;
    public static readonly TimeSpan Rest = TimeSpan.FromMinutes(10);
    public static readonly TimeSpan InvitationLasts = TimeSpan.FromDays(14);
    public static readonly TimeSpan SetupLinkLasts = TimeSpan.FromHours(24);

    public static Refusal? Password(string? password, EmailAddress email) => password switch
    {
        null or "" => new PasswordRefused("Enter a password"),
        { Length: < ShortestPassword } => new PasswordRefused($"The password must have {ShortestPassword} characters or more. Three or four words that nobody would put together are easy to remember"),
        { Length: > LongestPassword } => new PasswordRefused($"The password must have {LongestPassword} characters or fewer"),
        _ when password.Distinct().Count() < FewestDifferentCharacters => new PasswordRefused($"Use at least {FewestDifferentCharacters} different characters in the password"),
        _ when password.Contains(email.ToString(), StringComparison.OrdinalIgnoreCase) && email != default => new PasswordRefused("Choose a password that does not have your e-mail address in it"),
        _ => null,
    };
}
