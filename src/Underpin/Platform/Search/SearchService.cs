using Microsoft.EntityFrameworkCore;

namespace Underpin.Platform.Search;

internal sealed record SearchOptions
{
    public required SearchQuestion Question { get; init; }
    public SearchKind? Kind { get; init; }
    public int? Level { get; init; }
    public string? Area { get; init; }
    /// <summary>In imported frameworks, not in our own content.</summary>
    public bool Others { get; init; }
    public int Page { get; init; } = 1;
}

/// <param name="TitleHtml">With the words asked for marked; safe to show as it is.</param>
/// <param name="SnippetHtml">The same of the part of the text that fits best.</param>
internal sealed record SearchHit(SearchKind Kind, string Code, string Title, string TitleHtml, string SnippetHtml, int? Level, string Address);

internal sealed record SearchResults
{
    public const int PageSize = 10;

    public required IReadOnlyList<SearchHit> Hits { get; init; }
    /// <summary>That fit the question and what it was narrowed to.</summary>
    public required int Total { get; init; }
    /// <summary>There are more than were counted.</summary>
    public bool IsMore { get; init; }
    /// <summary>What imported frameworks have for the same question, counted up to a limit.</summary>
    public int InOthers { get; init; }
    public bool IsMoreInOthers { get; init; }
    public required int Page { get; init; }
    public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);
    /// <summary>How much of the question the results have.</summary>
    public SearchNeed Need { get; init; }
    public IReadOnlyList<SearchCorrection> Corrections { get; init; } = [];
    public IReadOnlyList<string> Unknown { get; init; } = [];
    /// <summary>How many fit if narrowed to each kind, level or area, all else as it is.</summary>
    public IReadOnlyDictionary<SearchKind, int> Kinds { get; init; } = new Dictionary<SearchKind, int>();
    public IReadOnlyDictionary<int, int> Levels { get; init; } = new Dictionary<int, int>();
    public IReadOnlyDictionary<string, int> Areas { get; init; } = new Dictionary<string, int>();
}

/// <summary>
/// Answers a question. Our own content, a few thousand things, is matched whole, so its counts are exact; imported frameworks may be hundreds of
/// times as large and are read up to a limit. The number of queries does not depend on how much matches.
/// </summary>
internal sealed class SearchService(UnderpinDb db)
{
    public const int MostOfOurs = 4000;
    public const int MostOfOthers = 500;
    /// <summary>The best by title whose texts are weighed as well.</summary>
    const int Weighed = 60;

    public async Task<SearchResults> SearchAsync(SearchOptions options, CancellationToken cancel)
    {
        var question = options.Question;
        if (question.Terms.Count == 0) return new() { Hits = [], Total = 0, Page = 1 };
        var known = await Vocabulary.KnowAsync(db, question.Terms, cancel);
        if (known.Terms.Count == 0) return new() { Hits = [], Total = 0, Page = 1, Unknown = known.Unknown };

        SearchNeed[] needs = known.Terms.Count switch { 1 => [SearchNeed.All], 2 => [SearchNeed.All, SearchNeed.Any], _ => [SearchNeed.All, SearchNeed.AllButOne, SearchNeed.Any] };
        foreach (var need in needs)
        {
            var found = await MatchAsync(options, known, need, cancel);
            if (found.Matches.Count > 0 || found.InOthers > 0 || need == needs[^1])
                return await ShowAsync(options, known, need, found, cancel);
        }

        throw new InvalidOperationException("The last way of asking always answers.");
    }

    sealed record Found(List<SearchMatch> Matches, int InOthers);

    async Task<Found> MatchAsync(SearchOptions options, KnownTerms known, SearchNeed need, CancellationToken cancel)
    {
        var database = FullText.Of(db);
        if (options.Others)
        {
            var written = database.Write(known.Terms, need, [.. Narrowed(options), SearchTags.From(ours: false)]);
            var others = await db.Database.SqlQueryRaw<SearchMatch>(database.Matches, written, MostOfOthers + 1).ToListAsync(cancel);
            return new(others, others.Count);
        }

        var ours = await db.Database.SqlQueryRaw<SearchMatch>(database.Matches, database.Write(known.Terms, need, [SearchTags.From(ours: true)]), MostOfOurs).ToListAsync(cancel);
        var count = await db.Database.SqlQueryRaw<int>(database.Count, database.Write(known.Terms, need, [SearchTags.From(ours: false)]), MostOfOthers + 1).SingleAsync(cancel);
        return new(ours, count);
    }

