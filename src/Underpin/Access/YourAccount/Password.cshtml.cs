using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Underpin.Platform.Pages;

namespace Underpin.Access.YourAccount;

internal sealed class PasswordModel(PasswordService passwords, SignInManager<Account> signIn, TimeProvider clock) : PageModel
{
    [BindProperty, Display(Name = "present password")]
    public string? Present { get; set; }

    [BindProperty, Display(Name = "new password", Description = "10 characters or more. Three or four words that nobody would put together are easy to remember")]
    public string? New { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(Present)) ModelState.AddModelError(nameof(Present), "Enter your present password");
        ModelState.Password(New, default, nameof(New));
        if (!ModelState.IsValid) return Page();
        var outcome = await passwords.ChangeAsync(new() { Present = Present!, New = New! }, HttpContext.CurrentUser().Change(clock), cancel);
        if (outcome.Refusal is { } refusal)
        {
            ModelState.Refuse(refusal, refusal is NotTheirPassword ? nameof(Present) : nameof(New));
            return Page();
        }

        await signIn.RefreshSignInAsync(outcome.Value);
        this.Say("Your password is changed.");
        return LocalRedirect("/account");
    }
}
