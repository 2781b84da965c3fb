using Microsoft.EntityFrameworkCore;
using Underpin.Access;

namespace Underpin.Portfolios;

/// <summary>Who somebody is towards a learner or a centre, asked of the database by services that trust no page.</summary>
internal static class PortfolioRoles
{
    public static Task<bool> IsAsync(this UnderpinDb db, Guid? account, MembershipRole role, Guid organisation, CancellationToken cancel) =>
        db.Memberships.AnyAsync(m => m.AccountId == account && m.OrganisationId == organisation && m.Role == role && m.Until == null, cancel);

    /// <summary>Whether a person manages the learner at work, directly or through others.</summary>
    public static async Task<bool> ManagesAsync(this UnderpinDb db, Guid manager, Guid learner, CancellationToken cancel)
    {
        var seen = new HashSet<Guid> { learner };
        var people = new List<Guid> { learner };
        while (people.Count > 0)
        {
            var below = people;
            var managers = await db.Memberships.Where(m => below.Contains(m.AccountId) && m.Until == null && m.LineManagerId != null)
                .Select(m => m.LineManagerId!.Value).Distinct().ToListAsync(cancel);
            if (managers.Contains(manager)) return true;
            people = [.. managers.Where(seen.Add)];
        }

        return false;
    }

    public static Task<List<string>> AdministratorAddressesAsync(this UnderpinDb db, Guid centre, CancellationToken cancel) => (
        from membership in db.Memberships
        join account in db.Users on membership.AccountId equals account.Id
        where membership.OrganisationId == centre && membership.Role == MembershipRole.CentreAdministrator && membership.Until == null && account.Email != null
        select account.Email!).Distinct().ToListAsync(cancel);
}
