using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Underpin.Platform;

namespace Underpin.Framework.Exchange;

/// <summary>The CASE 1.1 service: every framework that is kept here, ours and imported ones, to be read by programs.</summary>
internal static class CaseApi
{
    static readonly string[] Methods = ["GET", "HEAD"];

    public static void MapCase(this IEndpointRouteBuilder app)
    {
        // The standard publishes its own description of these addresses.
        var root = app.MapGroup(CaseJson.Root).ExcludeFromDescription();
        root.MapMethods("/CFDocuments", Methods, ListDocumentsAsync);
        root.MapMethods("/CFDocuments/{id}", Methods, GetDocumentAsync);
        root.MapMethods("/CFPackages/{id}", Methods, GetPackageAsync);
        root.MapMethods("/CFItems/{id}", Methods, GetItemAsync);
        root.MapMethods("/CFItemAssociations/{id}", Methods, GetItemAssociationsAsync);
        root.MapMethods("/CFAssociations/{id}", Methods, GetAssociationAsync);
        Define("CFConcepts", CaseDefinitionKind.Concept, "CFConcepts");
        Define("CFSubjects", CaseDefinitionKind.Subject, "CFSubjects");
        Define("CFItemTypes", CaseDefinitionKind.ItemType, "CFItemTypes");
        Define("CFLicenses", CaseDefinitionKind.License, null);
        Define("CFAssociationGroupings", CaseDefinitionKind.AssociationGrouping, null);
        Define("CFRubrics", CaseDefinitionKind.Rubric, null);

        void Define(string route, CaseDefinitionKind kind, string? set) =>
            root.MapMethods($"/{route}/{{id}}", Methods, (string id, UnderpinDb db, IOptions<SiteOptions> site, CancellationToken cancel) => GetDefinitionAsync(id, kind, set, db, site, cancel));
    }

    static async Task<IResult> ListDocumentsAsync(HttpRequest request, HttpResponse response, UnderpinDb db, IOptions<SiteOptions> site, CancellationToken cancel)
    {
        var (query, problem) = CaseQuery.Read(request.Query);
        if (query is null) return CaseError.BadQuery(problem!);
        var start = CaseJson.Start(site.Value.PublicAddress);
        var all = await CaseList.FindAsync(db, query, start, cancel);
        var ids = all.Skip(query.Offset).Take(query.Limit).ToList();
        var documents = await db.CaseDocuments.AsNoTracking().Where(d => ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id, cancel);
        var shown = new JsonArray();
        foreach (var id in ids)
            if (documents.TryGetValue(id, out var document)) shown.Add((JsonNode)Selected(CaseList.Standalone(document, start), query.Fields));
        response.Headers["X-Total-Count"] = all.Count.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (CaseLinks.Of(start, request.Query, query, all.Count) is { } links) response.Headers.Link = links;
        return Json(CaseJson.Object(("CFDocuments", shown)).Text());
    }

    static JsonObject Selected(JsonObject document, IReadOnlyList<string>? fields) =>
        fields is null ? document : CaseJson.Object([.. document.Where(m => fields.Contains(m.Key)).Select(m => (m.Key, m.Value?.DeepClone()))]);

    static async Task<IResult> GetDocumentAsync(string id, UnderpinDb db, IOptions<SiteOptions> site, CancellationToken cancel)
    {
        if (!IsUuid(id, out var key)) return CaseError.NotUuid(id);
        var document = await db.CaseDocuments.AsNoTracking().SingleOrDefaultAsync(d => d.Id == key, cancel);
        return document is null ? CaseError.NotFound("CFDocument", id) : Json(CaseList.Standalone(document, CaseJson.Start(site.Value.PublicAddress)).Text());
    }

    static async Task<IResult> GetPackageAsync(string id, HttpRequest request, HttpResponse response, UnderpinDb db, IOptions<SiteOptions> site, CancellationToken cancel)
    {
        if (!IsUuid(id, out var key)) return CaseError.NotUuid(id);
        await using var snapshot = await ReadSnapshot.BeginAsync(db, cancel);
        var document = await db.CaseDocuments.AsNoTracking().SingleOrDefaultAsync(d => d.Id == key, cancel);
        if (document is null) return CaseError.NotFound("CFPackage", id);
        response.ContentType = "application/json";
        if (HttpMethods.IsGet(request.Method)) await CasePackageWriter.WriteAsync(db, document, CaseJson.Start(site.Value.PublicAddress), response.Body, cancel);
        return Results.Empty;
    }

