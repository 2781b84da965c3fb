using Underpin.Certificates.Printing.Pdf;

namespace Underpin.Certificates.Printing.Layout;

/// <summary>The brand's colours on paper. Text colours reach at least 4.5:1 on white and on the ground.</summary>
internal static class Palette
{
    public static readonly PdfColour Ink = new(0x16, 0x23, 0x1d);
    public static readonly PdfColour Quiet = new(0x4d, 0x5a, 0x53);
    public static readonly PdfColour Green = new(0x14, 0x52, 0x3c);
    public static readonly PdfColour Accent = new(0xb4, 0x54, 0x1a);
    public static readonly PdfColour Ground = new(0xf7, 0xf5, 0xef);
    public static readonly PdfColour Hairline = new(0xd5, 0xd3, 0xc8);
    public static readonly PdfColour White = new(0xff, 0xff, 0xff);
}
