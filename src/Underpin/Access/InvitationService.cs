using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Underpin.Platform;
using Underpin.Platform.History;
using Underpin.Platform.Values;

namespace Underpin.Access;

internal sealed record InvitePerson
{
    public required Guid Organisation { get; init; }
    public required EmailAddress Email { get; init; }
    public required MembershipRole Role { get; init; }
}

internal sealed record WithdrawInvitation
{
    public required Guid Organisation { get; init; }
    public required Guid Invitation { get; init; }
}

internal sealed record AcceptAsNewPerson
{
    public required string Token { get; init; }
    public required PersonName Name { get; init; }
    public required string Password { get; init; }
}

/// <summary>An open invitation as the invited person sees it.</summary>
internal sealed record OpenInvitation(OneTimeLink Link, Organisation Organisation);

/// <summary>How people come into an organisation: by a link that an administrator has sent to their address.</summary>
internal sealed class InvitationService(UnderpinDb db, AccountService accounts, UserManager<Account> users, AccountMail mail, TimeProvider clock)
{
    public async Task<Outcome<OneTimeLink>?> InviteAsync(InvitePerson options, Change change, CancellationToken cancel)
    {
        if (await db.Organisations.SingleOrDefaultAsync(o => o.Id == options.Organisation, cancel) is not { } organisation) return null;
        var roles = await db.RolesInAsync(change, organisation.Id, cancel);
        if (!Granting.Fits(options.Role, organisation.Kinds)) return new RoleDoesNotFit(options.Role.Words(), organisation.Name);
        if (!Granting.MayGive(roles, options.Role)) return new RoleIsNotYoursToGive(options.Role.Words());
        var address = options.Email.ToString();
        if (await Open(change.At).SentTo(options.Email).AnyAsync(l => l.SubjectId == organisation.Id && l.Role == options.Role, cancel)) return new AlreadyInvited(address, options.Role.Words());

        var token = OneTimeLink.NewToken();
        var link = new OneTimeLink
        {
            Purpose = LinkPurpose.Invitation,
            TokenHash = OneTimeLink.Hash(token),
            SubjectId = organisation.Id,
            Email = address,
            Role = options.Role,
            ExpiresAt = change.At + AccountRules.InvitationLasts,
        };
        db.OneTimeLinks.Add(link);
        mail.Invitation(options.Email, change.ActorName, organisation, options.Role, token, link.ExpiresAt);
        db.Record(change, organisation.Id, new PersonInvited(organisation.Id, link.Id, options.Role));
        await db.SaveChangesAsync(cancel);
        return (Outcome<OneTimeLink>)link;
    }

    public async Task<Outcome<OneTimeLink>?> WithdrawAsync(WithdrawInvitation options, Change change, CancellationToken cancel)
    {
        if (await db.OneTimeLinks.SingleOrDefaultAsync(l => l.Id == options.Invitation && l.SubjectId == options.Organisation && l.Purpose == LinkPurpose.Invitation, cancel) is not { Role: { } role } link) return null;
        if (!Granting.MayGive(await db.RolesInAsync(change, options.Organisation, cancel), role)) return new RoleIsNotYoursToGive(role.Words());
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (!await link.UseAsync(db, change.At, cancel)) return new InvitationIsClosed();
        db.Record(change, options.Organisation, new InvitationWithdrawn(options.Organisation, link.Id, role));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return (Outcome<OneTimeLink>)link;
    }

    /// <summary>The invitation that a link opens; null when it is unknown, used, withdrawn or has run out.</summary>
    public async Task<OpenInvitation?> FindAsync(string token, CancellationToken cancel)
    {
        var hash = OneTimeLink.Hash(token);
        var found = await (
            from link in Open(clock.Now())
            where link.TokenHash == hash
            join organisation in db.Organisations on link.SubjectId equals organisation.Id
            select new { link, organisation }).AsNoTracking().SingleOrDefaultAsync(cancel);
        return found is null ? null : new(found.link, found.organisation);
    }

    public async Task<Outcome<Membership>> AcceptAsync(string token, Change change, CancellationToken cancel)
    {
        if (await FindAsync(token, cancel) is not { } invitation) return new InvitationIsClosed();
        var account = await db.Users.SingleAsync(a => a.Id == change.ActorId && a.ErasedAt == null, cancel);
        var sentHere = EmailAddress.Parse(account.Email!) == EmailAddress.Parse(invitation.Link.Email!);
        if (!account.EmailConfirmed && !sentHere) return new EmailIsUnconfirmed(account.Name.ToString());
        return await TakeUpAsync(invitation, account, change, cancel);
    }

    /// <summary>Makes an account for the invited address, which the link has proved, and accepts with it.</summary>
    public async Task<Outcome<Account>> AcceptAsNewPersonAsync(AcceptAsNewPerson options, CancellationToken cancel)
    {
        if (await FindAsync(options.Token, cancel) is not { } invitation) return new InvitationIsClosed();
        var address = EmailAddress.Parse(invitation.Link.Email!);
        if (AccountRules.Password(options.Password, address) is { } refusal) return refusal;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var account = await accounts.AddAsync(new() { Name = options.Name, Email = address, Password = options.Password, EmailIsProved = true }, cancel);
        if (account is null) return new AddressIsTaken();
        var taken = await TakeUpAsync(invitation, account, new() { ActorId = account.Id, ActorName = account.Name.ToString(), At = clock.Now() }, cancel);
        if (taken.Refusal is { } refused) return refused;
        await transaction.CommitAsync(cancel);
        return account;
    }

    async Task<Outcome<Membership>> TakeUpAsync(OpenInvitation invitation, Account account, Change change, CancellationToken cancel)
    {
        var (link, organisation) = invitation;
        var role = link.Role!.Value;
        var held = await db.Memberships.SingleOrDefaultAsync(m => m.AccountId == account.Id && m.OrganisationId == organisation.Id && m.Role == role && m.Until == null, cancel);
        if (held is { ConfirmedAt: not null }) return new AlreadyHasRole(role.Words());

        var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancel) : null;
        await using (own)
        {
            if (!await link.UseAsync(db, change.At, cancel)) return new InvitationIsClosed();
            // Somebody who had already said that they work here is confirmed by having been invited.
            held ??= db.Memberships.Add(new() { AccountId = account.Id, OrganisationId = organisation.Id, Role = role, From = change.At.UkDate() }).Entity;
            held.ConfirmedAt = change.At;
            if (!account.EmailConfirmed) account.EmailConfirmed = true;
            db.Record(change, organisation.Id, new RoleTakenUp(account.Id, organisation.Id, role, link.Id));
            await db.SaveChangesAsync(cancel);
            if (own is not null) await own.CommitAsync(cancel);
        }

        return held;
    }

    /// <summary>Told only to whoever holds a link that was sent to this very address.</summary>
    public async Task<bool> HasAccountAsync(OpenInvitation invitation) => await users.FindByEmailAsync(invitation.Link.Email!) is not null;

    IQueryable<OneTimeLink> Open(DateTimeOffset now) => db.OneTimeLinks.Where(l => l.Purpose == LinkPurpose.Invitation && l.UsedAt == null && l.ExpiresAt > now);
}
