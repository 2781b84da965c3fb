using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;

namespace Underpin.Framework.Exchange;

/// <summary>
/// Frameworks that fit a query, in its order. An installation has tens of them or hundreds, each a page of JSON, so they are looked through one by
/// one; only what is compared of each stands in memory.
/// </summary>
internal static class CaseList
{
    /// <returns>The identifiers of all that fit.</returns>
    public static async Task<IReadOnlyList<Guid>> FindAsync(UnderpinDb db, CaseQuery query, string site, CancellationToken cancel)
    {
        var found = new List<(Guid Id, string? Key)>();
        await foreach (var document in db.CaseDocuments.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancel))
        {
            using var json = JsonDocument.Parse(Json(document, site));
            if (query.Filter?.Fits(json.RootElement) == false) continue;
            var key = json.RootElement.TryGetProperty(query.Sort ?? "title", out var value) ? value.ToString() : null;
            found.Add((document.Id, key));
        }

        // Those that lack the field stand last, whichever way the rest is sorted; the identifier settles what is equal.
        var compare = Comparer<string?>.Create((a, b) => CaseFilter.Compare(a!, b!, query.Sort ?? "title"));
        var first = found.OrderBy(f => f.Key is null);
        var sorted = query.Descending ? first.ThenByDescending(f => f.Key, NullsEqual(compare)) : first.ThenBy(f => f.Key, NullsEqual(compare));
        return [.. sorted.ThenBy(f => f.Id.ToString(), StringComparer.Ordinal).Select(f => f.Id)];
    }

    static Comparer<string?> NullsEqual(Comparer<string?> compare) => Comparer<string?>.Create((a, b) => a is null || b is null ? 0 : compare.Compare(a, b));

    /// <summary>The document by itself, which also says where its package is.</summary>
    public static JsonObject Standalone(CaseDocument document, string site)
    {
        var json = JsonNode.Parse(Json(document, site))!.AsObject();
        json["CFPackageURI"] = CaseJson.Link(document.Title, document.Id.ToString(), $"{site}{CaseJson.Root}/CFPackages/{document.Id}");
        return json;
    }

    public static string Json(CaseDocument document, string site) => document.IsOwn ? CaseJson.WithSite(document.Json, site) : document.Json;
}
