using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Underpin.Platform;
using Underpin.Platform.History;

namespace Underpin.Access;

internal sealed record AddPasskey
{
    /// <summary>What the browser made, as JSON.</summary>
    public required string Credential { get; init; }
    public required string Name { get; init; }
}

internal sealed record NamePasskey
{
    public required byte[] Passkey { get; init; }
    public required string Name { get; init; }
}

/// <summary>Passkeys: a way in that cannot be guessed, written down or handed to a false site.</summary>
internal sealed class PasskeyService(UnderpinDb db, UserManager<Account> users, SignInManager<Account> signIn, AccountMail mail)
{
    public const int LongestName = 60;

    /// <summary>What the browser needs to make a passkey. The challenge travels in a protected cookie until it comes back.</summary>
    public async Task<string> OfferAsync(Change change, CancellationToken cancel)
    {
        var account = await ActorAsync(change, cancel);
        return await signIn.MakePasskeyCreationOptionsAsync(new() { Id = account.Id.ToString(), Name = account.Email!, DisplayName = account.Name.ToString() });
    }

    public async Task<Outcome<bool>> AddAsync(AddPasskey options, Change change, CancellationToken cancel)
    {
        var account = await ActorAsync(change, cancel);
        if (await AttestAsync(options.Credential, account) is not { } attested) return new PasskeyRefused();
        // Identity dates it by the machine's clock, not by ours.
        var passkey = new UserPasskeyInfo(attested.CredentialId, attested.PublicKey, change.At, attested.SignCount, attested.Transports, attested.IsUserVerified,
            attested.IsBackupEligible, attested.IsBackedUp, attested.AttestationObject, attested.ClientDataJson)
        { Name = options.Name };
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        (await users.AddOrUpdatePasskeyAsync(account, passkey)).OrThrow();
        mail.PasskeysChanged(account, $"The passkey \"{options.Name}\" was added to");
        db.Record(change, HistoryChain.House, new PasskeyAdded(account.Id, options.Name));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    public async Task<Outcome<bool>> RenameAsync(NamePasskey options, Change change, CancellationToken cancel)
    {
        var account = await ActorAsync(change, cancel);
        if (await users.GetPasskeyAsync(account, options.Passkey) is not { } passkey) return new NoSuchPasskey();
        var before = passkey.Name ?? "";
        passkey.Name = options.Name;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        (await users.AddOrUpdatePasskeyAsync(account, passkey)).OrThrow();
        db.Record(change, HistoryChain.House, new PasskeyRenamed(account.Id, before, options.Name));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    public async Task<Outcome<string>> RemoveAsync(byte[] id, Change change, CancellationToken cancel)
    {
        var account = await ActorAsync(change, cancel);
        if (await users.GetPasskeyAsync(account, id) is not { } passkey) return new NoSuchPasskey();
        var name = passkey.Name ?? "without a name";
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        (await users.RemovePasskeyAsync(account, id)).OrThrow();
        mail.PasskeysChanged(account, $"The passkey \"{name}\" was removed from");
        db.Record(change, HistoryChain.House, new PasskeyRemoved(account.Id, name));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return name;
    }

    /// <summary>The challenge for somebody who has not said who they are: their device knows.</summary>
    public Task<string> ChallengeAsync() => signIn.MakePasskeyRequestOptionsAsync(null);

    public async Task<Outcome<bool>> SignInAsync(string credential)
    {
        try
        {
            return (await signIn.PasskeySignInAsync(credential)).Succeeded ? true : new PasskeyRefused();
        }
        catch (InvalidOperationException)
        {
            // As below: no challenge is under way.
            return new PasskeyRefused();
        }
    }

    async Task<UserPasskeyInfo?> AttestAsync(string credential, Account account)
    {
        try
        {
            var attested = await signIn.PerformPasskeyAttestationAsync(credential);
            return attested.Succeeded && attested.UserEntity.Id == account.Id.ToString() ? attested.Passkey : null;
        }
        catch (InvalidOperationException)
        {
            // The framework throws when no challenge is under way: the page was left open, or the form was made by hand.
            return null;
        }
    }

    Task<Account> ActorAsync(Change change, CancellationToken cancel) => db.Users.SingleAsync(a => a.Id == change.ActorId && a.ErasedAt == null, cancel);
}