    static async Task<IResult> GetItemAsync(string id, UnderpinDb db, IOptions<SiteOptions> site, CancellationToken cancel)
    {
        if (!IsUuid(id, out var key)) return CaseError.NotUuid(id);
        var found = await db.CaseItems.AsNoTracking().Where(i => i.Id == key)
            .Join(db.CaseDocuments, i => i.DocumentId, d => d.Id, (i, d) => new { i.Json, Document = d }).SingleOrDefaultAsync(cancel);
        return found is null ? CaseError.NotFound("CFItem", id) : Json(Standalone(found.Json, found.Document, site.Value).Text());
    }

    static async Task<IResult> GetItemAssociationsAsync(string id, UnderpinDb db, IOptions<SiteOptions> site, CancellationToken cancel)
    {
        if (!IsUuid(id, out var key)) return CaseError.NotUuid(id);
        var found = await db.CaseItems.AsNoTracking().Where(i => i.Id == key)
            .Join(db.CaseDocuments, i => i.DocumentId, d => d.Id, (i, d) => new { i.Json, Document = d }).SingleOrDefaultAsync(cancel);
        if (found is null) return CaseError.NotFound("CFItem", id);
        var associations = await db.CaseAssociations.AsNoTracking().Where(a => a.OriginId == key || a.DestinationId == key)
            .Join(db.CaseDocuments, a => a.DocumentId, d => d.Id, (a, d) => new { a.Json, a.Order, Document = d })
            .OrderBy(a => a.Document.Id).ThenBy(a => a.Order).ToListAsync(cancel);
        return Json(CaseJson.Object(
            ("CFItem", Standalone(found.Json, found.Document, site.Value)),
            ("CFAssociations", new JsonArray([.. associations.Select(a => (JsonNode)Standalone(a.Json, a.Document, site.Value))]))).Text());
    }

    static async Task<IResult> GetAssociationAsync(string id, UnderpinDb db, IOptions<SiteOptions> site, CancellationToken cancel)
    {
        if (!IsUuid(id, out var key)) return CaseError.NotUuid(id);
        var found = await db.CaseAssociations.AsNoTracking().Where(a => a.Id == key)
            .Join(db.CaseDocuments, a => a.DocumentId, d => d.Id, (a, d) => new { a.Json, Document = d }).SingleOrDefaultAsync(cancel);
        return found is null ? CaseError.NotFound("CFAssociation", id) : Json(Standalone(found.Json, found.Document, site.Value).Text());
    }

    /// <param name="set">Concepts, subjects and item types have a hierarchy: the answer is the one asked for, then those under it.</param>
    static async Task<IResult> GetDefinitionAsync(string id, CaseDefinitionKind kind, string? set, UnderpinDb db, IOptions<SiteOptions> site, CancellationToken cancel)
    {
        if (!IsUuid(id, out var key)) return CaseError.NotUuid(id);
        // Frameworks may share a definition; the one changed last speaks for it.
        var found = await db.CaseDefinitions.AsNoTracking().Where(d => d.Id == key && d.Kind == kind).OrderByDescending(d => d.LastChange).ThenBy(d => d.DocumentId)
            .Join(db.CaseDocuments, d => d.DocumentId, d => d.Id, (d, document) => new { Definition = d, Document = document }).FirstOrDefaultAsync(cancel);
        if (found is null) return CaseError.NotFound($"CF{kind}", id);
        var start = CaseJson.Start(site.Value.PublicAddress);
        var own = found.Document.IsOwn;
        if (set is null) return Json(Complete(found.Definition.Json));
        var under = found.Definition.HierarchyCode is not { Length: > 0 } code ? [] : await db.CaseDefinitions.AsNoTracking()
            .Where(d => d.DocumentId == found.Document.Id && d.Kind == kind && d.Id != key && d.HierarchyCode!.StartsWith(code + "."))
            .OrderBy(d => d.Order).Select(d => d.Json).ToListAsync(cancel);
        return Json(CaseJson.Object((set, new JsonArray([.. under.Prepend(found.Definition.Json).Select(json => JsonNode.Parse(Complete(json)))]))).Text());

        string Complete(string json) => own ? CaseJson.WithSite(json, start) : json;
    }

    /// <summary>Outside a package, an item and an association also say whose they are.</summary>
    static JsonObject Standalone(string json, CaseDocument document, SiteOptions options)
    {
        var site = CaseJson.Start(options.PublicAddress);
        var standalone = JsonNode.Parse(document.IsOwn ? CaseJson.WithSite(json, site) : json)!.AsObject();
        standalone["CFDocumentURI"] = CaseJson.Link(document.Title, document.Id.ToString(), document.IsOwn ? site + document.Uri : document.Uri);
        return standalone;
    }

    static bool IsUuid(string text, out Guid id) => Guid.TryParseExact(text, "D", out id);

    static IResult Json(string body) => Results.Text(body, "application/json");
}
