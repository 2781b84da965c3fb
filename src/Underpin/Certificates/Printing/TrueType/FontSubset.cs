using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace Underpin.Certificates.Printing.TrueType;

/// <summary>
/// Cuts a font down to the glyphs a document uses. Glyphs keep their numbers and the others become empty, so accented
/// letters that are composed of other glyphs need no rewriting; the long runs of zeros compress to almost nothing.
/// </summary>
internal static class FontSubset
{
    private const uint ChecksumOfWholeFont = 0xB1B0AFBA;
    private const int HeadAdjustmentOffset = 8;
    private const int HeadLocationFormatOffset = 50;

    private static readonly string[] _copiedTables = ["cvt ", "fpgm", "hhea", "maxp", "prep"];

    public static byte[] Create(TrueTypeFont font, IEnumerable<ushort> usedGlyphs)
    {
        var kept = WithComponents(font, usedGlyphs);
        var tables = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var name in _copiedTables.Where(font.HasTable))
            tables[name] = font.Table(name).Span.ToArray();
        tables["head"] = HeadWithLongLocations(font);
        tables["hmtx"] = WidthsOf(font, kept);
        (tables["glyf"], tables["loca"]) = OutlinesOf(font, kept);
        return Assemble(tables);
    }

    /// <summary>Adds the glyphs that composed glyphs are made of, and those that these are made of.</summary>
    private static HashSet<int> WithComponents(TrueTypeFont font, IEnumerable<ushort> usedGlyphs)
    {
        // Glyph 0 must be there in every font.
        var kept = new HashSet<int>(usedGlyphs.Select(glyph => (int)glyph)) { 0 };
        var waiting = new Queue<int>(kept);
        while (waiting.TryDequeue(out var glyph))
        {
            foreach (var component in CompositeGlyph.ComponentsOf(font.OutlineOf(glyph)))
            {
                if (kept.Add(component))
                    waiting.Enqueue(component);
            }
        }

        return kept;
    }

    private static byte[] HeadWithLongLocations(TrueTypeFont font)
    {
        var head = font.Table("head").Span.ToArray();
        BinaryPrimitives.WriteInt16BigEndian(head.AsSpan(HeadLocationFormatOffset), 1);
        BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(HeadAdjustmentOffset), 0);
        return head;
    }

    private static byte[] WidthsOf(TrueTypeFont font, HashSet<int> kept)
    {
        var widths = font.Table("hmtx").Span.ToArray();
        var fullEntries = font.Table("hhea").UInt16(34);
        // The last full entry stands for all glyphs after it, so it stays whoever uses it.
        for (var glyph = 0; glyph < fullEntries - 1; glyph++)
        {
            if (!kept.Contains(glyph))
                widths.AsSpan(4 * glyph, 4).Clear();
        }

        return widths;
    }

    private static (byte[] Outlines, byte[] Locations) OutlinesOf(TrueTypeFont font, HashSet<int> kept)
    {
        using var outlines = new MemoryStream();
        var locations = new byte[4 * (font.GlyphCount + 1)];
        for (var glyph = 0; glyph < font.GlyphCount; glyph++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(locations.AsSpan(4 * glyph), (uint)outlines.Length);
            if (!kept.Contains(glyph))
                continue;
            outlines.Write(font.OutlineOf(glyph).Span);
            while (outlines.Length % 4 != 0)
                outlines.WriteByte(0);
        }

        BinaryPrimitives.WriteUInt32BigEndian(locations.AsSpan(4 * font.GlyphCount), (uint)outlines.Length);
        return (outlines.ToArray(), locations);
    }

    private static byte[] Assemble(SortedDictionary<string, byte[]> tables)
    {
        var position = 12 + 16 * tables.Count;
        var font = new byte[position + tables.Values.Sum(table => Padded(table.Length))];
        WriteHeader(font, tables.Count);

        var record = 12;
        var headPosition = 0;
        foreach (var (name, table) in tables)
        {
            table.CopyTo(font, position);
            Encoding.ASCII.GetBytes(name, font.AsSpan(record));
            BinaryPrimitives.WriteUInt32BigEndian(font.AsSpan(record + 4), Checksum(font.AsSpan(position, Padded(table.Length))));
            BinaryPrimitives.WriteInt32BigEndian(font.AsSpan(record + 8), position);
            BinaryPrimitives.WriteInt32BigEndian(font.AsSpan(record + 12), table.Length);
            if (name == "head")
                headPosition = position;
            record += 16;
            position += Padded(table.Length);
        }

        BinaryPrimitives.WriteUInt32BigEndian(font.AsSpan(headPosition + HeadAdjustmentOffset), ChecksumOfWholeFont - Checksum(font));
        return font;
    }

    private static void WriteHeader(Span<byte> font, int tableCount)
    {
        var powerOfTwo = BitOperations.Log2((uint)tableCount);
        BinaryPrimitives.WriteUInt32BigEndian(font, 0x00010000);
        BinaryPrimitives.WriteUInt16BigEndian(font[4..], (ushort)tableCount);
        BinaryPrimitives.WriteUInt16BigEndian(font[6..], (ushort)(16 << powerOfTwo));
        BinaryPrimitives.WriteUInt16BigEndian(font[8..], (ushort)powerOfTwo);
        BinaryPrimitives.WriteUInt16BigEndian(font[10..], (ushort)(16 * tableCount - (16 << powerOfTwo)));
    }

    private static int Padded(int length) => (length + 3) & ~3;

    private static uint Checksum(ReadOnlySpan<byte> words)
    {
        var sum = 0u;
        for (var at = 0; at < words.Length; at += 4)
            sum = unchecked(sum + BinaryPrimitives.ReadUInt32BigEndian(words[at..]));
        return sum;
    }
}
