using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Underpin.Platform;
using Underpin.Platform.Pages;

namespace Underpin.Access.YourAccount;

internal sealed class EraseModel(ErasureService erasure, SignInManager<Account> signIn, TimeProvider clock) : PageModel
{
    [BindProperty, Display(Name = "your password", Description = "So that nobody else can do this")]
    public string? Password { get; set; }

    public Refusal? Duty { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel) => Duty = await erasure.DutyAsync(HttpContext.CurrentUser().AccountId, cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(Password))
        {
            ModelState.AddModelError(nameof(Password), "Enter your password");
            return Page();
        }

        var outcome = await erasure.EraseAsync(Password, HttpContext.CurrentUser().Change(clock), cancel);
        if (outcome.Refusal is NotTheirPassword wrong)
        {
            ModelState.Refuse(wrong, nameof(Password));
            return Page();
        }

        if (outcome.Refusal is { } duty)
        {
            Duty = duty;
            return Page();
        }

        await signIn.SignOutAsync();
        this.Say("Your account is erased. Thank you for the time you were here.");
        return LocalRedirect("/");
    }
}
