using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Underpin.Platform.Pages;

namespace Underpin.Access;

internal enum Entry
{
    Open,
    /// <summary>Nobody is signed in, and somebody must be.</summary>
    SignIn,
    /// <summary>The person belongs here but this is not theirs to do.</summary>
    NotYours,
    /// <summary>There is no such thing, or the person has no part in it and is told no more than that.</summary>
    NotFound,
}

/// <summary>The one place where access is decided: every request passes here, and what no table lists is closed.</summary>
internal sealed class AccessGate(RequestDelegate next, IEnumerable<AccessTable> tables)
{
    readonly Dictionary<string, AccessRow> _rows = tables.SelectMany(t => t).ToDictionary(r => r.Route);

    public async Task InvokeAsync(HttpContext context, UnderpinDb db)
    {
        if (context.GetEndpoint() is not RouteEndpoint endpoint || endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
        {
            await next(context);
            return;
        }

        var user = await context.CurrentUserAsync(db);
        var row = _rows.GetValueOrDefault(RouteOf(endpoint))
            ?? throw new InvalidOperationException($"No access table lists the route {RouteOf(endpoint)}.");
        switch (await DecideAsync(row, user, context, db))
        {
            case Entry.Open: await next(context); break;
            case Entry.SignIn: await context.ChallengeAsync(); break;
            case Entry.NotYours:
                new ClosedPage(user.Name, RoleNeeds.Of(row.For(context.Request.Method))).LeaveOn(context);
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                break;
            default: context.Response.StatusCode = StatusCodes.Status404NotFound; break;
        }
    }

    /// <summary>The route as the tables write it: "/portfolio/{enrolment:guid}".</summary>
    public static string RouteOf(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText?.Trim('/');

    static async Task<Entry> DecideAsync(AccessRow row, CurrentUser user, HttpContext context, UnderpinDb db)
    {
        var allowed = row.For(context.Request.Method);
        if (allowed.Contains(Role.Anyone)) return Entry.Open;
        if (!user.IsSignedIn) return Entry.SignIn;
        if (allowed.Contains(Role.SignedIn)) return Entry.Open;
        if (row.Subject is null) return user.IsAdministrator && allowed.Contains(Role.Administrator) ? Entry.Open : Entry.NotYours;
        if (!Guid.TryParse(context.GetRouteValue(row.Subject.RouteValue)?.ToString(), out var id)) return Entry.NotFound;
        if (await row.Subject.Find(db, id, context.RequestAborted) is not { } scope) return Entry.NotFound;
        var roles = RolesIn(user, scope);
        if (roles.Any(allowed.Contains)) return Entry.Open;
        return roles.Count > 0 ? Entry.NotYours : Entry.NotFound;
    }

    internal static HashSet<Role> RolesIn(CurrentUser user, Scope scope)
    {
        var roles = new HashSet<Role>();
        if (user.IsAdministrator) roles.Add(Role.Administrator);
        if (scope.Owner is { } owner && owner == user.Id) roles.Add(Role.Owner);
        foreach (var place in user.Places.Where(p => scope.Organisations.Contains(p.OrganisationId)))
            roles.UnionWith(place.Roles.Select(r => Enum.Parse<Role>(r.ToString())));
        return roles;
    }
}

internal static class CurrentUserOfRequest
{
    /// <summary>Who makes this request; asked of the database at most once.</summary>
    public static async Task<CurrentUser> CurrentUserAsync(this HttpContext context, UnderpinDb db)
    {
        if (context.Items[typeof(CurrentUser)] is CurrentUser known) return known;
        var user = await Access.CurrentUser.ReadAsync(context.User, db, context.RequestAborted);
        context.Items[typeof(CurrentUser)] = user;
        return user;
    }

    /// <summary>For pages and the layout: the gate has read it.</summary>
    public static CurrentUser CurrentUser(this HttpContext context) => context.Items[typeof(CurrentUser)] as CurrentUser ?? Access.CurrentUser.Nobody;
}
