namespace Underpin.Certificates.Checking;

/// <summary>Tells the files that people have of a certificate and that prove nothing by themselves.</summary>
internal static class Picture
{
    /// <returns>"a PDF", "a picture"; null for anything else.</returns>
    public static string? KindOf(ReadOnlySpan<byte> head) =>
        head.StartsWith("%PDF-"u8) ? "a PDF"
        : head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47]) || head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])
            || head.StartsWith("GIF8"u8) || (head.StartsWith("RIFF"u8) && head.Length > 11 && head[8..].StartsWith("WEBP"u8)) || (head.Length > 11 && head[4..].StartsWith("ftyphe"u8)) ? "a picture"
        : null;
}
