namespace Underpin.Certificates.Printing.TrueType;

/// <summary>
/// Which glyph draws which character, read from a font's <c>cmap</c> table. Reads segmented coverage (format 12), the one
/// form that reaches beyond U+FFFF; a font without it is refused.
/// </summary>
internal sealed class CharacterMap
{
    private const int SegmentedCoverage = 12;
    private const int LastCodePoint = 0x10FFFF;

    private readonly Dictionary<int, ushort> _glyphs = [];

    public CharacterMap(FontData table, int glyphCount)
    {
        var subtable = FindSegmentedCoverage(table);
        var groupCount = subtable.UInt32(12);
        for (long group = 0; group < groupCount; group++)
        {
            var at = 16 + 12 * group;
            AddGroup(first: subtable.UInt32(at), last: subtable.UInt32(at + 4), firstGlyph: subtable.UInt32(at + 8), glyphCount);
        }
    }

    /// <summary>Gives the glyph of a character, or 0, the font's "not defined" glyph.</summary>
    public ushort GlyphOf(int codePoint) => _glyphs.GetValueOrDefault(codePoint);

    private static FontData FindSegmentedCoverage(FontData table)
    {
        var count = table.UInt16(2);
        for (var record = 0; record < count; record++)
        {
            var offset = table.UInt32(4 + 8 * record + 4);
            if (table.UInt16(offset) == SegmentedCoverage)
                return table.Slice(offset, table.Length - offset);
        }

        throw new InvalidDataException("The font has no character map of format 12.");
    }

    private void AddGroup(uint first, uint last, uint firstGlyph, int glyphCount)
    {
        // A group that overlaps itself or runs past the glyphs would otherwise cost millions of steps or draw nothing.
        if (first > last || last > LastCodePoint || firstGlyph + (long)(last - first) >= glyphCount)
            throw new InvalidDataException($"The font's character map has an impossible group at U+{first:X4}.");
        for (var codePoint = first; codePoint <= last; codePoint++)
            _glyphs[(int)codePoint] = (ushort)(firstGlyph + codePoint - first);
    }
}
