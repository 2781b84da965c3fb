using Underpin.Access;
using Underpin.Framework.Exchange;
using Underpin.Platform.Web;

namespace Underpin;

/// <summary>Who may do what at the addresses that belong to no room.</summary>
internal static class HouseAccess
{
    public static readonly AccessTable Table = new("House")
    {
        // route                     see               act
        { Health.Live,               [Role.Anyone] },
        { Health.Ready,              [Role.Anyone] },
        { ApiDescription.Route,      [Role.Anyone] },
        // Static files that were not there at the build; the framework adds it outside Production.
        { "/{**path:file}",          [Role.Anyone] },
    };

    /// <summary>The addresses that somebody might hammer: guessing passwords, or walking the register.</summary>
    public static readonly LimitedRoute[] Limits =
    [
        new("/sign-in",              Limited.SignIn,       ReadingCounts: false),
        new("/account/create",       Limited.SignIn,       ReadingCounts: false),
        new("/password/forgot",      Limited.SignIn,       ReadingCounts: false),
        new("/password/reset",       Limited.SignIn,       ReadingCounts: false),
        new("/verify",               Limited.Verification, ReadingCounts: true),
        new("/certificates/{number}", Limited.Verification, ReadingCounts: true),
        new("/certificates/{number}.pdf", Limited.Verification, ReadingCounts: true),
        new("/certificates/{number}/credential", Limited.Verification, ReadingCounts: true),
        new("/api/v1/verify",        Limited.Verification, ReadingCounts: true),
        new("/api/v1/certificates/{number}", Limited.Verification, ReadingCounts: true),
        .. ExchangeRoom.Table.Where(r => r.Route.StartsWith(CaseJson.Root, StringComparison.Ordinal)).Select(r => new LimitedRoute(r.Route, Limited.Frameworks, ReadingCounts: true)),
        new("/downloads/moodle-competencies.csv", Limited.Frameworks, ReadingCounts: true),
    ];
}
