using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Underpin.Platform;
using Underpin.Platform.Pages;

namespace Underpin.Access.SigningIn;

internal sealed class InvitationModel(InvitationService invitations, SignInManager<Account> signIn, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "token")]
    public string Token { get; set; } = "";

    [BindProperty, Display(Name = "your full name", Description = "As it is to stand on a certificate")]
    public string? Name { get; set; }

    [BindProperty, Display(Name = "password", Description = "10 characters or more")]
    public string? Password { get; set; }

    public OpenInvitation? Invitation { get; private set; }
    public bool HasAccount { get; private set; }
    public string? SignedInAs => HttpContext.CurrentUser() is { IsSignedIn: true } user ? user.Name : null;

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    public async Task<IActionResult> OnPostAcceptAsync(CancellationToken cancel)
    {
        var user = HttpContext.CurrentUser();
        if (!user.IsSignedIn) return LocalRedirect($"/sign-in?from={Uri.EscapeDataString($"/invitations/{Token}")}");
        ModelState.Clear();
        var outcome = await invitations.AcceptAsync(Token, user.Change(clock), cancel);
        if (outcome.Refusal is { } refusal)
        {
            if (refusal is not InvitationIsClosed) ModelState.Refuse(refusal);
            return await ShowAsync(cancel);
        }

        return Welcome(outcome.Value.OrganisationId);
    }

    public async Task<IActionResult> OnPostCreateAsync(CancellationToken cancel)
    {
        if (await invitations.FindAsync(Token, cancel) is not { } invitation) return await ShowAsync(cancel);
        var name = ModelState.Name(Name, nameof(Name));
        var password = ModelState.Password(Password, EmailAddress.Parse(invitation.Link.Email!), nameof(Password));
        if (!ModelState.IsValid) return await ShowAsync(cancel);
        var outcome = await invitations.AcceptAsNewPersonAsync(new() { Token = Token, Name = name, Password = password }, cancel);
        if (outcome.Refusal is { } refusal)
        {
            if (refusal is not InvitationIsClosed) ModelState.Refuse(refusal);
            return await ShowAsync(cancel);
        }

        await signIn.SignInAsync(outcome.Value, isPersistent: false);
        return Welcome(invitation.Organisation.Id);
    }

    LocalRedirectResult Welcome(Guid organisation)
    {
        this.Say("Welcome. The role is yours from today.");
        return LocalRedirect($"/organisations/{organisation}");
    }

    async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        Invitation = await invitations.FindAsync(Token, cancel);
        if (Invitation is null)
        {
            ModelState.Clear();
            Response.StatusCode = StatusCodes.Status404NotFound;
            return Page();
        }

        HasAccount = await invitations.HasAccountAsync(Invitation);
        return Page();
    }
}
