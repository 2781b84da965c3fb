using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Underpin.Platform.Telemetry;

internal static class JsonLinesSetup
{
    public static void AddJsonLines(this ILoggingBuilder logging) =>
        logging.AddConsole(o => o.FormatterName = JsonLines.FormatterName).AddConsoleFormatter<JsonLines, ConsoleFormatterOptions>();
}

/// <summary>
/// One JSON object a line, for machines to collect. Scopes are left out: they hold the request's path, and some paths are secrets.
/// The trace is what ties lines together, and is the reference that the page for a failure shows.
/// </summary>
internal sealed class JsonLines() : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "underpin";

    public override void Write<TState>(in LogEntry<TState> entry, IExternalScopeProvider? scopes, TextWriter writer)
    {
        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line, new() { Encoder = Database.Json.Options.Encoder }))
        {
            json.WriteStartObject();
            json.WriteString("at", DateTimeOffset.UtcNow);
            json.WriteString("level", entry.LogLevel.ToString());
            json.WriteString("from", entry.Category);
            if (entry.EventId.Name is { } name) json.WriteString("event", name);
            json.WriteString("message", entry.Formatter(entry.State, entry.Exception));
            if (entry.Exception is { } exception) json.WriteString("exception", exception.ToString());
            if (Activity.Current is { } activity) json.WriteString("trace", activity.TraceId.ToString());
            if (entry.State is IEnumerable<KeyValuePair<string, object?>> values) WriteValues(json, values);
            json.WriteEndObject();
        }

        writer.WriteLine(Encoding.UTF8.GetString(line.GetBuffer(), 0, (int)line.Length));
    }

    static void WriteValues(Utf8JsonWriter json, IEnumerable<KeyValuePair<string, object?>> values)
    {
        json.WriteStartObject("values");
        foreach (var (key, value) in values.Where(v => v.Key != "{OriginalFormat}"))
            json.WriteString(key, Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }
}
