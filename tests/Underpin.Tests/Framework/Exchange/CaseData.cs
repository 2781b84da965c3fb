using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Underpin.Framework.Exchange;
using Underpin.Platform;

namespace Underpin.Tests.Framework.Exchange;

/// <summary>CASE packages for tests.</summary>
internal static class CaseData
{
    public const string Changed = "2026-03-01T09:00:00+00:00";

    /// <summary>A whole small package: two areas, a standard under the first, and an association between the two areas.</summary>
    public static JsonObject Package(string title = "Digital skills of Lantern Bay", string? changed = null)
    {
        var (document, first, second, under) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        changed ??= Changed;
        return new()
        {
            ["CFDocument"] = new JsonObject
            {
                ["identifier"] = document.ToString(),
                ["uri"] = Uri("CFDocuments", document),
                ["caseVersion"] = "1.1",
                ["creator"] = "Lantern Bay Board",
                ["title"] = title,
                ["description"] = "What Lantern Bay expects. Ŵyn & “quotes” <b>not bold</b>",
                ["language"] = "en",
                ["subject"] = new JsonArray("Computing", "Citizenship"),
                ["adoptionStatus"] = "Draft",
                ["statusStartDate"] = "2026-01-01",
                ["lastChangeDateTime"] = changed,
                ["extensions"] = new JsonObject { ["board:colour"] = "blue", ["board:nested"] = new JsonObject { ["uri"] = "/not/ours" } },
            },
            ["CFItems"] = new JsonArray(Item(first, "Networks", "A", changed), Item(second, "Data", "B", changed), Item(under, "Draw a plan of a network", "A.1", changed)),
            ["CFAssociations"] = new JsonArray(
                Association("isChildOf", first, document, 1), Association("isChildOf", second, document, 2), Association("isChildOf", under, first, 1),
                Association("isRelatedTo", first, second, null)),
            ["CFDefinitions"] = new JsonObject
            {
                ["CFConcepts"] = new JsonArray(Definition("Concept", "1")),
                ["CFSubjects"] = new JsonArray(Definition("Computing", "1"), Definition("Networks", "1.1"), Definition("History", "2")),
                ["CFLicenses"] = new JsonArray(Definition("Open", null, ("licenseText", "Use it."))),
                ["CFItemTypes"] = new JsonArray(Definition("Area", "1", ("description", "An area"))),
                ["CFAssociationGroupings"] = new JsonArray(Definition("Related things", null)),
            },
            ["CFRubrics"] = new JsonArray(new JsonObject
            {
                ["identifier"] = Guid.NewGuid().ToString(),
                ["uri"] = "https://board.example/rubric",
                ["title"] = "How well",
                ["lastChangeDateTime"] = changed,
                ["CFRubricCriteria"] = new JsonArray(new JsonObject { ["identifier"] = Guid.NewGuid().ToString(), ["uri"] = "https://board.example/criterion", ["weight"] = 1.50, ["position"] = 1, ["lastChangeDateTime"] = changed }),
            }),
        };
    }

    static string Uri(string collection, Guid id) => $"https://board.example/ims/case/v1p1/{collection}/{id}";

    public static JsonObject Item(Guid id, string statement, string? code = null, string changed = Changed) => new()
    {
        ["identifier"] = id.ToString(),
        ["uri"] = Uri("CFItems", id),
        ["fullStatement"] = statement,
        ["humanCodingScheme"] = code ?? "",
        ["CFItemType"] = "Area",
        ["lastChangeDateTime"] = changed,
    };

    public static JsonObject Association(string type, Guid origin, Guid destination, int? sequence)
    {
        var id = Guid.NewGuid();
        var association = new JsonObject
        {
            ["identifier"] = id.ToString(),
            ["associationType"] = type,
            ["uri"] = Uri("CFAssociations", id),
            ["originNodeURI"] = Link(origin),
            ["destinationNodeURI"] = Link(destination),
            ["lastChangeDateTime"] = Changed,
        };
        if (sequence is not null) association["sequenceNumber"] = sequence;
        return association;
    }

    public static JsonObject Link(Guid id) => new() { ["title"] = "An end", ["identifier"] = id.ToString(), ["uri"] = Uri("CFItems", id) };

