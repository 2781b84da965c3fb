using System.Globalization;

namespace Underpin.Framework.Exchange;

/// <summary>The Link header of a list: where its first, previous, next and last pages are, with the rest of the query kept.</summary>
internal static class CaseLinks
{
    /// <returns>Null when all stands on one page.</returns>
    public static string? Of(string site, IQueryCollection asked, CaseQuery query, int total)
    {
        var last = total == 0 ? 0 : (total - 1) / query.Limit * query.Limit;
        var links = new List<string>();
        if (query.Offset > 0)
        {
            Add("first", 0);
            Add("prev", Math.Max(0, Math.Min(query.Offset - query.Limit, last)));
        }

        if (query.Offset + (long)query.Limit < total) Add("next", query.Offset + query.Limit);
        if (query.Offset != last && total > 0) Add("last", last);
        return links.Count == 0 ? null : string.Join(", ", links);

        void Add(string rel, int offset)
        {
            var kept = asked.Where(p => p.Key is not ("limit" or "offset")).Select(p => KeyValuePair.Create(p.Key, (string?)p.Value.ToString()))
                .Append(new("limit", query.Limit.ToString(CultureInfo.InvariantCulture)))
                .Append(new("offset", offset.ToString(CultureInfo.InvariantCulture)));
            links.Add($"<{site}{CaseJson.Root}/CFDocuments{QueryString.Create(kept)}>; rel=\"{rel}\"");
        }
    }
}
