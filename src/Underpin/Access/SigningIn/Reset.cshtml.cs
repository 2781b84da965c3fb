using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Underpin.Platform.Pages;

namespace Underpin.Access.SigningIn;

internal sealed class ResetModel(PasswordService passwords) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "account")]
    public Guid Account { get; set; }

    [BindProperty(SupportsGet = true, Name = "token")]
    public string? Token { get; set; }

    [BindProperty, Display(Name = "new password", Description = "10 characters or more. Three or four words that nobody would put together are easy to remember")]
    public string? Password { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var outcome = await passwords.ResetAsync(new() { Account = Account, Token = Token ?? "", New = Password ?? "" }, cancel);
        if (outcome.Refusal is { } refusal)
        {
            ModelState.Refuse(refusal, refusal is PasswordRefused ? nameof(Password) : "");
            return Page();
        }

        this.Say("Your password is changed. Sign in with the new one.");
        return LocalRedirect("/sign-in");
    }
}
