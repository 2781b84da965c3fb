using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Underpin.Platform.Pages;

namespace Underpin.Access.SigningIn;

/// <summary>Opening the link is not enough: mail programs open links to look for harm. The person presses the button.</summary>
internal sealed class ConfirmEmailModel(AccountService accounts, SignInManager<Account> signIn) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "account")]
    public Guid Account { get; set; }

    [BindProperty(SupportsGet = true, Name = "token")]
    public string? Token { get; set; }

    [BindProperty(SupportsGet = true, Name = "email")]
    public string? Email { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        EmailAddress? newEmail = Email is null ? null : ModelState.Email(Email, nameof(Email));
        if (!ModelState.IsValid) return Page();
        var outcome = await accounts.ConfirmEmailAsync(new() { Account = Account, Token = Token ?? "", NewEmail = newEmail }, cancel);
        if (outcome.Refusal is { } refusal)
        {
            ModelState.Refuse(refusal);
            return Page();
        }

        this.Say("Your e-mail address is confirmed.");
        var isThem = HttpContext.CurrentUser().Id == outcome.Value.Id;
        if (isThem) await signIn.RefreshSignInAsync(outcome.Value);
        return LocalRedirect(isThem ? "/account" : "/sign-in");
    }
}
