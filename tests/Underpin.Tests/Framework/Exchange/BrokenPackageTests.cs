using System.Text;
using System.Text.Json.Nodes;
using Underpin.Framework.Exchange;

namespace Underpin.Tests.Framework.Exchange;

/// <summary>Packages with something wrong in them: each is refused with its reason, and nothing of it is kept.</summary>
public sealed class BrokenPackageTests(TestSite site) : IClassFixture<TestSite>
{
    static readonly Dictionary<string, (Func<byte[]> File, string Reason)> Broken = new()
    {
        ["nothing at all"] = (() => [], "the file is empty"),
        ["a spreadsheet"] = (() => "Level,Statement\r\n1,Networks"u8.ToArray(), "this is not JSON (line 1, byte 1)"),
        ["cut off in the middle"] = (() => CaseData.Package().Bytes()[..400], "this is not JSON"),
        ["a list"] = (() => "[]"u8.ToArray(), "should be an object, and is a list"),
        ["no document"] = (() => Edited(p => p.Remove("CFDocument")), "“CFDocument” is missing"),
        ["no title"] = (() => Edited(p => p["CFDocument"]!.AsObject().Remove("title")), "CFDocument: “title” is missing"),
        ["an empty title"] = (() => Edited(p => p["CFDocument"]!["title"] = " "), "CFDocument.title: is empty"),
        ["no statement"] = (() => Edited(p => p["CFItems"]![1]!.AsObject().Remove("fullStatement")), "CFItems[1]: “fullStatement” is missing"),
        ["an identifier that is no UUID"] = (() => Edited(p => p["CFItems"]![0]!["identifier"] = "A-1"), "CFItems[0].identifier: “A-1” is not a UUID"),
        ["an address that is none"] = (() => Edited(p => p["CFItems"]![0]!["uri"] = "items/1"), "CFItems[0].uri: “items/1” is not a whole address"),
        ["an address that runs a script"] = (() => Edited(p => p["CFDocument"]!["uri"] = "javascript:alert(1)"), "CFDocument.uri: “javascript:alert(1)” is not a whole address"),
        ["a moment without its offset"] = (() => Edited(p => p["CFDocument"]!["lastChangeDateTime"] = "2026-11-21T12:00:00"), "CFDocument.lastChangeDateTime: “2026-11-21T12:00:00” is not a date and time"),
        ["a day that never was"] = (() => Edited(p => p["CFDocument"]!["statusStartDate"] = "2026-02-30"), "CFDocument.statusStartDate: “2026-02-30” is not a date"),
        ["a number for text"] = (() => Edited(p => p["CFItems"]![0]!["fullStatement"] = 7), "CFItems[0].fullStatement: should be text, and is a number"),
        ["null for text"] = (() => Edited(p => p["CFItems"]![0]!["notes"] = null), "CFItems[0].notes: should be text, and is null"),
        ["text for a list"] = (() => Edited(p => p["CFDocument"]!["subject"] = "Computing"), "CFDocument.subject: should be a list, and is text"),
        ["half a place"] = (() => Edited(p => p["CFAssociations"]![0]!["sequenceNumber"] = 1.5), "CFAssociations[0].sequenceNumber: should be a whole number"),
        ["an object for the items"] = (() => Edited(p => p["CFItems"] = new JsonObject()), "CFItems: should be a list, and is an object"),
        ["a field of somebody's own"] = (() => Edited(p => p["CFItems"]![0]!["colour"] = "red"), "CFItems[0].colour: is not a field that CASE 1.1 has here"),
        ["another version of the standard"] = (() => Edited(p => p["CFDocument"]!["caseVersion"] = "1.0"), "CFDocument.caseVersion: “1.0” is not the version"),
        ["a kind of association that is none"] = (() => Edited(p => p["CFAssociations"]![3]!["associationType"] = "likes"), "CFAssociations[3].associationType: “likes” is not one of"),
        ["a target type that is none"] = (() => Edited(p => p["CFAssociations"]![3]!["destinationNodeURI"]!["targetType"] = "SFIA"), "destinationNodeURI.targetType: “SFIA” is neither"),
        ["an item twice"] = (() => Edited(p => p["CFItems"]![1]!["identifier"] = p["CFItems"]![0]!["identifier"]!.DeepClone()), "is given to CFItems[0] too"),
        ["an item with the document's identifier"] = (() => Edited(p => p["CFItems"]![2]!["identifier"] = p["CFDocument"]!["identifier"]!.DeepClone()), "is given to CFDocument too"),
        ["an association twice"] = (() => Edited(p => p["CFAssociations"]![1]!["identifier"] = p["CFAssociations"]![0]!["identifier"]!.DeepClone()), "is given to CFAssociations[0] too"),
        ["a definition twice"] = (() => Edited(p => p["CFDefinitions"]!["CFSubjects"]![1]!["identifier"] = p["CFDefinitions"]!["CFSubjects"]![0]!["identifier"]!.DeepClone()), "CFDefinitions.CFSubjects[1].identifier"),
        ["an end that is nowhere"] = (() => Edited(p => p["CFAssociations"]![3]!["destinationNodeURI"] = CaseData.Link(Guid.NewGuid())), "CFAssociations[3].destinationNodeURI: "),
        ["a parent outside the package"] = (() => Edited(p => { var end = CaseData.Link(Guid.NewGuid()); end["targetType"] = "CASE"; p["CFAssociations"]![2]!["destinationNodeURI"] = end; }), "an item can only stand under, or be, one of its own"),
        ["the framework under its own item"] = (() => Edited(p => p["CFAssociations"]!.AsArray().Add(CaseData.Association("isChildOf", p.DocumentId(), p["CFItems"]![0]!.Id(), 1))), "the framework itself cannot stand under"),
        ["a circle of two"] = (() => Edited(p => p["CFAssociations"]!.AsArray().Add(CaseData.Association("isChildOf", p["CFItems"]![0]!.Id(), p["CFItems"]![2]!.Id(), 1))), "a circle"),
        ["an item under itself"] = (() => Edited(p => p["CFAssociations"]!.AsArray().Add(CaseData.Association("isChildOf", p["CFItems"]![1]!.Id(), p["CFItems"]![1]!.Id(), 1))), "a circle"),
        ["a control character"] = (() => Edited(p => p["CFItems"]![0]!["fullStatement"] = "Net\u0000works"), "CFItems[0].fullStatement: holds a control character"),
        ["a control character deep in an extension"] = (() => Edited(p => p["CFDocument"]!["extensions"]!["board:nested"]!["uri"] = "a\u001bb"), "CFDocument.extensions.board:nested.uri: holds a control character"),
        ["half a character"] = (() => Encoding.UTF8.GetBytes(CaseData.Package().ToJsonString().Replace("\"Networks\"", "\"\\uD83D\"", StringComparison.Ordinal)), "holds half of a character"),
        ["bytes that are no UTF-8"] = (() => Encoding.Latin1.GetBytes(CaseData.Package("Caf\u00e9").ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })), "not saved as UTF-8"),
        ["a name in an extension that is half a character"] = (() => Encoding.UTF8.GetBytes(CaseData.Package().ToJsonString().Replace("\"board:colour\"", "\"\\uD83D\"", StringComparison.Ordinal)), "the name of a field holds half of a character"),
        ["a field twice"] = (() => Encoding.UTF8.GetBytes(CaseData.Package().ToJsonString().Replace("\"caseVersion\":\"1.1\"", "\"caseVersion\":\"1.1\",\"caseVersion\":\"1.1\"", StringComparison.Ordinal)), "a field is given twice"),
        ["objects in objects without end"] = (() => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":", 10_000))), "more than 64 deep"),
        ["too many items"] = (() => Edited(p => p["CFItems"] = new JsonArray([.. Enumerable.Range(0, 100_001).Select(_ => (JsonNode)Slim())])), "100,001 items"),
        ["more than 25 MB"] = (() => new byte[26 * 1024 * 1024], "more than 25 MB"),
    };

    public static TheoryData<string> Names => [.. Broken.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_broken_package_is_refused_with_its_reason_and_nothing_of_it_is_kept(string name)
    {
        var (file, reason) = Broken[name];
        var before = await site.RowsAsync();
        using var stream = new MemoryStream(file());
        var outcome = await site.ImportAsync(await CasePackageReader.BytesAsync(stream, default));
        var refusal = Assert.IsType<PackageIsBroken>(outcome.Refusal);
        Assert.Contains(refusal.Problems, p => p.ToString().Contains(reason, StringComparison.Ordinal));
        Assert.Equal(before, await site.RowsAsync());
    }

    [Fact]
    public async Task The_package_that_these_are_made_from_is_whole_and_valid_by_the_official_schema()
    {
        var package = CaseData.Package();
        Assert.Equal([], SchemaCheck.OfPackages().Errors(System.Text.Json.JsonDocument.Parse(package.Bytes()).RootElement));
        Assert.Null((await site.ImportAsync(package.Bytes())).Refusal);
    }

    [Fact]
    public async Task Every_reason_is_counted_and_a_hundred_are_told()
    {
        var package = CaseData.Package();
        package["CFItems"] = new JsonArray([.. Enumerable.Range(0, 150).Select(i => (JsonNode)new JsonObject { ["identifier"] = $"no-{i}" })]);
        var refusal = Assert.IsType<PackageIsBroken>((await site.ImportAsync(package.Bytes())).Refusal);
        Assert.Equal(600, refusal.Count);
        Assert.Equal(100, refusal.Problems.Count);
        Assert.Contains("600 things are wrong with it; the first 100 are listed", refusal.Message);
    }

    [Fact]
    public async Task An_association_may_lead_to_another_framework_when_it_says_so()
    {
        var package = CaseData.Package();
        package["CFAssociations"]![3]!["destinationNodeURI"] = new JsonObject { ["title"] = "PROG", ["identifier"] = "PROG", ["uri"] = "https://sfia.example/PROG", ["targetType"] = "ext:SFIA" };
        Assert.Null((await site.ImportAsync(package.Bytes())).Refusal);
    }

    [Fact]
    public async Task A_chain_as_long_as_the_package_is_walked_without_falling_over()
    {
        var package = CaseData.Package();
        var ids = Enumerable.Range(0, 5_000).Select(_ => Guid.NewGuid()).ToList();
        package["CFItems"] = new JsonArray([.. ids.Select(id => (JsonNode)CaseData.Item(id, "A link of the chain"))]);
        package["CFAssociations"] = new JsonArray([.. ids.Zip(ids.Skip(1)).Select(pair => (JsonNode)CaseData.Association("isChildOf", pair.Second, pair.First, null))]);
        Assert.NotNull(CasePackageReader.Read(package.Bytes()).Package);
        package["CFAssociations"]!.AsArray().Add(CaseData.Association("isChildOf", ids[0], ids[^1], null));
        Assert.Equal(1, CasePackageReader.Read(package.Bytes()).Problems.Count);
    }

    [Fact]
    public void A_byte_order_mark_is_no_fault() => Assert.NotNull(CasePackageReader.Read([.. Encoding.UTF8.Preamble, .. CaseData.Package().Bytes()]).Package);

    static JsonObject Slim() => new() { ["identifier"] = Guid.NewGuid().ToString(), ["uri"] = "urn:x:y", ["fullStatement"] = "x", ["lastChangeDateTime"] = CaseData.Changed };

    static byte[] Edited(Action<JsonObject> edit)
    {
        var package = CaseData.Package();
        edit(package);
        return package.Bytes();
    }
}
