using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Underpin.Platform;
using Underpin.Platform.Mail;

namespace Underpin.Assessment;

/// <summary>The letters of this room. Each goes out only if the act it tells of is saved.</summary>
internal sealed class AssessmentMail(UnderpinDb db, IOptions<SiteOptions> site)
{
    readonly SiteOptions _site = site.Value;

    public async Task TellAsync(IReadOnlyCollection<Guid> people, string subject, string text, string path, DateTimeOffset now, CancellationToken cancel)
    {
        if (people.Count == 0) return;
        var readers = await db.Users.Where(u => people.Contains(u.Id) && u.ErasedAt == null).Select(u => new { u.Email, u.Name }).ToListAsync(cancel);
        foreach (var reader in readers.Where(r => r.Email is not null))
            db.Send(reader.Email!, subject, $"Dear {reader.Name},\n\n{text}\n\n{new Uri(_site.PublicAddress, path)}\n\n{_site.Name}\n", now);
    }
}
