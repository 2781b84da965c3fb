using System.Text;

namespace Underpin.Certificates.Printing.TrueType;

/// <summary>
/// A TrueType font with quadratic outlines: its measures, its character map and its glyphs. Immutable once read, so one
/// instance serves every document. Reads what setting plain left-to-right text needs and no more: no kerning, no ligatures.
/// </summary>
internal sealed class TrueTypeFont
{
    private const uint TrueTypeOutlines = 0x00010000;

    private readonly Dictionary<string, FontData> _tables = [];
    private readonly CharacterMap _characters;
    private readonly FontData _advances;
    private readonly int _advanceCount;
    private readonly FontData _locations;
    private readonly bool _longLocations;

    public TrueTypeFont(ReadOnlyMemory<byte> file)
    {
        ReadTables(new FontData(file));

        var head = Table("head");
        UnitsPerEm = head.UInt16(18);
        if (UnitsPerEm is < 16 or > 16384)
            throw new InvalidDataException($"The font gives {UnitsPerEm} units per em; 16 to 16384 are allowed.");
        BoundingBox = [head.Int16(36), head.Int16(38), head.Int16(40), head.Int16(42)];
        _longLocations = head.Int16(50) == 1;

        var horizontal = Table("hhea");
        Ascent = horizontal.Int16(4);
        Descent = horizontal.Int16(6);
        CapHeight = Table("OS/2").Int16(88);
        GlyphCount = Table("maxp").UInt16(4);

        _advanceCount = horizontal.UInt16(34);
        _advances = Table("hmtx");
        if (_advanceCount == 0 || _advances.Length < 4L * _advanceCount)
            throw new InvalidDataException("The font's table of widths is too short.");

        _locations = Table("loca");
        _characters = new CharacterMap(Table("cmap"), GlyphCount);
    }

    public int UnitsPerEm { get; }

    public int GlyphCount { get; }

    public int Ascent { get; }

    /// <summary>Depth below the base line; negative, as fonts store it.</summary>
    public int Descent { get; }

    public int CapHeight { get; }

    /// <summary>Left, bottom, right and top of the box that holds every glyph.</summary>
    public IReadOnlyList<short> BoundingBox { get; }

    public bool Covers(Rune character) => _characters.GlyphOf(character.Value) != 0;

    public ushort GlyphOf(Rune character) => _characters.GlyphOf(character.Value);

    /// <summary>How far a glyph moves the pen, in font units. Glyphs past the end of the table share the last width.</summary>
    public int AdvanceOf(int glyph) => _advances.UInt16(4L * Math.Min(glyph, _advanceCount - 1));

    public bool HasTable(string name) => _tables.ContainsKey(name);

    public FontData Table(string name) => _tables.TryGetValue(name, out var table)
        ? table
        : throw new InvalidDataException($"The font has no '{name}' table.");

    /// <summary>Gives the outline of a glyph; empty for a glyph that marks nothing, such as the space.</summary>
    public FontData OutlineOf(int glyph)
    {
        var (start, end) = _longLocations
            ? (_locations.UInt32(4L * glyph), _locations.UInt32(4L * glyph + 4))
            : (2u * _locations.UInt16(2L * glyph), 2u * _locations.UInt16(2L * glyph + 2));
        return Table("glyf").Slice(start, (long)end - start);
    }

    private void ReadTables(FontData file)
    {
        if (file.UInt32(0) != TrueTypeOutlines)
            throw new InvalidDataException("The file is not a TrueType font.");

        var count = file.UInt16(4);
        for (var record = 0; record < count; record++)
        {
            var at = 12 + 16 * record;
            var name = Encoding.ASCII.GetString(file.Slice(at, 4).Span);
            _tables[name] = file.Slice(file.UInt32(at + 8), file.UInt32(at + 12));
        }
    }
}
