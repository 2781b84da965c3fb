using Microsoft.Extensions.DependencyInjection;
using Underpin.Platform.Search;

namespace Underpin.Tests.Qualifications.Searching;

/// <summary>What a question finds. Each table holds on SQLite and on PostgreSQL: the answers are written here once.</summary>
public sealed class SearchTests(TestSite site) : IClassFixture<TestSite>
{
    Task<SearchResults> AskAsync(string question, Func<SearchOptions, SearchOptions>? narrow = null) =>
        site.RunAsync(s => s.GetRequiredService<SearchService>().SearchAsync((narrow ?? (o => o))(new() { Question = SearchQuestion.Read(question) }), default));

    [Theory]
    [InlineData("EIT205", "EIT205")]
    [InlineData("eit205", "EIT205")]
    [InlineData("AVD-1", "AVD-1")]
    [InlineData("avd 1", "AVD-1")]
    [InlineData("AVD1", "AVD-1")]
    [InlineData("220-1201", "220-1201 and 220-1202")]
    [InlineData("N10-009", "N10-009")]
    [InlineData("EITQ-L2A", "EITQ-L2A")]
    [InlineData("AVD", "AVD")]
    [InlineData("projector", "EIT205")]
    [InlineData("classroom displays and projectors award", "EITQ-L2AD")]
    [InlineData("virtual machines", "SRV-4")]
    [InlineData("management information system", "MIS")]
    [InlineData("trust director", "trust-director-of-it")]
    [InlineData("network manager", "network-manager")]
    [InlineData("wifi", "NET-2")]
    [InlineData("wireless", "NET-2")]
    [InlineData("access arrangements", "EXM-2")]
    [InlineData("licences", "PRO-4")]
    [InlineData("licenses", "PRO-4")]
    [InlineData("IT apprentice", "it-apprentice")]
    [InlineData("filtering and monitoring", "SAF-2")]
    [InlineData("data returns", "MIS-5")]
    [InlineData("artificial intelligence", "SDV-4")]
    [InlineData("digital strategy", "EIT501")]
    [InlineData("asbestos", "EIT205 criterion 1.1")]
    public async Task The_first_result_is_what_was_meant(string question, string code) => Assert.Equal(code, (await AskAsync(question)).Hits[0].Code);

    [Theory]
    [InlineData("safegaurding", "safeguarding")]
    [InlineData("saefguarding", "safeguarding")]
    [InlineData("projecter", "projector")]
    [InlineData("wirelss", "wireless")]
    [InlineData("netwrok", "network")]
    [InlineData("recovary", "recovery")]
    [InlineData("apprentise", "apprentice")]
    [InlineData("asbestoss", "asbestos")]
    [InlineData("virtaul", "virtual")]
    [InlineData("identitty", "identity")]
    [InlineData("strategey", "strategy")]
    [InlineData("databaze", "database")]
    public async Task A_misspelt_word_is_taken_for_its_nearest_and_said_so(string typed, string meant)
    {
        var results = await AskAsync(typed);
        Assert.Equal(new SearchCorrection(typed, meant), Assert.Single(results.Corrections));
        Assert.Equal((await AskAsync(meant)).Hits.Select(h => h.Code), results.Hits.Select(h => h.Code));
        Assert.NotEmpty(results.Hits);
    }

    [Theory]
    [InlineData("safeg", "safeguarding")]
    [InlineData("asbes", "asbestos")]
    [InlineData("spreads*", "spreadsheet")]
    public async Task The_beginning_of_a_word_finds_the_word(string beginning, string word)
    {
        var results = await AskAsync(beginning);
        Assert.Empty(results.Corrections);
        Assert.Superset((await AskAsync($"\"{word}\"", o => o with { Page = 1 })).Hits.Take(1).Select(h => h.Code).ToHashSet(), (await AllAsync(beginning)).ToHashSet());
    }

    async Task<List<string>> AllAsync(string question)
    {
        var codes = new List<string>();
        var first = await AskAsync(question);
        for (var page = 1; page <= first.Pages; page++) codes.AddRange((await AskAsync(question, o => o with { Page = page })).Hits.Select(h => h.Code));
        return codes;
    }

