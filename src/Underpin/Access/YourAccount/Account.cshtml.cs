using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Underpin.Platform.Pages;

namespace Underpin.Access.YourAccount;

internal sealed class AccountModel(UnderpinDb db, AccountService accounts, MembershipService memberships, TimeProvider clock) : PageModel
{
    internal sealed record HeldRole(Guid Id, Guid OrganisationId, string Organisation, MembershipRole Role, DateOnly From, bool IsInForce, int RowVersion);

    public Account Account { get; private set; } = null!;
    public int Passkeys { get; private set; }
    public IReadOnlyList<HeldRole> Roles { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancel) => ReadAsync(cancel);

    public async Task<IActionResult> OnPostConfirmAsync(CancellationToken cancel)
    {
        await accounts.SendConfirmationAgainAsync(HttpContext.CurrentUser().Change(clock), cancel);
        this.Say("A new link is on its way to your e-mail address.");
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostLeaveAsync(Guid organisation, Guid membership, int seen, CancellationToken cancel)
    {
        var user = HttpContext.CurrentUser();
        if (!await db.Memberships.AnyAsync(m => m.Id == membership && m.AccountId == user.AccountId, cancel)) return NotFound();
        if (await memberships.EndAsync(new() { Organisation = organisation, Membership = membership, Seen = seen }, user.Change(clock), cancel) is not { } outcome) return NotFound();
        if (outcome.Refusal is { } refusal)
        {
            ModelState.Clear();
            ModelState.Refuse(refusal);
            await ReadAsync(cancel);
            return Page();
        }

        this.Say("The role has ended.");
        return RedirectToPage();
    }

    async Task ReadAsync(CancellationToken cancel)
    {
        var id = HttpContext.CurrentUser().AccountId;
        Account = await db.Users.AsNoTracking().SingleAsync(a => a.Id == id, cancel);
        Passkeys = await db.UserPasskeys.CountAsync(p => p.UserId == id, cancel);
        Roles = await (
            from m in db.Memberships
            where m.AccountId == id && m.Until == null
            join o in db.Organisations on m.OrganisationId equals o.Id
            orderby o.Name, m.Role
            select new HeldRole(m.Id, o.Id, o.Name, m.Role, m.From, m.Role != MembershipRole.Staff || m.ConfirmedAt != null, m.RowVersion)).ToListAsync(cancel);
    }
}
