using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Underpin.Framework;
using Underpin.Platform.Search;

namespace Underpin.Tests.Qualifications.Searching;

/// <summary>Frameworks that came from elsewhere, beside our own content.</summary>
public sealed class ImportedSearchTests(TestSite site) : IClassFixture<TestSite>
{
    static SearchDraft Item(string code, string title, string text = "") => new(SearchKind.Item, code, title, text, $"/imported/{code}");

    Task<bool> ReplaceAsync(string source, params SearchDraft[] items) => site.DbAsync(async db =>
    {
        await SearchFilling.ReplaceAsync(db, source, items, default);
        return true;
    });

    Task<SearchResults> AskAsync(string question, bool others = false) =>
        site.RunAsync(s => s.GetRequiredService<SearchService>().SearchAsync(new() { Question = SearchQuestion.Read(question), Others = others }, default));

    [Fact]
    public async Task An_imported_framework_is_found_replaced_and_forgotten_with_its_words()
    {
        await ReplaceAsync("first", Item("X1", "Zymurgy for beginners", "Brewing & <b>yeast</b>"), Item("X2", "Advanced zymurgy"));
        Assert.Equal((0, 2), ((await AskAsync("zymurgy")).Total, (await AskAsync("zymurgy")).InOthers));
        var found = await AskAsync("zimurgy", others: true);
        Assert.Equal("zymurgy", Assert.Single(found.Corrections).Used);
        Assert.Equal("X2", found.Hits[0].Code);
        Assert.Equal("Brewing &amp; &lt;b&gt;yeast&lt;/b&gt;", found.Hits[1].SnippetHtml);

        await ReplaceAsync("first", Item("X3", "Oenology"));
        Assert.Equal(0, (await AskAsync("zymurgy", others: true)).Total);
        Assert.Equal(1, (await AskAsync("oenology", others: true)).Total);

        await ReplaceAsync("first");
        Assert.Equal(0, (await AskAsync("oenology", others: true)).Total);
        Assert.False(await site.DbAsync(db => db.SearchWords.AnyAsync(w => w.Word == "zymurgy" || w.Word == "oenology")));
        Assert.False(await site.DbAsync(db => db.SearchTrigrams.AnyAsync(t => t.Word == "zymurgy" || t.Word == "oenology")));
    }

    [Fact]
    public async Task Words_that_two_frameworks_share_outlive_either()
    {
        await ReplaceAsync("a", Item("A1", "Xylography"));
        await ReplaceAsync("b", Item("B1", "Xylography"));
        await ReplaceAsync("a");
        Assert.Equal("B1", Assert.Single((await AskAsync("xylografy", others: true)).Hits).Code);
        await ReplaceAsync("b");
    }

    [Fact]
    public async Task So_many_that_counting_stops_is_said_in_words()
    {
        await ReplaceAsync("many", [.. Enumerable.Range(1, SearchService.MostOfOthers + 20).Select(n => Item($"M{n}", $"Campanology {n}"))]);
        var page = await site.Visitor().OpenAsync("/search?q=campanology&from=others");
        Assert.Equal("More than 500 results for “campanology”, in other frameworks.", page.QuerySelector(".u-answer__line")!.TextContent);
        Assert.NotEmpty(page.QuerySelectorAll(".u-answer a[href='/search?q=campanology']"));
        await ReplaceAsync("many");
    }

    [Fact]
    public async Task Filling_again_changes_nothing()
    {
        var before = await CountsAsync();
        await site.RunAsync(async s =>
        {
            var db = s.GetRequiredService<UnderpinDb>();
            foreach (var step in s.GetServices<WhenPublished>()) await step(db, default);
            return true;
        });
        Assert.Equal(before, await CountsAsync());
        Assert.Equal("EIT205", (await AskAsync("EIT205")).Hits[0].Code);
        Assert.True(before.Entries > 500 && before.Words > 1000, "Too little was filled in to believe the rest.");
    }

    [Fact]
    public async Task A_rebuild_makes_the_same_again_from_nothing()
    {
        var before = await CountsAsync();
        var rebuilt = await site.RunAsync(s => SearchCommand.RebuildAsync(s.GetRequiredService<UnderpinDb>(), s.GetServices<SearchableSource>(), default));
        Assert.Equal((1, before.Entries), rebuilt);
        Assert.Equal(before, await CountsAsync());
    }

    [Fact]
    public async Task What_is_published_is_all_there()
    {
        var kinds = await site.DbAsync(async db => (await db.SearchEntries.Where(e => e.Source == SearchSources.Ours).GroupBy(e => e.Kind).Select(g => new { g.Key, Count = g.Count() }).ToListAsync()).ToDictionary(g => g.Key, g => g.Count));
        var expected = await site.DbAsync(async db => new Dictionary<SearchKind, int>
        {
            [SearchKind.Area] = await db.Areas.CountAsync(),
            [SearchKind.Competence] = await db.Competences.CountAsync(),
            [SearchKind.Role] = await db.RoleProfiles.CountAsync(),
            [SearchKind.Unit] = await db.Units.CountAsync(),
            [SearchKind.Outcome] = await db.LearningOutcomes.CountAsync(),
            [SearchKind.Criterion] = await db.Criteria.CountAsync(),
            [SearchKind.Qualification] = await db.Qualifications.CountAsync(),
            [SearchKind.Crosswalk] = await db.CrosswalkItems.CountAsync(),
            [SearchKind.Newcomers] = (await db.NewcomersPages.SingleAsync()).Content.Sections.Count,
        });
        Assert.Equal(expected.OrderBy(e => e.Key), kinds.OrderBy(k => k.Key));
    }

    Task<(int Entries, int Words, int Trigrams, int Sum)> CountsAsync() => site.DbAsync(async db =>
        (await db.SearchEntries.CountAsync(), await db.SearchWords.CountAsync(), await db.SearchTrigrams.CountAsync(), await db.SearchWords.SumAsync(w => w.Count)));
}
