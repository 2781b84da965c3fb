using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Underpin.Platform;
using Underpin.Platform.History;

namespace Underpin.Access;

internal sealed record SignInAttempt
{
    public required string Email { get; init; }
    public required string Password { get; init; }
}

internal sealed record ChangePassword
{
    public required string Present { get; init; }
    public required string New { get; init; }
}

internal sealed record ResetPassword
{
    public required Guid Account { get; init; }
    public required string Token { get; init; }
    public required string New { get; init; }
}

/// <summary>
/// Passwords, and the rest that an account takes after too many wrong ones. Whoever does not know the password gets the same words
/// after the same work, whether the account exists, rests, or neither.
/// </summary>
internal sealed class PasswordService(UnderpinDb db, UserManager<Account> users, IPasswordHasher<Account> hasher, AccountMail mail, TimeProvider clock)
{
    /// <summary>Stands in for the hash of an account that is not there, so that its absence takes as long to find out.</summary>
    static readonly string Decoy = new PasswordHasher<Account>().HashPassword(null!, Guid.NewGuid().ToString());

    public async Task<Outcome<Account>> CheckAsync(SignInAttempt attempt, CancellationToken cancel)
    {
        var account = await users.FindByEmailAsync(attempt.Email.Trim());
        if (account is { ErasedAt: not null }) account = null;
        if (await VerifyAsync(account, attempt.Password, cancel)) return account!;
        return new CannotSignIn();
    }

    /// <summary>Before something that cannot be taken back, the signed-in person shows that it is them.</summary>
    public async Task<Refusal?> ConfirmAsync(Account account, string password, CancellationToken cancel) =>
        await VerifyAsync(account, password, cancel) ? null : new NotTheirPassword();

    public async Task<Outcome<Account>> ChangeAsync(ChangePassword options, Change change, CancellationToken cancel)
    {
        var account = await db.Users.SingleAsync(a => a.Id == change.ActorId && a.ErasedAt == null, cancel);
        if (AccountRules.Password(options.New, AddressOf(account)) is { } refusal) return refusal;
        if (await ConfirmAsync(account, options.Present, cancel) is { } notThem) return notThem;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        (await users.ChangePasswordAsync(account, options.Present, options.New)).OrThrow();
        mail.PasswordChanged(account);
        db.Record(change, HistoryChain.House, new PasswordChanged(account.Id, ByMail: false));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return account;
    }

    /// <summary>Writes to the address if it has an account. The answer to whoever asked is the same either way.</summary>
    public async Task SendLinkAsync(EmailAddress address, CancellationToken cancel)
    {
        if (await users.FindByEmailAsync(address.ToString()) is not { ErasedAt: null } account) return;
        mail.PasswordLink(account, await users.GeneratePasswordResetTokenAsync(account));
        await db.SaveChangesAsync(cancel);
    }

    public async Task<Outcome<Account>> ResetAsync(ResetPassword options, CancellationToken cancel)
    {
        if (await db.Users.SingleOrDefaultAsync(a => a.Id == options.Account && a.ErasedAt == null, cancel) is not { } account) return new LinkIsSpent();
        if (AccountRules.Password(options.New, AddressOf(account)) is { } refusal) return refusal;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (!(await users.ResetPasswordAsync(account, options.Token, options.New)).Succeeded) return new LinkIsSpent();
        if (!account.EmailConfirmed)
        {
            // Whoever opened the link reads this address; whoever made the account may have been someone else, and keeps no way in.
            await db.UserPasskeys.Where(p => p.UserId == account.Id).ExecuteDeleteAsync(cancel);
            account.EmailConfirmed = true;
        }

        account.LockoutEnd = null;
        account.AccessFailedCount = 0;
        mail.PasswordChanged(account);
        db.Record(new() { ActorId = account.Id, ActorName = account.Name.ToString(), At = clock.Now() }, HistoryChain.House, new PasswordChanged(account.Id, ByMail: true));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return account;
    }

    async Task<bool> VerifyAsync(Account? account, string password, CancellationToken cancel)
    {
        // The comparison is made first and always: an account that is missing or rests must cost what any other does.
        var tooLong = password.Length > AccountRules.LongestPassword;
        var verdict = hasher.VerifyHashedPassword(account!, account?.PasswordHash ?? Decoy, tooLong ? "" : password);
        if (account?.PasswordHash is null || account.LockoutEnd > clock.Now()) return false;
        if (verdict == PasswordVerificationResult.Failed || tooLong)
        {
            await CountWrongTryAsync(account, cancel);
            return false;
        }

        if (account.AccessFailedCount > 0)
            await db.Users.Where(a => a.Id == account.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.AccessFailedCount, 0), cancel);
        return true;
    }

    /// <summary>Counts in the database, so that guesses made at once on several nodes are all counted.</summary>
    async Task CountWrongTryAsync(Account account, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var row = db.Users.Where(a => a.Id == account.Id);
        await row.ExecuteUpdateAsync(set => set.SetProperty(a => a.AccessFailedCount, a => a.AccessFailedCount + 1), cancel);
        if (await row.Select(a => a.AccessFailedCount).SingleAsync(cancel) >= AccountRules.WrongTriesBeforeRest)
        {
            DateTimeOffset? until = clock.Now() + AccountRules.Rest;
            await row.ExecuteUpdateAsync(set => set.SetProperty(a => a.AccessFailedCount, 0).SetProperty(a => a.LockoutEnd, until), cancel);
            mail.Rests(account, until.Value);
            db.Record(Change.BySystem(clock), HistoryChain.House, new AccountRested(account.Id, until.Value));
            await db.SaveChangesAsync(cancel);
        }

        await transaction.CommitAsync(cancel);
    }

    static EmailAddress AddressOf(Account account) => EmailAddress.Parse(account.Email!);
}
