using Microsoft.EntityFrameworkCore;
using Underpin.Platform;
using Underpin.Platform.History;

namespace Underpin.Access;

/// <summary>How an empty installation gets its first administrator: a link that only whoever starts the program can read.</summary>
internal sealed class FirstAdministrator(UnderpinDb db, AccountService accounts, TimeProvider clock)
{
    /// <summary>The path of a fresh link, or null when there is an administrator. Links of earlier starts stop working.</summary>
    public static async Task<string?> LinkAsync(UnderpinDb db, TimeProvider clock)
    {
        if (await ExistsAsync(db, default)) return null;
        DateTimeOffset? now = clock.Now();
        await db.OneTimeLinks.Where(l => l.Purpose == LinkPurpose.FirstAdministrator && l.UsedAt == null).ExecuteUpdateAsync(set => set.SetProperty(l => l.UsedAt, now));
        var token = OneTimeLink.NewToken();
        db.OneTimeLinks.Add(new() { Purpose = LinkPurpose.FirstAdministrator, TokenHash = OneTimeLink.Hash(token), ExpiresAt = now.Value + AccountRules.SetupLinkLasts });
        await db.SaveChangesAsync();
        return $"/setup/{token}";
    }

    public async Task<OneTimeLink?> FindAsync(string token, CancellationToken cancel)
    {
        if (await ExistsAsync(db, cancel)) return null;
        var hash = OneTimeLink.Hash(token);
        var link = await db.OneTimeLinks.AsNoTracking().SingleOrDefaultAsync(l => l.TokenHash == hash && l.Purpose == LinkPurpose.FirstAdministrator, cancel);
        return link?.IsOpen(clock.Now()) == true ? link : null;
    }

    public async Task<Outcome<Account>> MakeAsync(string token, CreateAccount person, CancellationToken cancel)
    {
        if (await FindAsync(token, cancel) is not { } link) return new LinkIsSpent();
        if (AccountRules.Password(person.Password, person.Email) is { } refusal) return refusal;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (!await link.UseAsync(db, clock.Now(), cancel)) return new LinkIsSpent();
        // Mail may not be set up yet, and whoever reads the program's own output needs no further proof.
        if (await accounts.AddAsync(person with { AsAdministrator = true, EmailIsProved = true }, cancel) is not { } account) return new AddressIsTaken();
        db.Record(new() { ActorId = account.Id, ActorName = account.Name.ToString(), At = clock.Now() }, HistoryChain.House, new FirstAdministratorMade(account.Id));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return account;
    }

    static Task<bool> ExistsAsync(UnderpinDb db, CancellationToken cancel) => db.Users.AnyAsync(a => a.IsAdministrator && a.ErasedAt == null, cancel);
}
