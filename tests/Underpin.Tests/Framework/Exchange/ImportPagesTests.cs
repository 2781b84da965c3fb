using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Underpin.Access;

namespace Underpin.Tests.Framework.Exchange;

/// <summary>Importing in a browser without scripts, and reading what was imported.</summary>
public sealed class ImportPagesTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task An_editor_checks_what_is_in_the_file_and_imports_it()
    {
        var (organisation, editor) = await EditorAsync();
        var package = CaseData.Package("Skills <of> Ŵyn");
        var check = await UploadAsync(editor, organisation, package.Bytes());
        Assert.Equal(HttpStatusCode.Redirect, check.StatusCode);
        var address = check.Headers.Location!.ToString();
        var page = await editor.OpenAsync(address);
        Assert.Contains("“Skills <of> Ŵyn” is new here, with 3 items.", page.Body!.TextContent);
        Assert.Equal(0, await site.DbAsync(db => db.CaseDocuments.CountAsync(d => d.Id == package.DocumentId())));
        var done = await editor.SubmitAsync(address, [], "Import this framework");
        Assert.Equal($"/frameworks/imported/{package.DocumentId()}", done.Headers.Location?.ToString());
        Assert.Contains("is imported", (await editor.OpenAsync(done.Headers.Location!.ToString())).Body!.TextContent);
    }

    [Fact]
    public async Task A_broken_file_is_refused_with_every_reason_on_the_page()
    {
        var (organisation, editor) = await EditorAsync();
        var package = CaseData.Package();
        package["CFDocument"]!.AsObject().Remove("title");
        package["CFItems"]![0]!["uri"] = "<script>alert(1)</script>";
        var page = await (await UploadAsync(editor, organisation, package.Bytes())).PageAsync();
        Assert.Contains("2 things are wrong with it", Assert.Single(page.Errors()));
        Assert.Equal(["CFDocument", "CFItems[0].uri"], page.QuerySelectorAll("main dl dt").Select(c => c.TextContent));
        Assert.Empty(page.QuerySelectorAll("main script"));
    }

    [Fact]
    public async Task No_file_and_an_empty_file_are_asked_for_again()
    {
        var (organisation, editor) = await EditorAsync();
        var none = await editor.SubmitAsync(Address(organisation), []);
        Assert.Equal("Choose the framework's file", Assert.Single((await none.PageAsync()).Errors()));
        var empty = await (await UploadAsync(editor, organisation, [])).PageAsync();
        Assert.Contains("empty", Assert.Single(empty.Errors()));
    }

    [Fact]
    public async Task A_file_of_26_MB_is_refused_in_words()
    {
        var (organisation, editor) = await EditorAsync();
        var page = await (await UploadAsync(editor, organisation, new byte[26 * 1024 * 1024])).PageAsync();
        Assert.Contains("the file has more than 25 MB", page.Body!.TextContent);
    }

    [Fact]
    public async Task A_forged_or_foreign_file_cannot_be_checked_or_imported()
    {
        var (organisation, editor) = await EditorAsync();
        var (elsewhere, other) = await EditorAsync();
        var package = CaseData.Package();
        var kept = (await UploadAsync(editor, organisation, package.Bytes())).Headers.Location!.ToString().Split("kept=")[1];
        foreach (var (client, place, value) in new[] { (editor, organisation, "forged"), (editor, organisation, new string('x', 3000)), (editor, organisation, ""), (other, elsewhere, kept) })
        {
            var answer = await client.GetAsync($"{Address(place)}/check?kept={value}");
            Assert.Equal($"{Address(place)}?gone=true", answer.Headers.Location?.ToString());
        }

        Assert.Contains("Choose it again", Assert.Single((await editor.OpenAsync($"{Address(organisation)}?gone=true")).Errors()));
    }

    [Fact]
    public async Task A_form_that_waited_while_somebody_else_imported_the_same_is_told_so()
    {
        var (organisation, editor) = await EditorAsync();
        var package = CaseData.Package().Bytes();
        var address = (await UploadAsync(editor, organisation, package)).Headers.Location!.ToString();
        var page = await editor.OpenAsync(address);
        Assert.Null((await site.ImportAsync(package)).Refusal);
        var fields = page.QuerySelectorAll("main form input[type=hidden]").Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value")!));
        var done = await editor.PostAsync(address, new FormUrlEncodedContent(fields));
        Assert.Equal(Address(organisation), done.Headers.Location?.ToString());
        Assert.Contains("is here already", (await editor.OpenAsync(Address(organisation))).Body!.TextContent);
    }

    [Fact]
    public async Task A_reader_walks_down_an_imported_framework_level_by_level_and_back()
    {
        var package = CaseData.Package("Walked down");
        Assert.Null((await site.ImportAsync(package.Bytes())).Refusal);
        var visitor = site.Visitor();
        var list = await visitor.OpenAsync("/frameworks/imported");
        Assert.NotNull(list.QuerySelector($"main a[href='/frameworks/imported/{package.DocumentId()}']"));
        var top = await visitor.OpenAsync($"/frameworks/imported/{package.DocumentId()}");
        Assert.Equal(["Networks", "Data"], top.QuerySelectorAll("main tbody a").Select(a => a.TextContent));
        var area = await visitor.OpenAsync(top.QuerySelector("main tbody a")!.GetAttribute("href")!);
        Assert.Equal(["Draw a plan of a network"], area.QuerySelectorAll("main tbody a").Select(a => a.TextContent));
        var leaf = await visitor.OpenAsync(area.QuerySelector("main tbody a")!.GetAttribute("href")!);
        Assert.Contains("Nothing stands under this.", leaf.Body!.TextContent);
        Assert.Equal($"/frameworks/imported/{package.DocumentId()}?under={package["CFItems"]![0]!.Id()}", leaf.QuerySelector("main .u-empty a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_level_with_many_items_is_read_page_by_page()
    {
        var package = CaseData.Package();
        var ids = Enumerable.Range(0, 120).Select(_ => Guid.NewGuid()).ToList();
        package["CFItems"] = new JsonArray([.. ids.Select((id, i) => (JsonNode)CaseData.Item(id, $"Item {i}"))]);
        package["CFAssociations"] = new JsonArray([.. ids.Select((id, i) => (JsonNode)CaseData.Association("isChildOf", id, package.DocumentId(), 1000 - i))]);
        Assert.Null((await site.ImportAsync(package.Bytes())).Refusal);
        var seen = new List<string>();
        string? address = $"/frameworks/imported/{package.DocumentId()}";
        while (address is not null)
        {
            var page = await site.Visitor().OpenAsync(address);
            seen.AddRange(page.QuerySelectorAll("main tbody a").Select(a => a.TextContent));
            address = page.QuerySelector(".u-pager a[rel=next]")?.GetAttribute("href");
        }

        Assert.Equal(Enumerable.Range(0, 120).Select(i => $"Item {i}").Reverse(), seen);
    }

    [Fact]
    public async Task Our_own_edition_is_read_in_its_own_place_and_what_is_not_here_is_not_found()
    {
        var visitor = site.Visitor();
        var own = await site.OwnAsync();
        Assert.Equal("/framework", (await visitor.GetAsync($"/frameworks/imported/{own.Id}")).Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/frameworks/imported/{Guid.NewGuid()}")).StatusCode);
        var package = CaseData.Package();
        Assert.Null((await site.ImportAsync(package.Bytes())).Refusal);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/frameworks/imported/{package.DocumentId()}?under={Guid.NewGuid()}")).StatusCode);
    }

    static string Address(Organisation organisation) => $"/awarding/{organisation.Id}/frameworks/import";

    static Task<HttpResponseMessage> UploadAsync(HttpClient editor, Organisation organisation, byte[] file) =>
        editor.SubmitAsync(Address(organisation), [], files: [("Upload", "framework.json", file)]);

    async Task<(Organisation, HttpClient)> EditorAsync()
    {
        var organisation = await site.Data.OrganisationAsync(OrganisationKinds.AwardingBody, "Education IT Accreditation Council");
        return (organisation, await site.SignedInAsync(await site.Data.PersonAsync(organisation, MembershipRole.FrameworkEditor, "Lewis Grant")));
    }
}
