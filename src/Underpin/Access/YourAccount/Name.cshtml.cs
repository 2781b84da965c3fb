using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Underpin.Platform.Pages;

namespace Underpin.Access.YourAccount;

internal sealed class NameModel(AccountService accounts, TimeProvider clock) : PageModel
{
    [BindProperty, Display(Name = "your full name", Description = "As it is to stand on a certificate")]
    public string? Name { get; set; }

    public void OnGet() => Name = HttpContext.CurrentUser().Name;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var name = ModelState.Name(Name, nameof(Name));
        if (!ModelState.IsValid) return Page();
        await accounts.ChangeNameAsync(name, HttpContext.CurrentUser().Change(clock), cancel);
        this.Say($"Your name is {name} from now on.");
        return LocalRedirect("/account");
    }
}
