using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Underpin.Tests.Framework.Exchange;

/// <summary>
/// A small JSON Schema validator for tests. It knows <c>type</c> (one name), <c>properties</c>, <c>required</c>, <c>additionalProperties</c> (true or
/// false), <c>items</c> (one schema), <c>enum</c> (texts), <c>pattern</c>, <c>oneOf</c>, <c>$ref</c> into <c>$defs</c>, and <c>format</c> uuid, date and
/// date-time, which it holds to. It refuses a schema with anything else in it.
/// </summary>
internal sealed class SchemaCheck
{
    static readonly HashSet<string> Known =
    [
        "$schema", "$id", "title", "description", "$comment", "$defs",
        "type", "properties", "required", "additionalProperties", "items", "enum", "pattern", "oneOf", "$ref", "format",
    ];

    readonly JsonElement _root;

    SchemaCheck(JsonElement root) => _root = root;

    public static SchemaCheck Of(string schema)
    {
        var root = JsonDocument.Parse(schema).RootElement;
        RefuseUnknown(root);
        return new(root);
    }

    /// <summary>The CFPackage of CASE 1.1.</summary>
    public static SchemaCheck OfPackages()
    {
        using var resource = typeof(SchemaCheck).Assembly.GetManifestResourceStream("case-v1p1-cfpackage.schema.json")!;
        using var text = new StreamReader(resource);
        return Of(text.ReadToEnd());
    }

    static void RefuseUnknown(JsonElement schema)
    {
        foreach (var keyword in schema.EnumerateObject())
        {
            if (!Known.Contains(keyword.Name)) throw new NotSupportedException($"The schema uses the keyword {keyword.Name}, which this validator does not know.");
            switch (keyword.Name)
            {
                case "properties" or "$defs":
                    foreach (var inner in keyword.Value.EnumerateObject()) RefuseUnknown(inner.Value);
                    break;
                case "items":
                    RefuseUnknown(keyword.Value);
                    break;
                case "oneOf":
                    foreach (var inner in keyword.Value.EnumerateArray()) RefuseUnknown(inner);
                    break;
                case "additionalProperties" when keyword.Value.ValueKind is not (JsonValueKind.True or JsonValueKind.False):
                    throw new NotSupportedException("additionalProperties is not true or false.");
                case "type" when keyword.Value.ValueKind != JsonValueKind.String:
                    throw new NotSupportedException("type is not one name.");
                case "format" when keyword.Value.GetString() is not ("uuid" or "date" or "date-time"):
                    throw new NotSupportedException($"The schema uses the format {keyword.Value}, which this validator does not know.");
                case "$ref" when keyword.Value.GetString()?.StartsWith("#/$defs/", StringComparison.Ordinal) != true:
                    throw new NotSupportedException($"The schema refers to {keyword.Value}, outside its own definitions.");
            }
        }
    }

    public IReadOnlyList<string> Errors(JsonElement value)
    {
        var errors = new List<string>();
        Check(value, _root, "$", errors);
        return errors;
    }

    void Check(JsonElement value, JsonElement schema, string at, List<string> errors)
    {
        if (schema.TryGetProperty("$ref", out var reference)) Check(value, _root.GetProperty("$defs").GetProperty(reference.GetString()![8..]), at, errors);
        if (schema.TryGetProperty("type", out var type) && !IsOf(value, type.GetString()!))
        {
            errors.Add($"{at} is not of type {type}");
            return;
        }

        if (schema.TryGetProperty("enum", out var allowed) && !allowed.EnumerateArray().Any(a => a.GetString() == value.GetString())) errors.Add($"{at} is not one of {allowed}");
        if (schema.TryGetProperty("pattern", out var pattern) && !Regex.IsMatch(value.GetString()!, pattern.GetString()!)) errors.Add($"{at} does not match {pattern}");
        if (schema.TryGetProperty("format", out var format) && !Fits(value.GetString()!, format.GetString()!)) errors.Add($"{at} is no {format}: {value}");
        if (schema.TryGetProperty("oneOf", out var choices))
        {
            var fitting = choices.EnumerateArray().Count(c =>
            {
                var inner = new List<string>();
                Check(value, c, at, inner);
                return inner.Count == 0;
            });
            if (fitting != 1) errors.Add($"{at} fits {fitting} of the choices and not one");
        }

        if (value.ValueKind == JsonValueKind.Object) CheckObject(value, schema, at, errors);
        if (value.ValueKind == JsonValueKind.Array && schema.TryGetProperty("items", out var items))
        {
            var i = 0;
            foreach (var element in value.EnumerateArray()) Check(element, items, $"{at}[{i++}]", errors);
        }
    }

    void CheckObject(JsonElement value, JsonElement schema, string at, List<string> errors)
    {
        if (schema.TryGetProperty("required", out var required))
            errors.AddRange(required.EnumerateArray().Where(r => !value.TryGetProperty(r.GetString()!, out _)).Select(r => $"{at} lacks {r}"));
        var open = !schema.TryGetProperty("additionalProperties", out var additional) || additional.GetBoolean();
        foreach (var property in value.EnumerateObject())
        {
            if (schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(property.Name, out var inner)) Check(property.Value, inner, $"{at}.{property.Name}", errors);
            else if (!open) errors.Add($"{at}.{property.Name} is not allowed");
        }
    }

    static bool IsOf(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "number" => value.ValueKind == JsonValueKind.Number,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        _ => throw new NotSupportedException($"The schema uses the type {type}."),
    };

    static bool Fits(string text, string format) => format switch
    {
        "uuid" => Guid.TryParseExact(text, "D", out _),
        "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        _ => DateTimeOffset.TryParseExact(text, ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"], CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
    };
}
