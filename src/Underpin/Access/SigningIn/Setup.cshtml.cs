using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Underpin.Access.SigningIn;

internal sealed class SetupModel(FirstAdministrator first, SignInManager<Account> signIn) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "token")]
    public string Token { get; set; } = "";

    [BindProperty, Display(Name = "your full name")]
    public string? Name { get; set; }

    [BindProperty, Display(Name = "your e-mail address")]
    public string? Email { get; set; }

    [BindProperty, Display(Name = "password", Description = "10 characters or more")]
    public string? Password { get; set; }

    public bool IsOpen { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await first.FindAsync(Token, cancel) is null ? Closed() : Open();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await first.FindAsync(Token, cancel) is null) return Closed();
        var name = ModelState.Name(Name, nameof(Name));
        var email = ModelState.Email(Email, nameof(Email));
        var password = ModelState.Password(Password, email, nameof(Password));
        if (!ModelState.IsValid) return Open();
        var outcome = await first.MakeAsync(Token, new() { Name = name, Email = email, Password = password }, cancel);
        if (outcome.Refusal is LinkIsSpent) return Closed();
        if (outcome.Refusal is { } refusal)
        {
            ModelState.Refuse(refusal, refusal is AddressIsTaken ? nameof(Email) : "");
            return Open();
        }

        await signIn.SignInAsync(outcome.Value, isPersistent: false);
        return LocalRedirect("/administration");
    }

    PageResult Open()
    {
        IsOpen = true;
        return Page();
    }

    PageResult Closed()
    {
        ModelState.Clear();
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }
}
