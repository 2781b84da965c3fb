using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Underpin.Platform.Pages;

namespace Underpin.Access.SigningIn;

internal sealed class SignInModel(PasswordService passwords, PasskeyService passkeys, SignInManager<Account> signIn) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "from")]
    public string? From { get; set; }

    [BindProperty, Display(Name = "e-mail address")]
    public string? Email { get; set; }

    [BindProperty, Display(Name = "password")]
    public string? Password { get; set; }

    public IActionResult OnGet() => HttpContext.CurrentUser().IsSignedIn ? OnTheirWay() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(Email)) ModelState.AddModelError(nameof(Email), "Enter your e-mail address");
        if (string.IsNullOrEmpty(Password)) ModelState.AddModelError(nameof(Password), "Enter your password");
        if (!ModelState.IsValid) return Page();
        var outcome = await passwords.CheckAsync(new() { Email = Email!, Password = Password! }, cancel);
        if (outcome.Refusal is { } refusal)
        {
            ModelState.Refuse(refusal);
            return Page();
        }

        await signIn.SignInAsync(outcome.Value, isPersistent: false);
        if (!outcome.Value.EmailConfirmed) this.Say("Your e-mail address is not confirmed yet. Open the link we sent you, or ask for a new one on your account page.");
        return OnTheirWay();
    }

    public async Task<IActionResult> OnPostPasskeyOptionsAsync() => Content(await passkeys.ChallengeAsync(), "application/json");

    public async Task<IActionResult> OnPostPasskeyAsync(string? credential)
    {
        var outcome = await passkeys.SignInAsync(credential ?? "");
        if (outcome.Refusal is { } refusal)
        {
            ModelState.Refuse(refusal);
            return Page();
        }

        return OnTheirWay();
    }

    LocalRedirectResult OnTheirWay() => LocalRedirect(Url.LocalOr(From, AccessPages.MyWork));
}
