using System.Text.Json;
using System.Text.Unicode;

namespace Underpin.Framework.Exchange;

/// <summary>What reading a file gave: a package, or what is wrong with it.</summary>
internal sealed record CaseReading(CasePackage? Package, CaseProblems Problems);

/// <summary>Reads a CASE 1.1 package and finds all that is wrong with it at once.</summary>
internal static class CasePackageReader
{
    public const long MostBytes = 25 * 1024 * 1024;
    public const int MostItems = 100_000;

    static readonly JsonDocumentOptions Strict = new() { MaxDepth = 64, AllowDuplicateProperties = false };

    static readonly (CaseDefinitionKind Kind, string Name)[] DefinitionLists =
    [
        (CaseDefinitionKind.Concept, "CFConcepts"), (CaseDefinitionKind.Subject, "CFSubjects"), (CaseDefinitionKind.License, "CFLicenses"),
        (CaseDefinitionKind.ItemType, "CFItemTypes"), (CaseDefinitionKind.AssociationGrouping, "CFAssociationGroupings"),
    ];

    /// <summary>All that the stream still holds; null as soon as that is more than a package may have.</summary>
    public static async Task<byte[]?> BytesAsync(Stream file, CancellationToken cancel)
    {
        using var copy = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; (read = await file.ReadAsync(buffer, cancel)) > 0;)
        {
            if (copy.Length + read > MostBytes) return null;
            copy.Write(buffer, 0, read);
        }

