using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Underpin.Access.SigningIn;

internal sealed class CreateModel(AccountService accounts) : PageModel
{
    [BindProperty, Display(Name = "your full name", Description = "As it is to stand on a certificate, for example Siân Ŵyn")]
    public string? Name { get; set; }

    [BindProperty, Display(Name = "your e-mail address", Description = "Best one that you keep when you change jobs")]
    public string? Email { get; set; }

    [BindProperty, Display(Name = "password", Description = "10 characters or more. Three or four words that nobody would put together are easy to remember")]
    public string? Password { get; set; }

    [TempData]
    public string? SentTo { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        SentTo = null;
        var name = ModelState.Name(Name, nameof(Name));
        var email = ModelState.Email(Email, nameof(Email));
        var password = ModelState.Password(Password, email, nameof(Password));
        if (!ModelState.IsValid) return Page();
        var outcome = await accounts.CreateAsync(new() { Name = name, Email = email, Password = password }, cancel);
        if (outcome.Refusal is { } refusal)
        {
            ModelState.Refuse(refusal);
            return Page();
        }

        SentTo = email.ToString();
        return RedirectToPage();
    }
}
