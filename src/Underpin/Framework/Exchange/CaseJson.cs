using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Underpin.Framework.Exchange;

/// <summary>How CASE objects are written: no spaces, every character that JSON allows as itself.</summary>
internal static class CaseJson
{
    public const string Root = "/ims/case/v1p1";

    public static readonly JsonWriterOptions Writer = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
    static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>An object of the members that have a value, in the order given.</summary>
    public static JsonObject Object(params (string Name, JsonNode? Value)[] members) =>
        [.. members.Where(m => m.Value is not null).Select(m => KeyValuePair.Create(m.Name, m.Value))];

    public static string Text(this JsonNode node) => node.ToJsonString(Options);

    /// <summary>The value as it came, without the spaces between.</summary>
    public static string Compact(this JsonElement value)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Writer)) value.WriteTo(writer);
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    public static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A LinkURI, or with text for an identifier a LinkGenURI.</summary>
    public static JsonObject Link(string title, string identifier, string uri, string? targetType = null) =>
        Object(("title", title), ("identifier", identifier), ("uri", uri), ("targetType", targetType));

    /// <summary>
    /// Completes the addresses of an edition of ours, which is kept without the site's own address so that every installation keeps the same. A
    /// quotation mark inside a text is written with a backslash, so this never meets the words of a text.
    /// </summary>
    public static string WithSite(string json, string site) => json
        .Replace("\"uri\":\"/", $"\"uri\":\"{site}/", StringComparison.Ordinal)
        .Replace("\"officialSourceURL\":\"/", $"\"officialSourceURL\":\"{site}/", StringComparison.Ordinal);

    /// <summary>The site's address as the start of others.</summary>
    public static string Start(Uri publicAddress) => publicAddress.AbsoluteUri.TrimEnd('/');
}
