using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Underpin.Framework.Exchange;

/// <summary>Writes a framework's package from the database to a stream, row by row: what stands in memory does not grow with the framework.</summary>
internal static class CasePackageWriter
{
    const int FlushFrom = 32 * 1024;

    static readonly (CaseDefinitionKind Kind, string Name)[] DefinitionLists =
    [
        (CaseDefinitionKind.Concept, "CFConcepts"), (CaseDefinitionKind.Subject, "CFSubjects"), (CaseDefinitionKind.License, "CFLicenses"),
        (CaseDefinitionKind.ItemType, "CFItemTypes"), (CaseDefinitionKind.AssociationGrouping, "CFAssociationGroupings"),
    ];

    /// <param name="document">The framework, read without being tracked.</param>
    /// <param name="site">The start of our own addresses.</param>
    public static async Task WriteAsync(UnderpinDb db, CaseDocument document, string site, Stream to, CancellationToken cancel)
    {
        await using var json = new Utf8JsonWriter(to, CaseJson.Writer);
        json.WriteStartObject();
        json.WritePropertyName("CFDocument");
        Raw(document.Json);
        await ListAsync("CFItems", db.CaseItems.Where(i => i.DocumentId == document.Id).OrderBy(i => i.Order).Select(i => i.Json));
        await ListAsync("CFAssociations", db.CaseAssociations.Where(a => a.DocumentId == document.Id).OrderBy(a => a.Order).Select(a => a.Json));
        var kinds = await db.CaseDefinitions.Where(d => d.DocumentId == document.Id).Select(d => d.Kind).Distinct().ToListAsync(cancel);
        if (document.DefinitionExtensions is not null || kinds.Exists(k => k != CaseDefinitionKind.Rubric))
        {
            json.WriteStartObject("CFDefinitions");
            foreach (var (kind, name) in DefinitionLists.Where(l => kinds.Contains(l.Kind))) await ListAsync(name, Definitions(kind));
            Extensions(document.DefinitionExtensions);
            json.WriteEndObject();
        }

        if (kinds.Contains(CaseDefinitionKind.Rubric)) await ListAsync("CFRubrics", Definitions(CaseDefinitionKind.Rubric));
        Extensions(document.PackageExtensions);
        json.WriteEndObject();
        await json.FlushAsync(cancel);

        async Task ListAsync(string name, IQueryable<string> rows)
        {
            json.WriteStartArray(name);
            await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancel))
            {
                Raw(row);
                if (json.BytesPending > FlushFrom) await json.FlushAsync(cancel);
            }

            json.WriteEndArray();
        }

        IQueryable<string> Definitions(CaseDefinitionKind kind) =>
            db.CaseDefinitions.Where(d => d.DocumentId == document.Id && d.Kind == kind).OrderBy(d => d.Order).Select(d => d.Json);

        void Extensions(string? extensions)
        {
            if (extensions is null) return;
            json.WritePropertyName("extensions");
            json.WriteRawValue(extensions, skipInputValidation: true);
        }

        void Raw(string row) => json.WriteRawValue(document.IsOwn ? CaseJson.WithSite(row, site) : row, skipInputValidation: true);
    }
}
