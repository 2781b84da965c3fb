using Microsoft.EntityFrameworkCore;
using Underpin.Platform;

namespace Underpin.Access;

/// <summary>What somebody is in one organisation, for services, which never trust that a page hid a button.</summary>
internal static class Standing
{
    /// <summary>The actor's roles in the organisation, <see cref="Role.Administrator"/> among them; none for the system and for visitors.</summary>
    public static async Task<IReadOnlySet<Role>> RolesInAsync(this UnderpinDb db, Change change, Guid organisation, CancellationToken cancel)
    {
        var roles = new HashSet<Role>();
        if (change.ActorId is not { } actor) return roles;
        if (await db.Users.AnyAsync(a => a.Id == actor && a.ErasedAt == null && a.IsAdministrator, cancel)) roles.Add(Role.Administrator);
        var held = await db.Memberships.InForce().Where(m => m.AccountId == actor && m.OrganisationId == organisation).Select(m => m.Role).ToListAsync(cancel);
        roles.UnionWith(held.Select(AsRole));
        return roles;
    }

    /// <summary>
    /// Memberships that open doors: they have not ended, and what a person only says of themselves (that they work somewhere) has been
    /// confirmed by the organisation.
    /// </summary>
    public static IQueryable<Membership> InForce(this IQueryable<Membership> memberships) =>
        memberships.Where(m => m.Until == null && (m.Role != MembershipRole.Staff || m.ConfirmedAt != null));

    public static Role AsRole(this MembershipRole role) => Enum.Parse<Role>(role.ToString());
}
