using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Underpin.Platform.Pages;

namespace Underpin.Access.YourAccount;

internal sealed class EmailModel(AccountService accounts, TimeProvider clock) : PageModel
{
    [BindProperty, Display(Name = "new e-mail address", Description = "We send a link there. Your present address works until you open it")]
    public string? Email { get; set; }

    [BindProperty, Display(Name = "your password", Description = "So that we know it is you")]
    public string? Password { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var email = ModelState.Email(Email, nameof(Email));
        if (string.IsNullOrEmpty(Password)) ModelState.AddModelError(nameof(Password), "Enter your password");
        if (!ModelState.IsValid) return Page();
        var outcome = await accounts.ChangeEmailAsync(new() { Email = email, Password = Password! }, HttpContext.CurrentUser().Change(clock), cancel);
        if (outcome.Refusal is { } refusal)
        {
            ModelState.Refuse(refusal, nameof(Password));
            return Page();
        }

        this.Say($"Check your e-mail: we have written to {email}. Your address changes when you open the link there.");
        return LocalRedirect("/account");
    }
}