    static JsonObject Definition(string title, string? hierarchy, params (string Name, string Value)[] more)
    {
        var id = Guid.NewGuid();
        var definition = new JsonObject { ["identifier"] = id.ToString(), ["uri"] = Uri("definitions", id), ["title"] = title, ["lastChangeDateTime"] = Changed };
        if (hierarchy is not null) definition["hierarchyCode"] = hierarchy;
        foreach (var (name, value) in more) definition[name] = value;
        return definition;
    }

    public static byte[] Bytes(this JsonNode package) => Encoding.UTF8.GetBytes(package.ToJsonString());

    public static Guid Id(this JsonNode of) => Guid.Parse((string)of["identifier"]!);

    public static Guid DocumentId(this JsonNode package) => package["CFDocument"]!.Id();

    public static Task<Outcome<CaseDocument>> ImportAsync(this TestSite site, byte[]? file, Guid? organisation = null, Change? change = null) => site.RunAsync(services =>
        services.GetRequiredService<CaseImport>().ImportAsync(new() { File = file, Organisation = organisation }, change ?? site.Data.ByNobody, CancellationToken.None));

    public static async Task<byte[]> ExportAsync(this TestSite site, Guid document, string address = "http://localhost") => await site.DbAsync(async db =>
    {
        using var package = new MemoryStream();
        await CasePackageWriter.WriteAsync(db, await db.CaseDocuments.AsNoTracking().SingleAsync(d => d.Id == document), address, package, CancellationToken.None);
        return package.ToArray();
    });

    public static Task<CaseDocument> OwnAsync(this TestSite site) => site.DbAsync(db => db.CaseDocuments.AsNoTracking().SingleAsync(d => d.OwnVersion != null));

    /// <summary>How many rows of all CASE tables there are: what a refused import must not change.</summary>
    public static Task<int> RowsAsync(this TestSite site) => site.DbAsync(async db =>
        await db.CaseDocuments.CountAsync() + await db.CaseItems.CountAsync() + await db.CaseAssociations.CountAsync() + await db.CaseDefinitions.CountAsync());

    /// <summary>JSON with the members of every object in alphabetical order, lists left as they are, nothing between: equal bytes are equal content.</summary>
    public static string Canonical(byte[] json) => Sorted(JsonNode.Parse(json))!.ToJsonString();

    static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject o => new JsonObject(o.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => KeyValuePair.Create(m.Key, Sorted(m.Value)))),
        JsonArray a => new JsonArray([.. a.Select(Sorted)]),
        null => null,
        _ => node.DeepClone(),
    };

    /// <summary>A framework of so many items in areas of a hundred, written as an import would write it.</summary>
    public static async Task<Guid> GenerateAsync(this TestSite site, int items) => await site.DbAsync(async db =>
    {
        var package = Generate(items, site.Clock.Now());
        await using var transaction = await db.Database.BeginTransactionAsync();
        await CaseStore.AddAsync(db, package, CancellationToken.None);
        await transaction.CommitAsync();
        return package.Document.Id;
    });

    static CasePackage Generate(int count, DateTimeOffset now)
    {
        var document = Guid.NewGuid();
        var items = new List<CaseItem>();
        var associations = new List<CaseAssociation>();
        Guid? area = null;
        for (var i = 0; i < count; i++)
        {
            var id = Guid.NewGuid();
            var parent = i % 100 == 0 ? null : area;
            if (parent is null) area = id;
            var statement = $"Item {i}: " + string.Concat(Enumerable.Repeat("what a person does in a school. ", 8));
            items.Add(new() { Id = id, DocumentId = document, Order = i, ParentId = parent, Sequence = i, HumanCodingScheme = $"G.{i}", FullStatement = statement, ItemType = "Area", LastChange = now, Json = Item(id, statement, $"G.{i}").ToJsonString() });
            var link = Association("isChildOf", id, parent ?? document, i);
            associations.Add(new() { Id = link.Id(), DocumentId = document, Order = i, OriginId = id, DestinationId = parent ?? document, AssociationType = "isChildOf", LastChange = now, Json = link.ToJsonString() });
        }

        var json = Package("Generated")["CFDocument"]!.AsObject();
        json["identifier"] = document.ToString();
        return new()
        {
            Document = new()
            {
                Id = document,
                Uri = "https://board.example/generated",
                Title = "Generated",
                Creator = "Nobody",
                AdoptionStatus = null,
                LastChange = now,
                Json = json.ToJsonString(),
                PackageExtensions = null,
                DefinitionExtensions = null,
                ImportedAt = now,
            },
            Items = items,
            Associations = associations,
            Definitions = [],
        };
    }
}
