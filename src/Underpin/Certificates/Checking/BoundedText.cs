using System.Text;

namespace Underpin.Certificates.Checking;

/// <summary>Reads text that should be short, and no more of it than that.</summary>
internal static class BoundedText
{
    /// <returns>Null when there are more than <paramref name="most"/> bytes.</returns>
    public static async Task<string?> ReadAsync(Stream stream, long? length, int most, CancellationToken cancel)
    {
        if (length > most) return null;
        var buffer = new byte[most + 1];
        var read = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancel);
        return read > most ? null : Encoding.UTF8.GetString(buffer, 0, read);
    }
}
