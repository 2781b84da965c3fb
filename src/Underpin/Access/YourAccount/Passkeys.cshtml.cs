using System.Buffers.Text;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Underpin.Platform;
using Underpin.Platform.Pages;

namespace Underpin.Access.YourAccount;

internal sealed class PasskeysModel(UnderpinDb db, PasskeyService passkeys, TimeProvider clock) : PageModel
{
    internal sealed record HeldPasskey(string Id, string Name, DateTimeOffset Added, bool IsBackedUp);

    [BindProperty, Display(Name = "name of the passkey", Description = "For example, my laptop")]
    public string? Name { get; set; }

    public IReadOnlyList<HeldPasskey> Held { get; private set; } = [];

    Change Change => HttpContext.CurrentUser().Change(clock);

    public Task OnGetAsync(CancellationToken cancel) => ReadAsync(cancel);

    public async Task<IActionResult> OnPostOptionsAsync(CancellationToken cancel) => Content(await passkeys.OfferAsync(Change, cancel), "application/json");

    public async Task<IActionResult> OnPostAddAsync(string? credential, CancellationToken cancel)
    {
        var name = CheckedName(Name, nameof(Name));
        if (!ModelState.IsValid) return await AgainAsync(cancel);
        var outcome = await passkeys.AddAsync(new() { Credential = credential ?? "", Name = name }, Change, cancel);
        return outcome.Refusal is { } refusal ? await RefusedAsync(refusal, cancel) : Done($"The passkey \"{name}\" is ready. You can sign in with it from now on.");
    }

    public async Task<IActionResult> OnPostRenameAsync(string? id, string? rename, CancellationToken cancel)
    {
        var name = CheckedName(rename, nameof(rename));
        if (!ModelState.IsValid) return await AgainAsync(cancel);
        if (Read(id) is not { } passkey) return NotFound();
        var outcome = await passkeys.RenameAsync(new() { Passkey = passkey, Name = name }, Change, cancel);
        return outcome.Refusal is { } refusal ? await RefusedAsync(refusal, cancel) : Done($"The passkey is called \"{name}\" now.");
    }

    public async Task<IActionResult> OnPostRemoveAsync(string? id, CancellationToken cancel)
    {
        if (Read(id) is not { } passkey) return NotFound();
        var outcome = await passkeys.RemoveAsync(passkey, Change, cancel);
        return outcome.Refusal is { } refusal ? await RefusedAsync(refusal, cancel) : Done($"The passkey \"{outcome.Value}\" no longer opens your account. Delete it on your device too.");
    }

    string CheckedName(string? typed, string field)
    {
        var name = (typed ?? "").Trim();
        if (name.Length == 0) ModelState.AddModelError(field, "Give the passkey a name, so that you know later which one it is");
        else if (name.Length > PasskeyService.LongestName) ModelState.AddModelError(field, $"The name must be {PasskeyService.LongestName} characters or fewer");
        else if (name.Any(char.IsControl)) ModelState.AddModelError(field, "The name has a character that cannot be seen; type it again");
        return name;
    }

    static byte[]? Read(string? id) => id is not null && Base64Url.IsValid(id) ? Base64Url.DecodeFromChars(id) : null;

    RedirectToPageResult Done(string message)
    {
        this.Say(message);
        return RedirectToPage();
    }

    Task<IActionResult> RefusedAsync(Refusal refusal, CancellationToken cancel)
    {
        ModelState.Refuse(refusal);
        return AgainAsync(cancel);
    }

    async Task<IActionResult> AgainAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        return Page();
    }

    async Task ReadAsync(CancellationToken cancel)
    {
        var id = HttpContext.CurrentUser().AccountId;
        var rows = await db.UserPasskeys.AsNoTracking().Where(p => p.UserId == id).ToListAsync(cancel);
        Held = [.. rows.Select(p => new HeldPasskey(Base64Url.EncodeToString(p.CredentialId), p.Data.Name ?? "Without a name", p.Data.CreatedAt, p.Data.IsBackedUp)).OrderBy(p => p.Added)];
    }
}
