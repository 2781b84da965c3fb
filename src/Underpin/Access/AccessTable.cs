using Microsoft.EntityFrameworkCore;

namespace Underpin.Access;

/// <summary>Who may do a thing. The first two need no resource; <see cref="Owner"/> is the learner whose thing it is.</summary>
internal enum Role
{
    Anyone,
    SignedIn,
    Administrator,
    Owner,
    Staff,
    SchoolAdministrator,
    SchoolLeader,
    CentreAdministrator,
    Assessor,
    QualityAssurer,
    AwardingOfficer,
    ExternalQualityAssurer,
    FrameworkEditor,
}

/// <summary>Whose a resource is: the learner who owns it and the organisations it belongs to.</summary>
internal sealed record Scope(Guid? Owner, params Guid?[] Organisations);

/// <summary>
/// A kind of thing that addresses name: the route value that carries its key, and how to find whose it is. Null from
/// <paramref name="Find"/> means that there is no such thing.
/// </summary>
internal sealed record Subject(string RouteValue, Func<UnderpinDb, Guid, CancellationToken, Task<Scope?>> Find)
{
    public static readonly Subject Organisation = new("organisation", async (db, id, cancel) =>
        await db.Organisations.AnyAsync(o => o.Id == id, cancel) ? new Scope(null, id) : null);
}

/// <summary>
/// One line of a room's table: a route, what it is about, who may see it (GET) and who may act on it (anything else).
/// </summary>
internal sealed record AccessRow(string Route, Subject? Subject, Role[] See, Role[] Act)
{
    public Role[] For(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) ? See : Act;
}

/// <summary>A room's table of who may do what. A route that no table lists is closed to everyone.</summary>
internal sealed class AccessTable(string room) : List<AccessRow>
{
    public string Room { get; } = room;

    /// <summary>A page or address about no particular resource.</summary>
    public void Add(string route, Role[] see, Role[]? act = null) => Add(new(route, null, see, act ?? []));

    /// <summary>A page or address about one resource, named in its route.</summary>
    public void Add(string route, Subject subject, Role[] see, Role[]? act = null) => Add(new(route, subject, see, act ?? []));
}
