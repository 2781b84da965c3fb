using Underpin.Certificates.Printing.Fonts;
using Underpin.Certificates.Printing.Text;

namespace Underpin.Tests.Certificates.Printing.Text;

public sealed class PrintableTextTests
{
    [Theory]
    [InlineData("  Ana \t\r\n Kovac ", "Ana Kovac")]
    [InlineData("Ana\u3000Kovac", "Ana Kovac")]
    [InlineData("Ana\u00A0Kovac", "Ana\u00A0Kovac")]
    [InlineData("e\u0301", "é")]
    [InlineData("", "")]
    public void Text_is_tidied_before_it_is_printed(string text, string expected) =>
        Assert.Equal(expected, PrintableText.Clean(text));

    /// <summary>Not a row of the table above: the runner itself cannot carry half a character.</summary>
    [Fact]
    public void Half_a_character_becomes_the_replacement_character() =>
        Assert.Equal("A\uFFFDn", PrintableText.Clean("A\uD800n"));

    [Theory]
    [InlineData("A\u00ADn\u200Ba")]
    [InlineData("\u202EAna\u202C")]
    [InlineData("Ana\uFE0F")]
    public void Characters_that_only_steer_layout_are_not_drawn(string text) =>
        Assert.Equal("Ana", string.Concat(PrintableText.Split(text, Typeface.Regular).Select(cluster => cluster.Drawn)));

    [Fact]
    public void A_letter_with_a_mark_that_the_typeface_lacks_is_one_box_and_keeps_its_text()
    {
        var cluster = Assert.Single(PrintableText.Split("x\u0489", Typeface.Regular));

        Assert.Equal(new TextCluster("x\u0489", "□", false), cluster);
    }
}
