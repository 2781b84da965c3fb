using Microsoft.EntityFrameworkCore;
using Underpin.Access;

namespace Underpin.Portfolios;

/// <summary>Who somebody is towards a learner or a centre, asked of the database by services that trust no page.</summary>
internal static class PortfolioRoles
{
    public static Task<bool> IsAsync(this UnderpinDb db, Guid? account, MembershipRole role, Guid organisation, CancellationToken cancel) =>
        db.Memberships.AnyAsync(m => m.AccountId == account && m.OrganisationId == organisation && m.Role == role && m.Until == null, cancel);

    public static Task<List<string>> AdministratorAddressesAsync(this UnderpinDb db, Guid centre, CancellationToken cancel) => (
        from membership in db.Memberships
        join account in db.Users on membership.AccountId equals account.Id
        where membership.OrganisationId == centre && membership.Role == MembershipRole.CentreAdministrator && membership.Until == null && account.Email != null
        select account.Email!).Distinct().ToListAsync(cancel);
}
