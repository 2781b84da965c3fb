using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Underpin.Access;

internal enum LinkPurpose
{
    FirstAdministrator,
    /// <summary>To take up a role; <see cref="OneTimeLink.SubjectId"/> is the organisation.</summary>
    Invitation,
    /// <summary>To confirm a witness's or observer's statement; the subject is the piece of evidence.</summary>
    Statement,
}

/// <summary>A link that lets its holder do one thing once. Only a hash of it is kept.</summary>
internal sealed class OneTimeLink
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required LinkPurpose Purpose { get; init; }
    public required byte[] TokenHash { get; init; }
    public Guid? SubjectId { get; init; }
    public string? Email { get; init; }
    public MembershipRole? Role { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset? UsedAt { get; set; }

    public bool IsOpen(DateTimeOffset now) => UsedAt is null && now < ExpiresAt;

    /// <summary>Uses the link up in the database, at once for everybody. False when somebody else was first, or it has run out.</summary>
    public async Task<bool> UseAsync(UnderpinDb db, DateTimeOffset now, CancellationToken cancel)
    {
        DateTimeOffset? used = now;
        return await db.OneTimeLinks.Where(l => l.Id == Id && l.UsedAt == null && l.ExpiresAt > now).ExecuteUpdateAsync(set => set.SetProperty(l => l.UsedAt, used), cancel) == 1;
    }

    /// <summary>256 random bits, written so that it can stand in an address.</summary>
    public static string NewToken() => System.Buffers.Text.Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
