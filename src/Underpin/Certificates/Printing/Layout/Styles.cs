using Underpin.Certificates.Printing.Fonts;
using Underpin.Certificates.Printing.Pdf;

namespace Underpin.Certificates.Printing.Layout;

/// <summary>The fonts of one document and the styles made of them.</summary>
internal sealed class Styles
{
    public PdfFont Regular { get; } = new(Typeface.Regular, "SourceSans3-Regular", "Regular");

    public PdfFont SemiBold { get; } = new(Typeface.SemiBold, "SourceSans3-SemiBold", "SemiBold");

    public TextStyle Body => new(Regular, 10, Palette.Ink) { Leading = 1.38 };

    public TextStyle Lead => new(Regular, 12.5, Palette.Quiet);

    public TextStyle Issuer => new(SemiBold, 15, Palette.Green);

    /// <summary>The size is a placeholder: a name is fitted to the line.</summary>
    public TextStyle HolderName => new(SemiBold, 40, Palette.Ink) { Leading = 1.2 };

    public TextStyle Qualification => new(SemiBold, 21, Palette.Green) { Leading = 1.22 };

    public TextStyle Heading => new(SemiBold, 12, Palette.Green);

    public TextStyle Label => new(Regular, 9, Palette.Quiet);

    public TextStyle Value => new(SemiBold, 12, Palette.Ink);

    public TextStyle Cell => new(Regular, 9.5, Palette.Ink);

    public TextStyle ColumnHeading => new(SemiBold, 8.5, Palette.Quiet);

    public TextStyle Number => new(SemiBold, 14, Palette.Ink);

    public TextStyle Link => new(SemiBold, 10, Palette.Green) { Leading = 1.38 };

    public TextStyle Small => new(Regular, 8.5, Palette.Quiet) { Leading = 1.35 };

    public TextStyle Demonstration => new(SemiBold, 10, Palette.Accent);

    public TextStyle Watermark => new(SemiBold, 88, Palette.Accent);
}
