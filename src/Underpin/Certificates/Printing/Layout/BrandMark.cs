using Underpin.Certificates.Printing.Pdf;

namespace Underpin.Certificates.Printing.Layout;

/// <summary>The mark: one lintel resting on two piers.</summary>
internal static class BrandMark
{
    private const double HeightToWidth = 0.82;
    private const double LintelToHeight = 0.24;
    private const double PierToWidth = 0.2;
    private const double OverhangToWidth = 0.08;

    public static double HeightFor(double width) => width * HeightToWidth;

    public static void Draw(PdfPage page, double left, double top, double width)
    {
        var height = HeightFor(width);
        var lintel = new PdfBox(left, top, width, height * LintelToHeight);
        var pier = new PdfBox(left + width * OverhangToWidth, lintel.Bottom, width * PierToWidth, height - lintel.Height);
        var otherPier = pier with { Left = left + width - width * OverhangToWidth - pier.Width };
        page.Draw(null, () => page.FillRectangles(Palette.Green, lintel, pier, otherPier));
    }
}
