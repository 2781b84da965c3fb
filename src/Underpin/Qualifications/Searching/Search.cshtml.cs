using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Underpin.Platform.Search;

namespace Underpin.Qualifications.Searching;

/// <summary>A way to narrow the search, or to take that back.</summary>
internal sealed record SearchChoice(string Name, int Count, string Address, bool IsChosen);

// Not a [PublicPage]: anyone can ask endless different questions, which would push every other page out of the cache.
internal sealed class SearchModel(SearchService search, UnderpinDb db) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Level { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Area { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    // The page of the list; Page itself is a method of the base class.
    [BindProperty(SupportsGet = true, Name = "page")]
    public string? Number { get; set; }

    public SearchOptions Options { get; private set; } = null!;
    public SearchResults Results { get; private set; } = null!;
    public bool IsAsked => Options.Question.Terms.Count > 0;
    public bool CanNarrow => Narrowing.Count > 0;
    public bool IsNarrowed => Options.Kind is not null || Options.Level is not null || Options.Area is not null;
    public IReadOnlyList<(string Title, IReadOnlyList<SearchChoice> Choices)> Narrowing { get; private set; } = [];

    public string EverythingAddress => SearchAddress.Of(new() { Question = Options.Question, Others = Options.Others });
    public string OthersAddress => SearchAddress.Of(new() { Question = Options.Question, Others = true });
    public string OursAddress => SearchAddress.Of(new() { Question = Options.Question });
    public string? PreviousAddress => Results.Page > 1 ? SearchAddress.Of(Options, Results.Page - 1) : null;
    public string? NextAddress => Results.Page < Results.Pages ? SearchAddress.Of(Options, Results.Page + 1) : null;
    public string Showing => $"Showing {(Results.Page - 1) * SearchResults.PageSize + 1} to {(Results.Page - 1) * SearchResults.PageSize + Results.Hits.Count}";

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Options = SearchAddress.Read(Q, Kind, Level, Area, From, Number);
        Results = await search.SearchAsync(Options, cancel);
        if (!IsAsked || (Results.Total == 0 && !IsNarrowed)) return;
        var areas = Results.Areas.Count == 0 ? [] : await db.Areas.Where(a => db.Frameworks.Any(f => f.IsCurrent && f.Id == a.FrameworkId)).OrderBy(a => a.Order).Select(a => new { a.Code, a.Title }).ToListAsync(cancel);
        (string Title, IReadOnlyList<SearchChoice> Choices)[] all =
        [
            ("Kind", Choices(Results.Kinds.OrderBy(k => k.Key), SearchWording.Plural, k => Options.Kind == k, Options with { Kind = null }, k => Options with { Kind = k })),
            ("Level", Choices(Results.Levels.OrderBy(l => l.Key), l => $"Level {l}", l => Options.Level == l, Options with { Level = null }, l => Options with { Level = l })),
            ("Area", Choices(areas.Where(a => Results.Areas.ContainsKey(a.Code)).Select(a => KeyValuePair.Create(a.Code, Results.Areas[a.Code])), c => areas.First(a => a.Code == c).Title,
                c => Options.Area == c, Options with { Area = null }, c => Options with { Area = c })),
        ];
        // One choice alone narrows nothing.
        Narrowing = [.. all.Where(n => n.Choices.Count > 1 || n.Choices.Any(c => c.IsChosen))];
    }

    // Choosing again what is chosen takes it back.
    static IReadOnlyList<SearchChoice> Choices<T>(IEnumerable<KeyValuePair<T, int>> counts, Func<T, string> name, Func<T, bool> isChosen, SearchOptions without, Func<T, SearchOptions> with) =>
        [.. counts.Select(c => new SearchChoice(name(c.Key), c.Value, SearchAddress.Of(isChosen(c.Key) ? without : with(c.Key)), isChosen(c.Key)))];
}