    [Theory]
    [InlineData("organise", "organize")]
    [InlineData("licence", "license")]
    [InlineData("Wi-Fi", "wifi")]
    [InlineData("GDPR", "data protection")]
    [InlineData("café", "cafe")]
    public async Task Two_spellings_find_the_same(string one, string other) => Assert.Equal((await AllAsync(one)).Order(), (await AllAsync(other)).Order());

    [Fact]
    public async Task Every_result_has_one_place_on_one_page()
    {
        var results = await AskAsync("school");
        var codes = await AllAsync("school");
        Assert.True(results.Total > 100);
        Assert.Equal(results.Total, codes.Count);
        Assert.Equal(codes.Count, codes.Distinct().Count());
        Assert.Equal(results.Pages, (await AskAsync("school", o => o with { Page = 900 })).Page);
    }

    [Fact]
    public async Task A_count_beside_a_way_to_narrow_is_what_one_gets()
    {
        var results = await AskAsync("network");
        Assert.True(results.Kinds.Count > 3 && results.Levels.Count > 2 && results.Areas.Count > 3);
        foreach (var (kind, count) in results.Kinds) Assert.Equal(count, (await AskAsync("network", o => o with { Kind = kind })).Total);
        foreach (var (level, count) in results.Levels) Assert.Equal(count, (await AskAsync("network", o => o with { Level = level })).Total);
        foreach (var (area, count) in results.Areas) Assert.Equal(count, (await AskAsync("network", o => o with { Area = area })).Total);
        Assert.Equal(results.Total, results.Kinds.Values.Sum());
        var both = await AskAsync("network", o => o with { Kind = SearchKind.Unit, Level = 3 });
        Assert.All(both.Hits, h => Assert.Equal((SearchKind.Unit, 3), (h.Kind, h.Level)));
    }

    [Fact]
    public async Task When_nothing_has_every_word_the_nearest_is_shown_and_said_so()
    {
        var allButOne = await AskAsync("asbestos ceiling trampoline lasagne");
        Assert.Equal("EIT205 criterion 1.1", allButOne.Hits[0].Code);
        Assert.NotEmpty(allButOne.Unknown);
        Assert.Equal(SearchNeed.AllButOne, (await AskAsync("asbestos ceiling apprenticeship")).Need);
        Assert.Equal(SearchNeed.Any, (await AskAsync("EIT205 SRV-4")).Need);
    }

    [Theory]
    [InlineData("xqzzkwv")]
    [InlineData("学校")]
    [InlineData("школа")]
    [InlineData("المدرسة")]
    [InlineData("*")]
    [InlineData("\"")]
    [InlineData("\"\"")]
    [InlineData("' OR 1=1 --")]
    [InlineData("a:b AND (NOT c) NEAR/2 ^d + {TitleWords} : e")]
    [InlineData("'; DROP TABLE \"SearchEntries\"; --")]
    [InlineData("& | ! <-> :* \\ '")]
    [InlineData("%_[]{}()")]
    [InlineData("\0school\0")]
    [InlineData("\ud800\udfff\udfff")]
    [InlineData("1 2 3 4 5 6 7 8 9 10")]
    [InlineData("-1e5 0x1f 3d 2nd 1.2.3.4 a-b-c-d-e-f")]
    [InlineData("\"学校 \u0301\"")]
    [InlineData("ﷺ ª ß ǅ 🧑‍🏫")]
    public async Task No_question_is_an_error(string question)
    {
        await AskAsync(question);
        await AskAsync(question, o => o with { Others = true, Kind = SearchKind.Unit, Level = 3, Area = "AVD" });
        var visitor = site.Visitor();
        Assert.True((await visitor.GetAsync($"/search?q={Uri.EscapeDataString(question)}")).IsSuccessStatusCode);
        Assert.True((await visitor.GetAsync($"/api/v1/search?q={Uri.EscapeDataString(question)}")).IsSuccessStatusCode);
    }
}
