using System.Globalization;
using System.Text.Json;

namespace Underpin.Credentials.Tokens;

/// <summary>Dates of a credential: RFC 3339 with seconds and an offset (<c>dateTimeStamp</c> of XML Schema), whole seconds inside.</summary>
internal static class CredentialDate
{
    private const int SecondsLength = 19;
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    public static DateTimeOffset ToSecond(DateTimeOffset moment) =>
        new(moment.Ticks - moment.Ticks % TimeSpan.TicksPerSecond, moment.Offset);

    public static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> name, DateTimeOffset moment)
    {
        Span<char> text = stackalloc char[SecondsLength + 6];
        moment.TryFormat(
            text, out var written,
            moment.Offset == TimeSpan.Zero ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:sszzz",
            CultureInfo.InvariantCulture);
        writer.WriteString(name, text[..written]);
    }

    /// <summary>Reads a date with any number of digits after the second; they are dropped.</summary>
    public static DateTimeOffset? Read(string text)
    {
        if (text.Length <= SecondsLength)
            return null;

        var zone = SecondsLength;
        if (text[zone] == '.')
        {
            do
                zone++;
            while (zone < text.Length && char.IsAsciiDigit(text[zone]));
            if (zone == SecondsLength + 1)
                return null;
        }

        var isUtc = text.AsSpan(zone) is "Z";
        if (!isUtc && text.Length - zone != "+00:00".Length)
            return null;

        var seconds = text.Length == zone ? text : string.Concat(text.AsSpan(0, SecondsLength), text.AsSpan(zone));
        return DateTimeOffset.TryParseExact(
            seconds,
            isUtc ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:sszzz",
            CultureInfo.InvariantCulture,
            isUtc ? DateTimeStyles.AssumeUniversal : DateTimeStyles.None,
            out var moment)
            ? moment
            : null;
    }

    /// <summary>The civil date the issuer meant, as British readers write it.</summary>
    public static string InWords(DateTimeOffset moment) => moment.ToString("d MMMM yyyy", British);
}
