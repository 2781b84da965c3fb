using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;

namespace Underpin.Tests.Framework.Exchange;

/// <summary>The CASE 1.1 service as a program sees it.</summary>
public sealed class CaseServiceTests(TestSite site) : IClassFixture<TestSite>, IAsyncLifetime
{
    const string Root = "/ims/case/v1p1";

    // Three frameworks whose titles begin with a word of this test's own, among whatever else is kept here.
    readonly string _mark = $"Mark{Guid.NewGuid():N}";
    readonly JsonObject[] _packages = new JsonObject[3];

    public async Task InitializeAsync()
    {
        foreach (var (letter, i) in new[] { "B", "a", "C" }.Select((l, i) => (l, i)))
        {
            var package = _packages[i] = CaseData.Package($"{_mark} {letter}", $"2026-0{i + 1}-01T00:00:00Z");
            package["CFDocument"]!["adoptionStatus"] = i == 2 ? "Adopted" : "Draft";
            if (i == 1) package["CFDocument"]!.AsObject().Remove("language");
            Assert.Null((await site.ImportAsync(package.Bytes())).Refusal);
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task The_list_names_every_framework_and_counts_them()
    {
        var (answer, titles) = await ListAsync("limit=500");
        Assert.Equal(await site.DbAsync(db => db.CaseDocuments.CountAsync()), titles.Count);
        Assert.Equal(titles.Count.ToString(System.Globalization.CultureInfo.InvariantCulture), Assert.Single(answer.Headers.GetValues("X-Total-Count")));
        Assert.False(answer.Headers.Contains("Link"));
    }

    [Theory]
    [InlineData("sort=title", "a B C")]
    [InlineData("sort=title&orderBy=desc", "C B a")]
    [InlineData("sort=lastChangeDateTime&orderBy=desc", "C a B")]
    [InlineData("sort=lastChangeDateTime&orderBy=asc", "B a C")]
    // What lacks the field stands last either way.
    [InlineData("sort=language&orderBy=desc", "* * a")]
    [InlineData("sort=language", "* * a")]
    public async Task The_list_is_sorted_as_asked(string sort, string expected)
    {
        var (_, titles) = await ListAsync($"filter={Uri.EscapeDataString($"title~'{_mark}'")}&{sort}");
        var letters = titles.Select(t => t[^1..]).ToList();
        Assert.Equal(3, letters.Count);
        Assert.All(expected.Split(' ').Zip(letters), p => Assert.True(p.First == "*" || p.First == p.Second, $"{string.Join(' ', letters)} is not {expected}"));
    }

    [Theory]
    [InlineData("title~'MARK'", "a B C")]
    [InlineData("title='MARK a'", "a")]
    [InlineData("title!='MARK a'", "B C")]
    [InlineData("adoptionStatus='adopted'", "C")]
    [InlineData("adoptionStatus = 'Draft' AND lastChangeDateTime>'2026-01-15'", "a")]
    [InlineData("lastChangeDateTime>='2026-02-01T01:00:00+01:00'", "a C")]
    [InlineData("lastChangeDateTime<'2026-02-01T00:00:00Z'", "B")]
    [InlineData("lastChangeDateTime<='2026-02-01T00:00:00Z'", "a B")]
    [InlineData("title~'MARK a' OR title~'MARK c'", "a C")]
    [InlineData("title='MARK a' or title='MARK b' or title='MARK c'", "a B C")]
    [InlineData("subject='computing'", "a B C")]
    [InlineData("subject='History'", "")]
    [InlineData("subject!='Computing'", "")]
    [InlineData("language!='en'", "a")]
    [InlineData("language='en'", "B C")]
    [InlineData("description~'“quotes” <b>'", "a B C")]
    [InlineData("title='it''s'", "")]
    public async Task A_filter_finds_what_it_says(string filter, string expected)
    {
        filter = filter.Replace("MARK", _mark, StringComparison.Ordinal);
        var (answer, titles) = await ListAsync($"limit=500&filter={Uri.EscapeDataString(filter)}");
        var ours = titles.Where(t => t.StartsWith(_mark, StringComparison.Ordinal)).Select(t => t[^1..]);
        Assert.Equal(expected, string.Join(' ', ours));
        Assert.Equal(titles.Count.ToString(System.Globalization.CultureInfo.InvariantCulture), Assert.Single(answer.Headers.GetValues("X-Total-Count")));
    }

    [Theory]
    [InlineData("filter=colour%3D'red'", "invalid_selection_field", "no field “colour”")]
    [InlineData("filter=subjectURI%3D'x'", "invalid_selection_field", "no field “subjectURI”")]
    [InlineData("filter=", "invalid_selection_field", "begins with the name of a field")]
    [InlineData("filter=title", "invalid_selection_field", "after title stands none of")]
    [InlineData("filter=title%3Dschool", "invalid_selection_field", "single quotes")]
    [InlineData("filter=title%3D'school", "invalid_selection_field", "single quotes")]
    [InlineData("filter=title%3D%3D'a'", "invalid_selection_field", "single quotes")]
    [InlineData("filter=title%3D'a'%20XOR%20title%3D'b'", "invalid_selection_field", "neither AND nor OR")]
    [InlineData("filter=title%3D'a'ANDtitle%3D'b'", "invalid_selection_field", "neither AND nor OR")]
    [InlineData("filter=title%3D'a'%20AND%20", "invalid_selection_field", "begins with the name of a field")]
    [InlineData("filter=title%3D'a'%20AND%20title%3D'b'%20OR%20title%3D'c'", "invalid_selection_field", "AND and OR stand together")]
    [InlineData("filter='%3B%20DROP%20TABLE%20CaseDocuments--", "invalid_selection_field", "begins with the name of a field")]
    [InlineData("fields=title,colour", "invalid_selection_field", "no field “colour”")]
    [InlineData("fields=", "invalid_selection_field", "no field “”")]
    [InlineData("sort=colour", "invalid_sort_field", "cannot be sorted by “colour”")]
    [InlineData("sort=subject", "invalid_sort_field", "cannot be sorted by “subject”")]
    [InlineData("sort=title&orderBy=sideways", "invalid_sort_field", "orderBy is asc or desc")]
    [InlineData("limit=0", "invalid_selection_field", "limit is a whole number")]
    [InlineData("limit=-1", "invalid_selection_field", "limit is a whole number")]
    [InlineData("limit=ten", "invalid_selection_field", "limit is a whole number")]
    [InlineData("limit=99999999999", "invalid_selection_field", "limit is a whole number")]
    [InlineData("limit=1&limit=2", "invalid_selection_field", "limit is a whole number")]
    [InlineData("offset=-1", "invalid_selection_field", "offset is a whole number")]
    public async Task A_list_that_cannot_be_made_is_refused_in_the_standard_s_form(string query, string code, string words) =>
        await RefusedAsync($"{Root}/CFDocuments?{query}", HttpStatusCode.BadRequest, code, words);

    [Fact]
    public async Task A_filter_longer_than_anyone_means_is_refused()
    {
        await RefusedAsync($"{Root}/CFDocuments?filter=title%3D'{new string('x', 2100)}'", HttpStatusCode.BadRequest, "invalid_selection_field", "more than 2000 characters");
        await RefusedAsync($"{Root}/CFDocuments?filter={string.Join("%20OR%20", Enumerable.Repeat("title%3D'a'", 21))}", HttpStatusCode.BadRequest, "invalid_selection_field", "more than 20 comparisons");
    }

    [Fact]
    public async Task Pages_lead_to_each_other_and_keep_the_rest_of_the_query()
    {
        var filter = Uri.EscapeDataString($"title~'{_mark}'");
        var seen = new List<string>();
        var address = $"{Root}/CFDocuments?filter={filter}&sort=title&limit=1";
        for (var page = 0; page < 5 && address is not null; page++)
        {
            var answer = await site.Visitor().GetAsync(address);
            seen.AddRange(Titles(await answer.Content.ReadAsStringAsync()));
            Assert.Equal("3", Assert.Single(answer.Headers.GetValues("X-Total-Count")));
            var links = Links(answer);
            Assert.Equal(page == 0 ? ["last", "next"] : page == 1 ? ["first", "last", "next", "prev"] : ["first", "prev"], links.Keys.Order());
            address = links.GetValueOrDefault("next")!;
        }

        Assert.Equal(["a", "B", "C"], seen.Select(t => t[^1..]));
    }

    [Fact]
    public async Task A_page_beyond_the_last_is_empty_and_leads_back()
    {
        var answer = await site.Visitor().GetAsync($"{Root}/CFDocuments?filter={Uri.EscapeDataString($"title~'{_mark}'")}&limit=2&offset=2147483647");
        Assert.Empty(Titles(await answer.Content.ReadAsStringAsync()));
        Assert.EndsWith("offset=2", Links(answer)["prev"]);
    }

    [Fact]
    public async Task Only_the_fields_asked_for_are_told()
    {
        var answer = JsonNode.Parse(await site.Visitor().GetStringAsync($"{Root}/CFDocuments?fields=identifier,title,%20CFPackageURI&limit=2"))!;
        Assert.All(answer["CFDocuments"]!.AsArray(), d => Assert.Equal(["CFPackageURI", "identifier", "title"], d!.AsObject().Select(m => m.Key).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task A_document_by_itself_says_where_its_package_is_and_its_own_address_stays_the_publisher_s()
    {
        var id = _packages[0].DocumentId();
        var document = JsonNode.Parse(await site.Visitor().GetStringAsync($"{Root}/CFDocuments/{id}"))!;
        Assert.Equal($"https://board.example{Root}/CFDocuments/{id}", (string?)document["uri"]);
        Assert.Equal($"http://localhost{Root}/CFPackages/{id}", (string?)document["CFPackageURI"]!["uri"]);
    }

    [Fact]
    public async Task An_item_and_its_associations_are_told_with_the_document_they_belong_to()
    {
        var (package, item) = (_packages[0], _packages[0]["CFItems"]![0]!.Id());
        var alone = JsonNode.Parse(await site.Visitor().GetStringAsync($"{Root}/CFItems/{item}"))!;
        Assert.Equal("Networks", (string?)alone["fullStatement"]);
        Assert.Equal(package.DocumentId(), alone["CFDocumentURI"]!.Id());
        var both = JsonNode.Parse(await site.Visitor().GetStringAsync($"{Root}/CFItemAssociations/{item}"))!;
        Assert.Equal(item, both["CFItem"]!.Id());
        Assert.Equal([0, 2, 3], both["CFAssociations"]!.AsArray().Select(a => package["CFAssociations"]!.AsArray().ToList().FindIndex(p => p!.Id() == a!.Id())));
        var association = JsonNode.Parse(await site.Visitor().GetStringAsync($"{Root}/CFAssociations/{package["CFAssociations"]![3]!.Id()}"))!;
        Assert.Equal(("isRelatedTo", package.DocumentId()), ((string?)association["associationType"], association["CFDocumentURI"]!.Id()));
    }

    [Fact]
    public async Task Definitions_and_rubrics_are_told_one_by_one_and_those_with_a_hierarchy_with_what_stands_under_them()
    {
        var definitions = _packages[0]["CFDefinitions"]!;
        var subjects = await SetAsync("CFSubjects", definitions["CFSubjects"]![0]!.Id());
        Assert.Equal(["Computing", "Networks"], subjects);
        Assert.Equal(["Concept"], await SetAsync("CFConcepts", definitions["CFConcepts"]![0]!.Id()));
        Assert.Equal(["Area"], await SetAsync("CFItemTypes", definitions["CFItemTypes"]![0]!.Id()));
        Assert.Equal("Open", await TitleAsync("CFLicenses", definitions["CFLicenses"]![0]!.Id()));
        Assert.Equal("Related things", await TitleAsync("CFAssociationGroupings", definitions["CFAssociationGroupings"]![0]!.Id()));
        Assert.Equal("How well", await TitleAsync("CFRubrics", _packages[0]["CFRubrics"]![0]!.Id()));

        async Task<IEnumerable<string?>> SetAsync(string collection, Guid id) =>
            JsonNode.Parse(await site.Visitor().GetStringAsync($"{Root}/{collection}/{id}"))![collection]!.AsArray().Select(s => (string?)s!["title"]);

        async Task<string?> TitleAsync(string collection, Guid id) => (string?)JsonNode.Parse(await site.Visitor().GetStringAsync($"{Root}/{collection}/{id}"))!["title"];
    }

    [Theory]
    [InlineData("CFDocuments")]
    [InlineData("CFPackages")]
    [InlineData("CFItems")]
    [InlineData("CFItemAssociations")]
    [InlineData("CFAssociations")]
    [InlineData("CFConcepts")]
    [InlineData("CFSubjects")]
    [InlineData("CFItemTypes")]
    [InlineData("CFLicenses")]
    [InlineData("CFAssociationGroupings")]
    [InlineData("CFRubrics")]
    public async Task What_is_not_here_or_cannot_be_is_told_in_the_standard_s_form(string collection)
    {
        await RefusedAsync($"{Root}/{collection}/{Guid.NewGuid()}", HttpStatusCode.NotFound, "unknownobject", "with the identifier");
        await RefusedAsync($"{Root}/{collection}/not-a-uuid", HttpStatusCode.NotFound, "invaliduuid", "“not-a-uuid” is not a UUID");
    }

    [Fact]
    public async Task An_address_that_the_standard_does_not_have_is_told_so_too() =>
        await RefusedAsync($"{Root}/CFNothing", HttpStatusCode.NotFound, "unknownobject", "nothing at this address");

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Nothing_can_be_written(string method)
    {
        var answer = await site.Visitor().SendAsync(new(new(method), $"{Root}/CFDocuments/{_packages[0].DocumentId()}"));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal("unsupported", (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["imsx_codeMajor"]);
    }

    [Theory]
    [InlineData("CFDocuments")]
    [InlineData("CFPackages")]
    public async Task The_head_of_an_answer_can_be_asked_for_alone(string collection)
    {
        var answer = await site.Visitor().SendAsync(new(HttpMethod.Head, $"{Root}/{collection}/{_packages[0].DocumentId()}"));
        Assert.Equal((HttpStatusCode.OK, "application/json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        // The server drops what is written for a HEAD; a package is not even read.
        if (collection == "CFPackages") Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    async Task<(HttpResponseMessage Answer, IReadOnlyList<string> Titles)> ListAsync(string query)
    {
        var answer = await site.Visitor().GetAsync($"{Root}/CFDocuments?{query}");
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, body);
        return (answer, Titles(body));
    }

    static IReadOnlyList<string> Titles(string body) => [.. JsonNode.Parse(body)!["CFDocuments"]!.AsArray().Select(d => (string)d!["title"]!)];

    async Task RefusedAsync(string address, HttpStatusCode status, string code, string words)
    {
        var answer = await site.Visitor().GetAsync(address);
        Assert.Equal((status, "application/json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        var body = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.Equal(("failure", "error"), ((string?)body["imsx_codeMajor"], (string?)body["imsx_severity"]));
        Assert.Equal(code, (string?)body["imsx_codeMinor"]!["imsx_codeMinorField"]![0]!["imsx_codeMinorFieldValue"]);
        Assert.Contains(words, (string?)body["imsx_description"]);
    }

    static Dictionary<string, string> Links(HttpResponseMessage answer) => Assert.Single(answer.Headers.GetValues("Link")).Split(", ")
        .Select(l => l.Split("; rel=")).ToDictionary(l => l[1].Trim('"'), l => l[0][1..^1]);
}
