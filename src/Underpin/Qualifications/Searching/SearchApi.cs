using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Underpin.Platform.Search;

namespace Underpin.Qualifications.Searching;

internal static class SearchApi
{
    /// <param name="Total">How many fit; at least so many when IsMore.</param>
    public sealed record SearchDocument(string Question, int Total, bool IsMore, int Page, int Pages, IReadOnlyList<string> Notes, IReadOnlyList<SearchCorrection> Corrections,
        IReadOnlyList<FoundDocument> Results, IReadOnlyList<CountDocument> Kinds, IReadOnlyList<CountDocument> Levels, IReadOnlyList<CountDocument> Areas, int InOtherFrameworks);

    /// <param name="TitleHtml">The title with what was asked for in mark elements, all else encoded.</param>
    public sealed record FoundDocument(string Kind, string Code, string Title, string TitleHtml, string SnippetHtml, int? Level, string Address);

    public sealed record CountDocument(string Name, int Count);

    public static async Task<Ok<SearchDocument>> GetAsync(
        SearchService search,
        CancellationToken cancel,
        [Description("Words, a code (EIT205) or a phrase in quotes; at most 200 characters are read")] string? q = null,
        [Description("area, competence, unit, qualification, role, crosswalk, outcome, criterion, newcomers or item")] string? kind = null,
        [Description("An RQF level, 1 to 8")] string? level = null,
        [Description("The code of an area of the framework")] string? area = null,
        [Description("\"others\" to search imported frameworks instead of our own content")] string? from = null,
        [Description("Of 10 results each, from 1")] string? page = null)
    {
        var options = SearchAddress.Read(q, kind, level, area, from, page);
        var results = await search.SearchAsync(options, cancel);
        return TypedResults.Ok(new SearchDocument(options.Question.Text, results.Total, results.IsMore, results.Page, results.Pages, [.. SearchWording.Notes(results)], results.Corrections,
            [.. results.Hits.Select(h => new FoundDocument(Name(h.Kind), h.Code, h.Title, h.TitleHtml, h.SnippetHtml, h.Level, h.Address))],
            [.. results.Kinds.OrderBy(k => k.Key).Select(k => new CountDocument(Name(k.Key), k.Value))],
            [.. results.Levels.OrderBy(l => l.Key).Select(l => new CountDocument($"{l.Key}", l.Value))],
            [.. results.Areas.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => new CountDocument(a.Key, a.Value))],
            results.InOthers));
    }

    static string Name(SearchKind kind) => kind.ToString().ToLowerInvariant();
}
