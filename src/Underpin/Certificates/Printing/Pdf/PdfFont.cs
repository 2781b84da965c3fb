using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Underpin.Certificates.Printing.Text;
using Underpin.Certificates.Printing.TrueType;

namespace Underpin.Certificates.Printing.Pdf;

/// <summary>
/// A font as one document uses it. Each character gets a code of its own, counted up from 1 in order of use, and not its
/// glyph number: several characters may share a glyph (a hyphen and a non-breaking hyphen), and only separate codes let
/// software read back exactly what was written.
/// </summary>
internal sealed class PdfFont(TrueTypeFont typeface, string postScriptName, string resourceName)
{
    private const int EntriesPerMapSection = 100;

    private readonly Dictionary<Rune, int> _codes = [];
    private readonly List<Rune> _characters = [];

    public string ResourceName => resourceName;

    public TrueTypeFont Typeface => typeface;

    public double WidthOf(TextCluster cluster, double size) =>
        cluster.Drawn.EnumerateRunes().Sum(rune => typeface.AdvanceOf(typeface.GlyphOf(rune))) * size / typeface.UnitsPerEm;

    /// <summary>Gives the string that shows the text on a page, in hexadecimal.</summary>
    public string Encode(string drawn)
    {
        var hex = new StringBuilder();
        foreach (var rune in drawn.EnumerateRunes())
            hex.Append(CodeOf(rune).ToString("X4", CultureInfo.InvariantCulture));
        return hex.ToString();
    }

    /// <summary>Writes the subset and everything that describes it; gives the number of the font object.</summary>
    public int WriteTo(PdfObjects objects)
    {
        var subset = FontSubset.Create(typeface, _characters.Select(typeface.GlyphOf));
        var name = $"{SubsetTag(subset)}+{postScriptName}";
        var file = objects.AddStream(string.Create(CultureInfo.InvariantCulture, $"/Length1 {subset.Length}"), subset);
        var descriptor = objects.Add(
            $"<</Type/FontDescriptor/FontName/{name}/Flags 4/FontBBox[{PdfSyntax.Numbers(typeface.BoundingBox.Select(edge => PerThousand(edge)))}]"
            + $"/ItalicAngle 0/Ascent {PdfSyntax.Number(PerThousand(typeface.Ascent))}/Descent {PdfSyntax.Number(PerThousand(typeface.Descent))}"
            + $"/CapHeight {PdfSyntax.Number(PerThousand(typeface.CapHeight))}/StemV 80/FontFile2 {PdfSyntax.Reference(file)}>>");
        var glyphs = objects.AddStream("", GlyphMap());
        var descendant = objects.Add(
            $"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            + $"/FontDescriptor {PdfSyntax.Reference(descriptor)}/CIDToGIDMap {PdfSyntax.Reference(glyphs)}/W[1[{PdfSyntax.Numbers(Widths())}]]>>");
        var unicode = objects.AddStream("", Encoding.ASCII.GetBytes(UnicodeMap()));
        return objects.Add(
            $"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H/DescendantFonts[{PdfSyntax.Reference(descendant)}]"
            + $"/ToUnicode {PdfSyntax.Reference(unicode)}>>");
    }

    private int CodeOf(Rune character)
    {
        if (_codes.TryGetValue(character, out var known))
            return known;
        if (!typeface.Covers(character))
            throw new InvalidOperationException($"U+{character.Value:X4} is not in the font and must be replaced before it is drawn.");
        _characters.Add(character);
        return _codes[character] = _characters.Count;
    }

    private double PerThousand(int fontUnits) => fontUnits * 1000.0 / typeface.UnitsPerEm;

    private IEnumerable<double> Widths() => _characters.Select(rune => PerThousand(typeface.AdvanceOf(typeface.GlyphOf(rune))));

    /// <summary>The glyph number of each code, two bytes each, beginning with code 0, which is never shown.</summary>
    private byte[] GlyphMap()
    {
        var map = new List<byte> { 0, 0 };
        foreach (var glyph in _characters.Select(typeface.GlyphOf))
            map.AddRange([(byte)(glyph >> 8), (byte)glyph]);
        return [.. map];
    }

    /// <summary>The table by which software reads codes back as characters (ISO 32000-1, 9.10.3).</summary>
    private string UnicodeMap()
    {
        var map = new StringBuilder()
            .Append("/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n")
            .Append("/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n")
            .Append("1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n");
        foreach (var section in _characters.Chunk(EntriesPerMapSection))
        {
            map.Append(CultureInfo.InvariantCulture, $"{section.Length} beginbfchar\n");
            foreach (var character in section)
                map.Append(CultureInfo.InvariantCulture, $"<{_codes[character]:X4}><{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(character.ToString()))}>\n");
            map.Append("endbfchar\n");
        }

        return map.Append("endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend").ToString();
    }

    /// <summary>Six letters that tell this subset from any other of the same font when files are merged.</summary>
    private static string SubsetTag(byte[] subset) =>
        string.Concat(SHA256.HashData(subset).Take(6).Select(value => (char)('A' + value % 26)));
}