    static IEnumerable<string> Narrowed(SearchOptions options)
    {
        if (options.Kind is { } kind) yield return SearchTags.Kind(kind);
        if (options.Level is { } level) yield return SearchTags.Level(level);
    }

    async Task<SearchResults> ShowAsync(SearchOptions options, KnownTerms known, SearchNeed need, Found found, CancellationToken cancel)
    {
        var isMore = options.Others && found.Matches.Count > MostOfOthers;
        var matches = isMore ? found.Matches[..MostOfOthers] : found.Matches;
        var fitting = matches.Where(m => IsKind(m) && IsLevel(m) && IsArea(m)).ToList();
        var ordered = await OrderAsync(new(options.Question.Text, known.Terms), fitting, cancel);
        var pages = Math.Max(1, (ordered.Count + SearchResults.PageSize - 1) / SearchResults.PageSize);
        var page = Math.Clamp(options.Page, 1, pages);
        return new()
        {
            Hits = await ReadAsync([.. ordered.Skip((page - 1) * SearchResults.PageSize).Take(SearchResults.PageSize)], new(known.Terms), cancel),
            Total = ordered.Count,
            IsMore = isMore,
            InOthers = Math.Min(found.InOthers, MostOfOthers),
            IsMoreInOthers = found.InOthers > MostOfOthers,
            Page = page,
            Need = need,
            Corrections = known.Corrections,
            Unknown = known.Unknown,
            Kinds = matches.Where(m => IsLevel(m) && IsArea(m)).CountBy(m => Ranking.KindOf(m.Kind)).ToDictionary(),
            Levels = matches.Where(m => m.Level is not null && IsKind(m) && IsArea(m)).CountBy(m => m.Level!.Value).ToDictionary(),
            Areas = matches.Where(m => IsKind(m) && IsLevel(m)).SelectMany(m => m.Areas.Split(' ', StringSplitOptions.RemoveEmptyEntries)).CountBy(a => a).ToDictionary(),
        };

        bool IsKind(SearchMatch match) => options.Kind is null || match.Kind == options.Kind.ToString();
        bool IsLevel(SearchMatch match) => options.Level is null || match.Level == options.Level;
        bool IsArea(SearchMatch match) => options.Area is null || match.Areas.Split(' ').Contains(options.Area);
    }

    async Task<List<long>> OrderAsync(Ranking ranking, List<SearchMatch> matches, CancellationToken cancel)
    {
        var byTitle = matches.Select(m => (Match: m, Score: ranking.ByTitle(m))).OrderByDescending(m => m.Score).ThenBy(m => m.Match.Code, StringComparer.Ordinal).ThenBy(m => m.Match.Id).ToList();
        if (byTitle.Count < 2) return [.. byTitle.Select(m => m.Match.Id)];
        var best = byTitle.Take(Weighed).Select(m => m.Match.Id).ToList();
        var texts = await db.SearchEntries.Where(e => best.Contains(e.Id)).Select(e => new { e.Id, e.TextWords }).ToDictionaryAsync(e => e.Id, e => e.TextWords, cancel);
        return
        [
            .. byTitle.Take(Weighed).Select(m => (m.Match, Score: m.Score + (texts.TryGetValue(m.Match.Id, out var words) ? ranking.ByText(words) : 0)))
                .OrderByDescending(m => m.Score).ThenBy(m => m.Match.Code, StringComparer.Ordinal).ThenBy(m => m.Match.Id).Select(m => m.Match.Id),
            .. byTitle.Skip(Weighed).Select(m => m.Match.Id),
        ];
    }

    async Task<IReadOnlyList<SearchHit>> ReadAsync(List<long> ids, Marking marking, CancellationToken cancel)
    {
        if (ids.Count == 0) return [];
        var entries = await db.SearchEntries.AsNoTracking().Where(e => ids.Contains(e.Id))
            .Select(e => new { e.Id, e.Kind, e.Code, e.Title, e.Text, e.Level, e.Address }).ToDictionaryAsync(e => e.Id, cancel);
        return [.. ids.Where(entries.ContainsKey).Select(id => entries[id])
            .Select(e => new SearchHit(e.Kind, e.Code, e.Title, marking.Whole(e.Title), marking.Snippet(e.Text), e.Level, e.Address))];
    }
}
