using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Underpin.Platform;
using Underpin.Platform.History;
using Underpin.Platform.Values;

namespace Underpin.Access;

/// <summary>
/// Asked before an erasure begins: why this person may not go yet (a claim waits for their decision), in words that say what to do first;
/// null when nothing of the room stands in the way.
/// </summary>
internal delegate Task<Refusal?> OpenDuty(UnderpinDb db, Guid accountId, CancellationToken cancel);

/// <summary>
/// Takes a room's share in an erasure, inside its transaction: removes the person's data from the room's rows. What the room has on
/// record about things of the person's (an enrolment) it erases with <see cref="ErasureService.EraseHistoryAsync"/>.
/// </summary>
internal delegate Task ErasureStep(UnderpinDb db, Guid accountId, Change change, CancellationToken cancel);

/// <summary>
/// Erases a person: their data goes, what others rely on stays without a name, and the chains of history can still be walked. Entries about the
/// person lose their words; what the person decided about others stays, and names only an account that has no name any more.
/// </summary>
internal sealed class ErasureService(UnderpinDb db, UserManager<Account> users, PasswordService passwords, AccountMail mail, IEnumerable<OpenDuty> duties, IEnumerable<ErasureStep> steps)
{
    public static readonly PersonName NameAfterwards = PersonName.Parse("Erased person");

    public async Task<Outcome<bool>> EraseAsync(string password, Change change, CancellationToken cancel)
    {
        var account = await db.Users.SingleAsync(a => a.Id == change.ActorId && a.ErasedAt == null, cancel);
        if (await passwords.ConfirmAsync(account, password, cancel) is { } notThem) return notThem;
        if (await DutyAsync(account.Id, cancel) is { } duty) return duty;

        var address = account.Email!;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        foreach (var step in steps) await step(db, account.Id, change, cancel);
        await EndMembershipsAsync(account.Id, change, cancel);
        await db.Outbox.SentTo(EmailAddress.Parse(address)).ExecuteDeleteAsync(cancel);
        await db.OneTimeLinks.SentTo(EmailAddress.Parse(address)).ExecuteDeleteAsync(cancel);
        var erased = await EraseHistoryAsync(db, db.History.Where(e => e.About == account.Id), change.At, cancel);
        db.Record(change, HistoryChain.House, new AccountErased(account.Id, erased));
        mail.Erased(address);
        await ForgetAsync(account, change, cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    /// <summary>Why the person cannot go yet, or null.</summary>
    public async Task<Refusal?> DutyAsync(Guid accountId, CancellationToken cancel)
    {
        foreach (var duty in duties)
            if (await duty(db, accountId, cancel) is { } refusal) return refusal;
        return null;
    }

    /// <summary>Removes what entries say. Their hashes stay, so the chain still shows that each was written and when.</summary>
    public static Task<int> EraseHistoryAsync(UnderpinDb db, IQueryable<HistoryEntry> entries, DateTimeOffset at, CancellationToken cancel)
    {
        DateTimeOffset? erasedAt = at;
        return entries.Where(e => e.ErasedAt == null).ExecuteUpdateAsync(set => set
            .SetProperty(e => e.Payload, (string?)null).SetProperty(e => e.Salt, (byte[]?)null).SetProperty(e => e.ErasedAt, erasedAt), cancel);
    }

    /// <summary>This room's own duties: an organisation, or the whole installation, would be left with nobody to look after it.</summary>
    public static async Task<Refusal?> LastAdministratorDutyAsync(UnderpinDb db, Guid accountId, CancellationToken cancel)
    {
        if (await db.Users.AnyAsync(a => a.Id == accountId && a.IsAdministrator, cancel) && !await db.Users.AnyAsync(a => a.Id != accountId && a.IsAdministrator && a.ErasedAt == null, cancel))
            return new LastPlatformAdministrator();
        var held = await db.Memberships.AsNoTracking().Where(m => m.AccountId == accountId && m.Until == null).ToListAsync(cancel);
        foreach (var membership in held)
            if (await MembershipService.IsLastAdministratorAsync(db, membership, cancel))
                return new LastAdministrator(await db.Organisations.Where(o => o.Id == membership.OrganisationId).Select(o => o.Name).SingleAsync(cancel), membership.Role.Words());
        return null;
    }

    async Task EndMembershipsAsync(Guid accountId, Change change, CancellationToken cancel)
    {
        foreach (var membership in await db.Memberships.Where(m => m.AccountId == accountId).ToListAsync(cancel))
        {
            membership.JobTitle = null;
            membership.LineManagerId = null;
            if (membership.Until is null) await MembershipService.EndAndRecordAsync(db, membership, change.At.UkDate(), change, cancel);
        }
    }

    async Task ForgetAsync(Account account, Change change, CancellationToken cancel)
    {
        await db.UserPasskeys.Where(p => p.UserId == account.Id).ExecuteDeleteAsync(cancel);
        await db.UserLogins.Where(l => l.UserId == account.Id).ExecuteDeleteAsync(cancel);
        await db.UserTokens.Where(t => t.UserId == account.Id).ExecuteDeleteAsync(cancel);
        await db.UserClaims.Where(c => c.UserId == account.Id).ExecuteDeleteAsync(cancel);
        account.Name = NameAfterwards;
        account.Email = account.UserName = $"{Guid.NewGuid():N}@erased.invalid";
        account.EmailConfirmed = false;
        account.PasswordHash = null;
        account.PhoneNumber = null;
        account.IsAdministrator = false;
        account.ErasedAt = change.At;
        // Saves the account, with a new stamp that ends every session.
        (await users.UpdateSecurityStampAsync(account)).OrThrow();
    }
}
