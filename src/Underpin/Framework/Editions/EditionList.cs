using Microsoft.EntityFrameworkCore;
using Underpin.Framework.Content;

namespace Underpin.Framework.Editions;

/// <summary>The editions of one framework, the latest first.</summary>
/// <param name="IsMain">The house's own framework, whose addresses need not name it.</param>
internal sealed record EditionList(IReadOnlyList<PublishedFramework> Editions, bool IsMain)
{
    /// <summary>What an address needs to name another framework than the house's: the first of its questions, or one more.</summary>
    public string Query => IsMain ? "" : $"?framework={Current.Code}";

    public string MoreQuery => IsMain ? "" : $"&framework={Current.Code}";

    public PublishedFramework Current => Editions[0];

    public PublishedFramework? Find(string? version) => Editions.FirstOrDefault(e => e.Version == version);

    /// <summary>The house's own framework, which came first, or another by its code; null when there is none.</summary>
    public static async Task<EditionList?> ReadAsync(UnderpinDb db, string? code, CancellationToken cancel)
    {
        var main = await MainCodeAsync(db, cancel);
        code ??= main;
        var editions = await db.Frameworks.AsNoTracking().Where(f => f.Code == code).ToListAsync(cancel);
        return editions.Count == 0 ? null : new([.. editions.OrderByDescending(f => FrameworkVersion.Parse(f.Version))], code == main);
    }

    public static Task<string?> MainCodeAsync(UnderpinDb db, CancellationToken cancel) => db.Frameworks.OrderBy(f => f.Id).Select(f => f.Code).FirstOrDefaultAsync(cancel);
}
