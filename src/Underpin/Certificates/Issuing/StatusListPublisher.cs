using Microsoft.EntityFrameworkCore;
using Underpin.Credentials;
using Underpin.Platform;

namespace Underpin.Certificates.Issuing;

/// <summary>Publishes which certificates are revoked: one bit each, at places drawn at random.</summary>
internal sealed class StatusListPublisher(UnderpinDb db, IssuerIdentity issuer, TimeProvider clock)
{
    /// <summary>The one list so far; a second is begun before the first is half full.</summary>
    public const int List = 1;

    public const int Length = StatusList.MinimumLength;

    /// <summary>For how long a fetched list may be relied on.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    public static string AddressOf(IssuerIdentity issuer) => issuer.At($"/certificates/status/{List}").AbsoluteUri;

    /// <returns>The signed list.</returns>
    public async Task<string> PublishAsync(CancellationToken cancel)
    {
        var list = new StatusList(Length);
        foreach (var index in await db.Certificates.Where(c => c.RevokedAt != null).Select(c => c.StatusIndex).ToListAsync(cancel)) list[index] = true;
        var now = clock.Now();
        return issuer.Signer.Sign(new StatusListCredential { Id = AddressOf(issuer), IssuerId = issuer.Did.Value, List = list, ValidFrom = now, ValidUntil = now + Lifetime });
    }
}
