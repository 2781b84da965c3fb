using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Underpin.Credentials.Tokens;

internal static class Json
{
    /// <summary>No credential needs more; deeper text is an attack on the reader.</summary>
    public const int MaximumDepth = 32;

    /// <summary>Two properties of one name mean one thing to one reader and another to the next: refused.</summary>
    public static readonly JsonDocumentOptions Strict = new() { MaxDepth = MaximumDepth, AllowDuplicateProperties = false };

    /// <summary>The text is never placed in a web page as it stands (base64url, or a JSON response), so letters stay letters.</summary>
    public static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private static readonly JsonWriterOptions Indented = Plain with { Indented = true, NewLine = "\n" };

    public static string Write(Action<Utf8JsonWriter> content)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, Indented))
            content(writer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>The document; null when the bytes are not UTF-8, not strict JSON, or hold text that is no text.</summary>
    public static JsonDocument? TryParse(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            return Utf8.IsValid(utf8.Span) ? Parse(utf8) : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <exception cref="FormatException">The text is not JSON, names a property twice, or is not an object.</exception>
    public static JsonDocument ParseOrExplain(string text, string what)
    {
        JsonDocument document;
        try
        {
            document = Parse(Encoding.UTF8.GetBytes(text));
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            throw new FormatException($"The {what} is not valid JSON: {unreadable.Message}", unreadable);
        }

        if (document.RootElement.ValueKind == JsonValueKind.Object)
            return document;
        document.Dispose();
        throw new FormatException($"The {what} is JSON, but not an object in braces.");
    }

    /// <summary>The value of a text property; null when it is missing or not text.</summary>
    public static string? TextOrNull(JsonElement parent, ReadOnlySpan<byte> name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static JsonDocument Parse(ReadOnlyMemory<byte> utf8)
    {
        if (utf8.Span.IndexOf("\\u"u8) >= 0)
            RefuseHalfCharacters(utf8.Span);
        return JsonDocument.Parse(utf8, Strict);
    }

    /// <summary>
    /// An escape may name half of a surrogate pair. The platform notices only when the text is asked for, wherever that is; here
    /// it is noticed once, for every text and name.
    /// </summary>
    private static void RefuseHalfCharacters(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = MaximumDepth });
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
                _ = reader.GetString();
        }
    }
}
