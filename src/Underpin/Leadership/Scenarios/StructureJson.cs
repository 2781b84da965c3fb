using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Underpin.Leadership.Structure;

namespace Underpin.Leadership.Scenarios;

/// <summary>A structure as the database keeps it: what was said, without what follows from it and without the lines of some file.</summary>
internal static class StructureJson
{
    static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutWhatFollows } },
    };

    public static string Write(SchoolStructure structure) => JsonSerializer.Serialize(structure, Options);

    /// <exception cref="JsonException">The text is not one that <see cref="Write"/> wrote.</exception>
    public static SchoolStructure Read(string text) =>
        JsonSerializer.Deserialize<SchoolStructure>(text, Options) ?? throw new JsonException("The stored structure is null.");

    /// <summary>Some part of a structure as text, to see whether two are the same.</summary>
    public static string WritePart(object? part) => JsonSerializer.Serialize(part, Options);

    static void LeaveOutWhatFollows(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object || type.Type.Namespace?.StartsWith(nameof(Underpin), StringComparison.Ordinal) != true) return;
        foreach (var property in type.Properties.Where(p => p.Name == "line" || p.AttributeProvider is PropertyInfo { CanWrite: false }).ToList())
            type.Properties.Remove(property);
    }
}
