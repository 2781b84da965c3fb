using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Underpin.Platform;

namespace Underpin.Access;

/// <summary>An organisation the signed-in person belongs to, and what they are there.</summary>
internal sealed record Place(Guid OrganisationId, string Name, OrganisationKinds Kinds, IReadOnlyList<MembershipRole> Roles)
{
    public bool Has(MembershipRole role) => Roles.Contains(role);
}

/// <summary>The person behind a request: read once, whatever asks for it.</summary>
internal sealed class CurrentUser
{
    public static readonly CurrentUser Nobody = new(null, "", false, []);

    CurrentUser(Guid? id, string name, bool isAdministrator, IReadOnlyList<Place> places)
    {
        Id = id;
        Name = name;
        IsAdministrator = isAdministrator;
        Places = places;
    }

    static readonly string SecurityStamp = new ClaimsIdentityOptions().SecurityStampClaimType;

    public Guid? Id { get; }
    public string Name { get; }
    public bool IsAdministrator { get; }
    public IReadOnlyList<Place> Places { get; }
    public bool IsSignedIn => Id is not null;

    /// <exception cref="InvalidOperationException">Nobody is signed in; the access table lets only signed-in people reach this.</exception>
    public Guid AccountId => Id ?? throw new InvalidOperationException("Nobody is signed in.");

    public bool Is(MembershipRole role, Guid organisation) => Places.Any(p => p.OrganisationId == organisation && p.Has(role));

    public Change Change(TimeProvider clock, string? reason = null) =>
        new() { ActorId = AccountId, ActorName = Name, At = clock.Now(), Reason = reason };

    public static async Task<CurrentUser> ReadAsync(ClaimsPrincipal principal, UnderpinDb db, CancellationToken cancel)
    {
        if (principal.Identity?.IsAuthenticated != true || !Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id)) return Nobody;
        // A changed password or address gives the account a new stamp, which ends every session but the one it was changed in.
        var stamp = principal.FindFirstValue(SecurityStamp);
        var rows = await (
            from account in db.Users
            where account.Id == id && account.ErasedAt == null && account.SecurityStamp == stamp
            from membership in db.Memberships.InForce().Where(m => m.AccountId == account.Id).DefaultIfEmpty()
            from organisation in db.Organisations.Where(o => membership != null && o.Id == membership.OrganisationId).DefaultIfEmpty()
            select new { account.Name, account.IsAdministrator, Role = (MembershipRole?)membership!.Role, Organisation = organisation })
            .AsNoTracking().ToListAsync(cancel);
        if (rows.Count == 0) return Nobody;
        var places = rows.Where(r => r.Organisation is not null).GroupBy(r => r.Organisation!.Id)
            .Select(g => new Place(g.Key, g.First().Organisation!.Name, g.First().Organisation!.Kinds, [.. g.Select(r => r.Role!.Value)]))
            .OrderBy(p => p.Name, StringComparer.CurrentCulture).ToList();
        return new(id, rows[0].Name.ToString(), rows[0].IsAdministrator, places);
    }
}
