using Microsoft.EntityFrameworkCore;
using Underpin.Framework.Content;

namespace Underpin.Framework.Exchange;

/// <summary>Keeps a CASE package of every edition of ours that is published.</summary>
internal static class CaseEditions
{
    /// <summary>Writes the packages that are still missing; a second time it changes nothing.</summary>
    public static async Task WriteMissingAsync(UnderpinDb db, CancellationToken cancel)
    {
        var written = (await db.CaseDocuments.Where(d => d.OwnVersion != null).Select(d => new { d.OwnCode, d.OwnVersion }).ToListAsync(cancel))
            .Select(d => (d.OwnCode, d.OwnVersion)).ToHashSet();
        foreach (var edition in await db.Frameworks.AsNoTracking().ToListAsync(cancel))
        {
            if (written.Contains((edition.Code, edition.Version))) continue;
            var content = await FrameworkPublisher.ReadAsync(db, edition, cancel);
            var package = EditionPackage.Of(content, await EarlierAsync(db, edition, cancel));
            // A copy that was imported before the edition was published here gives way to it: it has the same identifiers.
            await db.CaseDocuments.Where(d => d.Id == package.Document.Id).ExecuteDeleteAsync(cancel);
            await CaseStore.AddAsync(db, package, cancel);
        }
    }

    static async Task<IReadOnlyDictionary<string, EarlierCompetence>> EarlierAsync(UnderpinDb db, PublishedFramework edition, CancellationToken cancel)
    {
        var version = FrameworkVersion.Parse(edition.Version);
        var all = await db.Competences.AsNoTracking().Join(db.Frameworks.Where(f => f.Code == edition.Code && f.Id != edition.Id), c => c.FrameworkId, f => f.Id,
            (c, f) => new EarlierCompetence(c.Code, c.Title, f.Version)).ToListAsync(cancel);
        return all.Where(c => FrameworkVersion.Parse(c.Version).CompareTo(version) < 0)
            .GroupBy(c => c.Code)
            .ToDictionary(g => g.Key, g => g.OrderBy(c => FrameworkVersion.Parse(c.Version)).Last());
    }
}