        return copy.ToArray();
    }

    /// <param name="bytes">Of the file; null when there were too many.</param>
    public static CaseReading Read(byte[]? bytes)
    {
        var problems = new CaseProblems();
        if (bytes is null)
        {
            problems.Add("", "the file has more than 25 MB. Export the framework in parts, or without what is not needed.");
            return new(null, problems);
        }

        // Some programs write a byte order mark, which JSON does not have.
        var content = bytes.AsMemory(bytes.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0);
        // The parser leaves what is inside a text unread until it is asked for.
        if (!Utf8.IsValid(content.Span))
        {
            problems.Add("", "the file is not saved as UTF-8, so its letters cannot be read. Export it again as UTF-8.");
            return new(null, problems);
        }

        try
        {
            if (!NamesCanBeRead(content.Span))
            {
                problems.Add("", "the name of a field holds half of a character, which nothing can show");
                return new(null, problems);
            }

            using var json = JsonDocument.Parse(content, Strict);
            return new(Read(json.RootElement, problems), problems);
        }
        catch (JsonException wrong)
        {
            problems.Add("", Explain(wrong, content.Length));
            return new(null, problems);
        }
    }

    // A name written with an escape may stand for nothing; every later look at its object would fail.
    static bool NamesCanBeRead(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = Strict.MaxDepth });
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName || !reader.ValueIsEscaped) continue;
            try
            {
                reader.GetString();
            }
            catch (InvalidOperationException)
            {
                return false;
            }
        }

        return true;
    }

    static string Explain(JsonException wrong, int length)
    {
        if (length == 0) return "the file is empty";
        if (wrong.Message.Contains("depth", StringComparison.OrdinalIgnoreCase)) return "objects stand in objects more than 64 deep, which no framework needs";
        if (wrong.Message.Contains("uplicate", StringComparison.Ordinal)) return $"a field is given twice in one object, so nobody can say which is meant{Place(wrong)}";
        return $"this is not JSON{Place(wrong)}. Check that it is the file that was exported, whole.";
    }

    static string Place(JsonException wrong) => wrong.LineNumber is { } line ? $" (line {line + 1}, byte {wrong.BytePositionInLine + 1})" : "";

    static CasePackage? Read(JsonElement root, CaseProblems problems)
    {
        CaseChecks.Check(root, CaseShape.Package, "", problems);
        if (problems.Count > 0) return null;
        var document = root.GetProperty("CFDocument");
        var id = document.GetProperty("identifier").GetGuid();
        var items = List(root, "CFItems");
        var associations = List(root, "CFAssociations");
        if (items.Count > MostItems || associations.Count > 5 * MostItems)
        {
            problems.Add("", $"there are {items.Count:N0} items and {associations.Count:N0} associations; a package may have {MostItems:N0} and {5 * MostItems:N0}");
            return null;
        }

        var tree = CaseTree.Read(id, items, associations, problems);
        var definitions = Definitions(root, id, problems);
        if (problems.Count > 0) return null;
        return new()
        {
            Document = Document(id, root, document),
            Items = [.. items.Select((item, order) => Item(id, item, order, tree))],
            Associations = [.. associations.Select((association, order) => Association(id, association, order))],
            Definitions = definitions,
        };
    }

    static CaseDocument Document(Guid id, JsonElement root, JsonElement document) => new()
    {
        Id = id,
        Uri = document.GetProperty("uri").GetString()!,
        Title = document.GetProperty("title").GetString()!,
        Creator = document.GetProperty("creator").GetString()!,
        AdoptionStatus = Text(document, "adoptionStatus"),
        LastChange = Changed(document),
        Json = document.Compact(),
        PackageExtensions = root.TryGetProperty("extensions", out var extensions) ? extensions.Compact() : null,
        DefinitionExtensions = root.TryGetProperty("CFDefinitions", out var definitions) && definitions.TryGetProperty("extensions", out var more) ? more.Compact() : null,
    };

    static CaseItem Item(Guid document, JsonElement item, int order, CaseTree tree)
    {
        var id = item.GetProperty("identifier").GetGuid();
        var place = tree.PlaceOf(id);
        return new()
        {
            Id = id,
            DocumentId = document,
            Order = order,
            ParentId = place.Parent,
            Sequence = place.Sequence,
            HumanCodingScheme = Text(item, "humanCodingScheme"),
            FullStatement = item.GetProperty("fullStatement").GetString()!,
            ItemType = Text(item, "CFItemType"),
            LastChange = Changed(item),
            Json = item.Compact(),
        };
    }

    static CaseAssociation Association(Guid document, JsonElement association, int order) => new()
    {
        Id = association.GetProperty("identifier").GetGuid(),
        DocumentId = document,
        Order = order,
        OriginId = CaseTree.EndOf(association, "originNodeURI"),
        DestinationId = CaseTree.EndOf(association, "destinationNodeURI"),
        AssociationType = association.GetProperty("associationType").GetString()!,
        LastChange = Changed(association),
        Json = association.Compact(),
    };

    static List<CaseDefinition> Definitions(JsonElement root, Guid document, CaseProblems problems)
    {
        var read = new List<CaseDefinition>();
        if (root.TryGetProperty("CFDefinitions", out var definitions))
            foreach (var (kind, name) in DefinitionLists) Add(kind, $"CFDefinitions.{name}", List(definitions, name));
        Add(CaseDefinitionKind.Rubric, "CFRubrics", List(root, "CFRubrics"));
        return read;

        void Add(CaseDefinitionKind kind, string where, IReadOnlyList<JsonElement> list)
        {
            var seen = new HashSet<Guid>();
            foreach (var (definition, order) in list.Select((d, i) => (d, i)))
            {
                var id = definition.GetProperty("identifier").GetGuid();
                if (!seen.Add(id)) problems.Add($"{where}[{order}].identifier", $"{id} is given to another of this list too");
                read.Add(new() { Id = id, DocumentId = document, Kind = kind, Order = order, HierarchyCode = Text(definition, "hierarchyCode"), LastChange = Changed(definition), Json = definition.Compact() });
            }
        }
    }

    static IReadOnlyList<JsonElement> List(JsonElement parent, string name) => parent.TryGetProperty(name, out var list) ? [.. list.EnumerateArray()] : [];

    static string? Text(JsonElement of, string name) => of.TryGetProperty(name, out var value) ? value.GetString() : null;

    static DateTimeOffset Changed(JsonElement of) => CaseChecks.MomentOf(of.GetProperty("lastChangeDateTime").GetString()!)!.Value;
}
