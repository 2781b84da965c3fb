using System.Buffers.Binary;

namespace Underpin.Platform.Files;

/// <summary>
/// Counts what a zip archive lists, before a library reads the list into memory: 25 MB can list half a million parts, whatever
/// number the archive gives.
/// </summary>
internal static class ZipDirectory
{
    const int EndLength = 22, HeaderLength = 46, LongestComment = ushort.MaxValue;

    /// <returns>The number of parts, or one more than <paramref name="limit"/> when there are more; null when the archive has no list.</returns>
    public static int? CountParts(Stream zip, int limit)
    {
        var tail = new byte[(int)Math.Min(zip.Length, EndLength + LongestComment)];
        zip.Position = zip.Length - tail.Length;
        zip.ReadExactly(tail);
        var end = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        if (end < 0 || end + EndLength > tail.Length) return null;
        long position = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 16));
        Span<byte> header = stackalloc byte[HeaderLength];
        for (var count = 0; ; count++)
        {
            if (count > limit || position + HeaderLength > zip.Length) return count;
            zip.Position = position;
            zip.ReadExactly(header);
            if (!header.StartsWith("PK\u0001\u0002"u8)) return count;
            position += HeaderLength + BinaryPrimitives.ReadUInt16LittleEndian(header[28..]) + BinaryPrimitives.ReadUInt16LittleEndian(header[30..]) + BinaryPrimitives.ReadUInt16LittleEndian(header[32..]);
        }
    }
}
