using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Underpin.Platform;
using Underpin.Platform.History;
using Underpin.Platform.Values;

namespace Underpin.Access;

internal sealed record CreateAccount
{
    public required PersonName Name { get; init; }
    public required EmailAddress Email { get; init; }
    public required string Password { get; init; }
    /// <summary>The person came by a link that only a reader of this address can have.</summary>
    public bool EmailIsProved { get; init; }
    public bool AsAdministrator { get; init; }
}

internal sealed record ConfirmEmail
{
    public required Guid Account { get; init; }
    public required string Token { get; init; }
    /// <summary>The new address, when the link is about a change of address.</summary>
    public EmailAddress? NewEmail { get; init; }
}

internal sealed record ChangeEmail
{
    public required EmailAddress Email { get; init; }
    public required string Password { get; init; }
}

/// <summary>A person's account: made, confirmed, kept right.</summary>
internal sealed class AccountService(UnderpinDb db, UserManager<Account> users, PasswordService passwords, AccountMail mail, TimeProvider clock)
{
    /// <summary>
    /// Makes an account and writes to its address. When the address has an account already, its holder is told by e-mail and the
    /// outcome is the same: whoever asks learns nothing about others.
    /// </summary>
    public async Task<Outcome<bool>> CreateAsync(CreateAccount options, CancellationToken cancel)
    {
        if (AccountRules.Password(options.Password, options.Email) is { } refusal) return refusal;
        Account? made = null;
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            made = await AddAsync(options, cancel);
            if (made is not null)
            {
                mail.ConfirmAddress(made, await users.GenerateEmailConfirmationTokenAsync(made));
                await db.SaveChangesAsync(cancel);
                await transaction.CommitAsync(cancel);
            }
        }
        catch (DbUpdateException clash) when (clash is not DbUpdateConcurrencyException)
        {
            // Somebody made an account with this address a moment ago: the index on user names says so.
            db.ChangeTracker.Clear();
            made = null;
        }

        if (made is null && await users.FindByEmailAsync(options.Email.ToString()) is { } holder)
        {
            mail.AlreadyHasAccount(holder);
            await db.SaveChangesAsync(cancel);
        }

        return true;
    }

    /// <summary>Adds an account inside the caller's transaction. Null when the address has one already.</summary>
    public async Task<Account?> AddAsync(CreateAccount options, CancellationToken cancel)
    {
        var address = options.Email.ToString();
        var account = new Account { Name = options.Name, UserName = address, Email = address, EmailConfirmed = options.EmailIsProved, IsAdministrator = options.AsAdministrator, CreatedAt = clock.Now() };
        var made = await users.CreateAsync(account, options.Password);
        if (made.Errors.Any(e => e.Code is nameof(IdentityErrorDescriber.DuplicateUserName) or nameof(IdentityErrorDescriber.DuplicateEmail))) return null;
        made.OrThrow();
        db.Record(ByThemselves(account), HistoryChain.House, new AccountCreated(account.Id));
        await db.SaveChangesAsync(cancel);
        return account;
    }

    public async Task SendConfirmationAgainAsync(Change change, CancellationToken cancel)
    {
        var account = await ActorAsync(change, cancel);
        if (account.EmailConfirmed) return;
        mail.ConfirmAddress(account, await users.GenerateEmailConfirmationTokenAsync(account));
        await db.SaveChangesAsync(cancel);
    }

    public async Task<Outcome<Account>> ConfirmEmailAsync(ConfirmEmail options, CancellationToken cancel)
    {
        if (await db.Users.SingleOrDefaultAsync(a => a.Id == options.Account && a.ErasedAt == null, cancel) is not { } account) return new LinkIsSpent();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (options.NewEmail is { } address)
        {
            var changed = await users.ChangeEmailAsync(account, address.ToString(), options.Token);
            if (changed.Errors.Any(e => e.Code == nameof(IdentityErrorDescriber.DuplicateEmail))) return new AddressIsTaken();
            if (!changed.Succeeded) return new LinkIsSpent();
            (await users.SetUserNameAsync(account, address.ToString())).OrThrow();
            db.Record(ByThemselves(account), HistoryChain.House, new EmailChanged(account.Id));
        }
        else
        {
            var confirmedBefore = account.EmailConfirmed;
            if (!(await users.ConfirmEmailAsync(account, options.Token)).Succeeded) return new LinkIsSpent();
            if (!confirmedBefore) db.Record(ByThemselves(account), HistoryChain.House, new EmailConfirmed(account.Id));
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return account;
    }

    public async Task ChangeNameAsync(PersonName name, Change change, CancellationToken cancel)
    {
        var account = await ActorAsync(change, cancel);
        if (account.Name == name) return;
        db.Record(change, HistoryChain.House, new NameChanged(account.Id, account.Name.ToString(), name.ToString()));
        account.Name = name;
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Writes to the new address; the change comes about when the link there is opened.</summary>
    public async Task<Outcome<bool>> ChangeEmailAsync(ChangeEmail options, Change change, CancellationToken cancel)
    {
        var account = await ActorAsync(change, cancel);
        if (await passwords.ConfirmAsync(account, options.Password, cancel) is { } refusal) return refusal;
        if (await users.FindByEmailAsync(options.Email.ToString()) is { } holder && holder.Id != account.Id)
        {
            mail.AddressIsTaken(holder);
        }
        else
        {
            mail.ConfirmNewAddress(account, options.Email, await users.GenerateChangeEmailTokenAsync(account, options.Email.ToString()));
            mail.AddressWillChange(account);
        }

        await db.SaveChangesAsync(cancel);
        return true;
    }

    Task<Account> ActorAsync(Change change, CancellationToken cancel) => db.Users.SingleAsync(a => a.Id == change.ActorId && a.ErasedAt == null, cancel);

    Change ByThemselves(Account account) => new() { ActorId = account.Id, ActorName = account.Name.ToString(), At = clock.Now() };
}

internal static class IdentityResults
{
    /// <exception cref="InvalidOperationException">Identity refused what our own rules had let through.</exception>
    public static void OrThrow(this IdentityResult result)
    {
        if (!result.Succeeded) throw new InvalidOperationException(string.Join("; ", result.Errors.Select(e => $"{e.Code}: {e.Description}")));
    }
}
