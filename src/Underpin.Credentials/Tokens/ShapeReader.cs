using System.Text;
using System.Text.Json;

namespace Underpin.Credentials.Tokens;

/// <summary>Reads a payload property by property and remembers the first thing that is missing or of the wrong kind.</summary>
internal abstract class ShapeReader
{
    /// <summary>The first fault as a sentence; null when there is none.</summary>
    public string? Fault { get; private set; }

    protected void Missing(string what) => Fault ??= $"A part that every certificate has is missing or cannot be read: {what}.";

    protected string Text(JsonElement parent, ReadOnlySpan<byte> name, string what)
    {
        if (Json.TextOrNull(parent, name) is { Length: > 0 } text)
            return text;
        Missing(what);
        return "";
    }

    protected string? OptionalText(JsonElement parent, ReadOnlySpan<byte> name)
    {
        if (!parent.TryGetProperty(name, out var value))
            return null;
        if (value.ValueKind == JsonValueKind.String)
            return value.GetString();
        Missing(Encoding.UTF8.GetString(name));
        return null;
    }

    protected decimal? OptionalNumber(JsonElement parent, ReadOnlySpan<byte> name)
    {
        if (!parent.TryGetProperty(name, out var value))
            return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number))
            return number;
        Missing(Encoding.UTF8.GetString(name));
        return null;
    }

    protected DateTimeOffset Date(JsonElement parent, ReadOnlySpan<byte> name, string what)
    {
        if (OptionalDate(parent, name) is { } date)
            return date;
        Missing(what);
        return default;
    }

    protected DateTimeOffset? OptionalDate(JsonElement parent, ReadOnlySpan<byte> name)
    {
        if (OptionalText(parent, name) is not { } text)
            return null;
        if (CredentialDate.Read(text) is { } date)
            return date;
        Missing(Encoding.UTF8.GetString(name));
        return null;
    }

    /// <summary>An object; when it is not there the fault is noted and the answer is false.</summary>
    protected bool Object(JsonElement parent, ReadOnlySpan<byte> name, string what, out JsonElement value)
    {
        if (parent.TryGetProperty(name, out value) && value.ValueKind == JsonValueKind.Object)
            return true;
        Missing(what);
        return false;
    }

    protected void RequireType(JsonElement parent, ReadOnlySpan<byte> type, string what)
    {
        if (!HasType(parent, type))
            Missing($"the mark that says this is {what}");
    }

    /// <summary>Whether <c>type</c> is an array, as Open Badges 3.0 wants it, that holds a type.</summary>
    protected static bool HasType(JsonElement parent, ReadOnlySpan<byte> type)
    {
        if (!parent.TryGetProperty("type"u8, out var types) || types.ValueKind != JsonValueKind.Array)
            return false;
        foreach (var item in types.EnumerateArray())
        {
            if (item.ValueKind == JsonValueKind.String && item.ValueEquals(type))
                return true;
        }

        return false;
    }

    protected void RequireContexts(JsonElement credential, bool badges)
    {
        if (!credential.TryGetProperty("@context"u8, out var contexts) || contexts.ValueKind != JsonValueKind.Array
            || contexts.GetArrayLength() < (badges ? 2 : 1)
            || !Is(contexts[0], Vocabulary.CredentialsContext)
            || (badges && !IsBadgesContext(contexts[1])))
            Missing("the version of the standard it follows");
    }

    private static bool Is(JsonElement item, string text) => item.ValueKind == JsonValueKind.String && item.ValueEquals(text);

    /// <summary>The first context of Open Badges 3.0 has no number; later ones are numbered 3.n.n.</summary>
    private static bool IsBadgesContext(JsonElement item) =>
        Is(item, Vocabulary.BadgesContext)
        || (item.ValueKind == JsonValueKind.String
            && item.GetString() is { } text
            && text.StartsWith(Vocabulary.BadgesContextStart, StringComparison.Ordinal)
            && text.AsSpan(Vocabulary.BadgesContextStart.Length)
                is ".json" or ['-', '3', '.', >= '0' and <= '9', '.', >= '0' and <= '9', '.', 'j', 's', 'o', 'n']);
}
