using Underpin.Journeys.Browser;
using Underpin.Tests;

namespace Underpin.Journeys.Story;

/// <summary>Coming in.</summary>
internal static class Accounts
{
    public static async Task CreateAccountAsync(this Person person, JourneySite site, string email)
    {
        await person.OpenAsync("/account/create");
        await person.FillAsync("Your full name", person.Name);
        await person.FillAsync("Your e-mail address", email);
        await person.FillAsync("Password", "short");
        await person.PressAsync("Create an account");
        await person.SeesAsync("There is a problem");
        await person.FillAsync("Password", TestData.Password);
        await person.PressAsync("Create an account");
        await person.SeesAsync("Check your e-mail");
        await person.OpenAsync(await site.LinkMailedToAsync(email, "Confirm your e-mail address"));
        await person.PressAsync("This address is mine");
    }

    public static async Task SignInAsync(this Person person, string email)
    {
        await person.OpenAsync("/sign-in");
        await person.FillAsync("E-mail address", email);
        await person.FillAsync("Password", TestData.Password);
        await person.PressAsync("Sign in");
        Assert.Equal("My work", await person.HeadingAsync());
    }

    /// <summary>Adds a passkey, goes away, and comes back with nothing but the passkey.</summary>
    public static async Task AddPasskeyAndComeBackAsync(this Person person)
    {
        await person.CarryAuthenticatorAsync();
        await person.OpenAsync("/account/passkeys");
        await person.FillAsync("Name of the passkey", "my phone");
        await person.PressAsync("Add a passkey");
        await person.SeesAsync("Added");
        await person.OpenAsync("/sign-out");
        await person.PressAsync("Sign out");
        await person.OpenAsync("/sign-in");
        await person.PressAsync("Sign in with a passkey");
        Assert.Equal("My work", await person.HeadingAsync());
    }
}
