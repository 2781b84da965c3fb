using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Underpin.Platform.Search;

namespace Underpin.Framework.Exchange;

/// <summary>Makes the items of imported frameworks to be found. Our own editions are found as what they are: competences, roles.</summary>
internal static class CaseSearch
{
    const int LongestTitle = 300;

    public static Task FindAsync(UnderpinDb db, CaseDocument document, IEnumerable<CaseItem> items, CancellationToken cancel) =>
        SearchFilling.ReplaceAsync(db, document.Id.ToString(), [.. items.Select(Draft)], cancel);

    public static async IAsyncEnumerable<SearchableContent> SourcesAsync(UnderpinDb db, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var id in await db.CaseDocuments.Where(d => d.OwnVersion == null).OrderBy(d => d.Id).Select(d => d.Id).ToListAsync(cancel))
            yield return new(id.ToString(), [.. (await db.CaseItems.AsNoTracking().Where(i => i.DocumentId == id).OrderBy(i => i.Order).ToListAsync(cancel)).Select(Draft)]);
    }

    static SearchDraft Draft(CaseItem item) => new(SearchKind.Item, item.HumanCodingScheme ?? "",
        item.FullStatement.Length <= LongestTitle ? item.FullStatement : $"{item.FullStatement[..LongestTitle].TrimEnd()}…",
        item.FullStatement.Length <= LongestTitle ? "" : item.FullStatement,
        $"{ImportedModel.Address}/{item.DocumentId}?under={item.Id}");
}
