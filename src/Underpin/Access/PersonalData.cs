using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Underpin.Platform.Database;

namespace Underpin.Access;

/// <summary>What one room holds about a person. The name becomes a heading of the file they get.</summary>
internal sealed record PersonalData(string Name, object Content);

/// <summary>Every room that holds anything about people registers one, and what it returns is in the person's download.</summary>
internal delegate Task<PersonalData> PersonalDataSource(UnderpinDb db, Guid accountId, CancellationToken cancel);

internal static class PersonalDataFile
{
    static readonly JsonSerializerOptions Readable = new(Json.Options) { WriteIndented = true };

    public static async Task<byte[]> MakeAsync(UnderpinDb db, IEnumerable<PersonalDataSource> sources, Guid accountId, CancellationToken cancel)
    {
        var file = new JsonObject();
        foreach (var source in sources)
        {
            var part = await source(db, accountId, cancel);
            file.Add(part.Name, JsonSerializer.SerializeToNode(part.Content, Readable));
        }

        return JsonSerializer.SerializeToUtf8Bytes(file, Readable);
    }
}

/// <summary>What this room holds: the account, roles, messages, and what is on record by or about the person.</summary>
internal static class AccessPersonalData
{
    public static async Task<PersonalData> AccountAsync(UnderpinDb db, Guid accountId, CancellationToken cancel)
    {
        var account = await db.Users.AsNoTracking().SingleAsync(a => a.Id == accountId, cancel);
        var address = EmailAddress.Parse(account.Email!);
        var passkeys = await db.UserPasskeys.AsNoTracking().Where(p => p.UserId == accountId).Select(p => p.Data).ToListAsync(cancel);
        var messages = await db.Outbox.AsNoTracking().SentTo(address).OrderBy(m => m.CreatedAt).Select(m => new { m.Subject, m.CreatedAt, m.SentAt }).ToListAsync(cancel);
        var invitations = await db.OneTimeLinks.AsNoTracking().SentTo(address).Where(l => l.Purpose == LinkPurpose.Invitation).Select(l => new { l.Role, l.ExpiresAt, l.UsedAt }).ToListAsync(cancel);
        return new("account", new
        {
            account.Id,
            Name = account.Name.ToString(),
            account.Email,
            account.EmailConfirmed,
            account.CreatedAt,
            account.IsAdministrator,
            Passkeys = passkeys.Select(p => new { p.Name, p.CreatedAt }),
            Messages = messages,
            Invitations = invitations,
        });
    }

    public static async Task<PersonalData> RolesAsync(UnderpinDb db, Guid accountId, CancellationToken cancel)
    {
        var held = await (
            from membership in db.Memberships
            where membership.AccountId == accountId
            join organisation in db.Organisations on membership.OrganisationId equals organisation.Id
            from manager in db.Users.Where(a => a.Id == membership.LineManagerId).DefaultIfEmpty()
            orderby membership.From
            select new { Membership = membership, Organisation = organisation.Name, Manager = manager })
            .AsNoTracking().ToListAsync(cancel);
        return new("roles", held.Select(h => new
        {
            h.Organisation,
            Role = h.Membership.Role.Words(),
            h.Membership.JobTitle,
            h.Membership.From,
            h.Membership.Until,
            h.Membership.ConfirmedAt,
            LineManager = h.Manager?.Name.ToString(),
        }).ToList());
    }

    /// <summary>Whole entries of what the person did; of what others did about them, what it was but not who did it.</summary>
    public static async Task<PersonalData> HistoryAsync(UnderpinDb db, Guid accountId, CancellationToken cancel)
    {
        var entries = await db.History.AsNoTracking().Where(e => e.ActorId == accountId || e.About == accountId)
            .OrderBy(e => e.At).ThenBy(e => e.Number).Select(e => new { e.At, e.Kind, e.ActorId, e.Payload }).ToListAsync(cancel);
        return new("history", entries.Select(e =>
        {
            var payload = e.Payload is null ? null : JsonNode.Parse(e.Payload);
            var byThem = e.ActorId == accountId;
            return new { e.At, e.Kind, ByYou = byThem, Summary = payload?["summary"]?.GetValue<string>(), What = byThem ? payload?["what"]?.DeepClone() : null };
        }).ToList());
    }
}
