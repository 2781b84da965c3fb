using Underpin.Platform.History;

namespace Underpin.Access;

// Addresses of e-mail are never put on record: what is chained cannot be corrected when a person changes theirs.

internal sealed record AccountCreated(Guid Account) : HistoryEvent(Account)
{
    public override string Summary => "created an account";
}

internal sealed record EmailConfirmed(Guid Account) : HistoryEvent(Account)
{
    public override string Summary => "confirmed the e-mail address";
}

internal sealed record EmailChanged(Guid Account) : HistoryEvent(Account)
{
    public override string Summary => "changed the e-mail address";
}

internal sealed record NameChanged(Guid Account, string Before, string After) : HistoryEvent(Account)
{
    public override string Summary => $"changed the name from {Before} to {After}";
}

internal sealed record PasswordChanged(Guid Account, bool ByMail) : HistoryEvent(Account)
{
    public override string Summary => ByMail ? "chose a new password by e-mail" : "changed the password";
}

internal sealed record AccountRested(Guid Account, DateTimeOffset Until) : HistoryEvent(Account)
{
    public override string Summary => "let the account rest after too many wrong passwords";
}

internal sealed record PasskeyAdded(Guid Account, string Name) : HistoryEvent(Account)
{
    public override string Summary => $"added the passkey {Name}";
}

internal sealed record PasskeyRenamed(Guid Account, string Before, string After) : HistoryEvent(Account)
{
    public override string Summary => $"renamed the passkey {Before} to {After}";
}

internal sealed record PasskeyRemoved(Guid Account, string Name) : HistoryEvent(Account)
{
    public override string Summary => $"removed the passkey {Name}";
}

/// <summary>The tombstone: all that is left on record about the person.</summary>
internal sealed record AccountErased(Guid Account, int EntriesErased) : HistoryEvent(Account)
{
    public override string Summary => $"erased the account, and what {EntriesErased} entries of history said about it";
}

internal sealed record FirstAdministratorMade(Guid Account) : HistoryEvent(Account)
{
    public override string Summary => "became the first administrator of this installation";
}

internal sealed record OrganisationAdded(Guid Organisation, string Name, string Kinds, string? Urn, string? Ukprn, Guid? Trust) : HistoryEvent(Organisation)
{
    public override string Summary => $"added {Name}";
}

internal sealed record PersonInvited(Guid Organisation, Guid Invitation, MembershipRole Role) : HistoryEvent(Organisation)
{
    public override string Summary => $"invited someone as {Role.Words()}";
}

internal sealed record InvitationWithdrawn(Guid Organisation, Guid Invitation, MembershipRole Role) : HistoryEvent(Organisation)
{
    public override string Summary => $"withdrew an invitation as {Role.Words()}";
}

internal sealed record RoleTakenUp(Guid Account, Guid Organisation, MembershipRole Role, Guid Invitation) : HistoryEvent(Account)
{
    public override string Summary => $"took up the role {Role.Words()} by invitation";
}

internal sealed record RoleEnded(Guid Account, Guid Organisation, MembershipRole Role, DateOnly LastDay) : HistoryEvent(Account)
{
    public override string Summary => $"ended the role {Role.Words()}";
}

internal sealed record LineManagerChanged(Guid Account, Guid Organisation, Guid? Before, Guid? After) : HistoryEvent(Account)
{
    public override string Summary => After is null ? "took away the line manager" : "set the line manager";
}
