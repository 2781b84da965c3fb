using System.Globalization;
using Underpin.Certificates.Printing.Pdf;
using Underpin.Certificates.Printing.Text;

namespace Underpin.Certificates.Printing.Layout;

/// <summary>
/// What surrounds every page: the mark drawn large as a frame, the foot line and, on demonstration data, the watermark.
/// </summary>
internal sealed class SheetFrame(Styles styles, CertificatePrint print)
{
    private const double LintelHeight = 11;
    private const double PierWidth = 2.5;
    private const double Overhang = 9;
    private const double GroundHeight = 1;
    private const double WatermarkAngle = 52;

    /// <summary>Draws the frame, which lies behind everything else.</summary>
    public void DrawBehind(PdfPage page)
    {
        var lintel = new PdfBox(Sheet.FrameLeft, Sheet.FrameTop, Sheet.FrameRight - Sheet.FrameLeft, LintelHeight);
        var pier = new PdfBox(lintel.Left + Overhang, lintel.Bottom, PierWidth, Sheet.FrameBottom - lintel.Bottom);
        var otherPier = pier with { Left = lintel.Right - Overhang - PierWidth };
        var ground = lintel with { Top = Sheet.FrameBottom, Height = GroundHeight };
        page.Draw(null, () => page.FillRectangles(Palette.Green, lintel, pier, otherPier, ground));
    }

    /// <summary>Draws the foot, which needs the number of pages, and the watermark, which nothing may cover.</summary>
    public void DrawInFront(PdfPage page, int pageNumber, int pageCount)
    {
        var width = Sheet.FrameRight - Sheet.FrameLeft;
        var left = new TextBlock($"Certificate {print.Number}", styles.Small, width * 0.7);
        var right = new TextBlock(string.Create(CultureInfo.InvariantCulture, $"Page {pageNumber} of {pageCount}"), styles.Small, width, TextAlignment.Right);
        var top = Sheet.FootBaseline - styles.Small.Size;
        page.DrawPagination(() =>
        {
            left.DrawLines(page, Sheet.FrameLeft, top);
            right.DrawLines(page, Sheet.FrameLeft, top);
        });
        if (print.IsDemonstration)
            DrawWatermark(page);
    }

    private void DrawWatermark(PdfPage page)
    {
        var text = PrintableText.Split("Demonstration", styles.Watermark.Font.Typeface);
        page.DrawPagination(() => page.WriteFaintLineAtAngle(styles.Watermark, text, Sheet.Middle, Sheet.Height / 2, WatermarkAngle));
    }
}
