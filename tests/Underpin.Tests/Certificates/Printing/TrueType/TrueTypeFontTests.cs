using System.Text;
using Underpin.Certificates.Printing.Fonts;
using Underpin.Certificates.Printing.TrueType;

namespace Underpin.Tests.Certificates.Printing.TrueType;

public sealed class TrueTypeFontTests
{
    private static readonly byte[] _file = ReadFile();

    [Fact]
    public void Both_weights_cover_the_same_characters()
    {
        var characters = Enumerable.Range(0, 0x20000).Where(Rune.IsValid).Select(value => new Rune(value)).ToList();

        Assert.Equal(characters.Where(Typeface.Regular.Covers), characters.Where(Typeface.SemiBold.Covers));
        Assert.True(characters.Count(Typeface.Regular.Covers) > 1500);
    }

    [Fact]
    public void The_box_that_stands_for_missing_characters_is_in_the_typeface() =>
        Assert.True(Typeface.SemiBold.Covers(new Rune('□')));

    [Fact]
    public void A_subset_keeps_the_glyphs_used_with_their_parts_and_empties_the_rest()
    {
        var font = Typeface.Regular;
        var accented = font.GlyphOf(new Rune('ŵ'));
        var unused = font.GlyphOf(new Rune('Q'));

        var bytes = FontSubset.Create(font, [accented]);

        var subset = Reread(bytes);
        Assert.True(bytes.Length < _file.Length / 10);
        Assert.Equal(font.OutlineOf(accented).Span.ToArray(), subset.OutlineOf(accented).Span[..font.OutlineOf(accented).Length].ToArray());
        Assert.Equal(0, subset.OutlineOf(unused).Length);
        Assert.All(CompositeGlyph.ComponentsOf(font.OutlineOf(accented)), part => Assert.NotEqual(0, subset.OutlineOf(part).Length));
        Assert.Equal(font.AdvanceOf(accented), subset.AdvanceOf(accented));
    }

    [Fact]
    public void A_font_cut_short_anywhere_is_refused_as_damaged()
    {
        for (var length = 0; length < _file.Length - 4; length += 997)
            Assert.Throws<InvalidDataException>(() => new TrueTypeFont(_file.AsMemory(0, length)));
    }

    [Fact]
    public void A_font_with_damaged_bytes_is_read_or_refused_and_never_anything_else()
    {
        var random = new Random(20261121);
        var refused = 0;
        for (var round = 0; round < 300; round++)
        {
            var damaged = (byte[])_file.Clone();
            for (var hit = 0; hit < 40; hit++)
                damaged[random.Next(hit < 4 ? 300 : damaged.Length)] = (byte)random.Next(256);
            try
            {
                var font = new TrueTypeFont(damaged);
                FontSubset.Create(font, Enumerable.Range(0, 400).Select(glyph => (ushort)Math.Min(glyph, font.GlyphCount - 1)));
            }
            catch (InvalidDataException)
            {
                refused++;
            }
        }

        Assert.InRange(refused, 1, 300);
    }

    /// <summary>A subset has no table of characters, so those of the whole font are lent to it for reading.</summary>
    private static TrueTypeFont Reread(byte[] subset) => new(FontFile.WithTablesOf(subset, Typeface.Regular, "cmap", "OS/2"));

    private static byte[] ReadFile()
    {
        using var resource = typeof(Typeface).Assembly.GetManifestResourceStream("Fonts/SourceSans3-Regular.ttf")!;
        var bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        return bytes;
    }
}
