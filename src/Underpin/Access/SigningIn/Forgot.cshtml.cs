using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Underpin.Access.SigningIn;

internal sealed class ForgotModel(PasswordService passwords) : PageModel
{
    [BindProperty, Display(Name = "e-mail address")]
    public string? Email { get; set; }

    [TempData]
    public string? SentTo { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        SentTo = null;
        var email = ModelState.Email(Email, nameof(Email));
        if (!ModelState.IsValid) return Page();
        await passwords.SendLinkAsync(email, cancel);
        SentTo = email.ToString();
        return RedirectToPage();
    }
}
