using Microsoft.EntityFrameworkCore;
using Underpin.Platform;
using Underpin.Platform.Database;

namespace Underpin.Access;

internal sealed record EndRole
{
    public required Guid Organisation { get; init; }
    public required Guid Membership { get; init; }
    /// <summary>The version the person was looking at.</summary>
    public required int Seen { get; init; }
    /// <summary>Today unless given.</summary>
    public DateOnly? LastDay { get; init; }
}

/// <summary>Ends people's parts in organisations. They begin by invitation, or, for staff, by the person's own word.</summary>
internal sealed class MembershipService(UnderpinDb db)
{
    /// <summary>Ends somebody's role, or one's own. Null when there is no such membership in the organisation.</summary>
    public async Task<Outcome<Membership>?> EndAsync(EndRole options, Change change, CancellationToken cancel)
    {
        var membership = await db.Memberships.SingleOrDefaultAsync(m => m.Id == options.Membership && m.OrganisationId == options.Organisation, cancel);
        if (membership is null) return null;
        var roles = await db.RolesInAsync(change, options.Organisation, cancel);
        if (membership.AccountId != change.ActorId && !Granting.MayGive(roles, membership.Role)) return new RoleIsNotYoursToGive(membership.Role.Words());
        if (membership.Until is not null) return new MembershipHasEnded();
        if (Granting.AdministratingRoles.Contains(membership.Role))
        {
            var organisation = await db.Organisations.SingleAsync(o => o.Id == options.Organisation, cancel);
            if (await IsLastAdministratorAsync(db, membership, cancel)) return new LastAdministrator(organisation.Name, membership.Role.Words());
            // Two administrators who end each other's role at once both write this row, so the second is told.
            db.Entry(organisation).State = EntityState.Modified;
        }

        db.SeenAs(membership, options.Seen);
        await EndAndRecordAsync(db, membership, options.LastDay ?? change.At.UkDate(), change, cancel);
        await db.SaveChangesAsync(cancel);
        return (Outcome<Membership>)membership;
    }

    /// <summary>Ends a membership in the caller's save. Where the person can no longer be a line manager, they no longer are.</summary>
    public static async Task EndAndRecordAsync(UnderpinDb db, Membership membership, DateOnly lastDay, Change change, CancellationToken cancel)
    {
        membership.End(lastDay < membership.From ? membership.From : lastDay);
        db.Record(change, membership.OrganisationId, new RoleEnded(membership.AccountId, membership.OrganisationId, membership.Role, membership.Until!.Value));
        if (membership.Role != MembershipRole.Staff) return;

        var elsewhere = await db.Memberships.Where(m => m.AccountId == membership.AccountId && m.Id != membership.Id && m.Role == MembershipRole.Staff && m.Until == null)
            .Select(m => m.OrganisationId).ToListAsync(cancel);
        var managed = await (
            from below in db.Memberships
            where below.LineManagerId == membership.AccountId && below.Until == null
            join school in db.Organisations on below.OrganisationId equals school.Id
            select new { Below = below, school.TrustId }).ToListAsync(cancel);
        foreach (var line in managed.Where(l => !elsewhere.Contains(l.Below.OrganisationId) && !(l.TrustId is { } trust && elsewhere.Contains(trust))))
        {
            db.Record(change, line.Below.OrganisationId, new LineManagerChanged(line.Below.AccountId, line.Below.OrganisationId, line.Below.LineManagerId, null));
            line.Below.LineManagerId = null;
        }
    }

    public static async Task<bool> IsLastAdministratorAsync(UnderpinDb db, Membership membership, CancellationToken cancel) =>
        Granting.AdministratingRoles.Contains(membership.Role) && membership.Until is null &&
        !await db.Memberships.AnyAsync(m => m.OrganisationId == membership.OrganisationId && m.Role == membership.Role && m.Until == null && m.Id != membership.Id, cancel);
}
