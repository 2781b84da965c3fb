using Underpin.Access;
using Underpin.Platform;

namespace Underpin.Tests.Access;

internal static class AccessData
{
    /// <summary>An act of this person's, now.</summary>
    public static Change By(this TestData data, Account account) => new() { ActorId = account.Id, ActorName = account.Name.ToString(), At = data.Site.Clock.Now() };
}
