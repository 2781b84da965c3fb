namespace Underpin.Certificates.Printing.Pdf;

/// <summary>A rectangle on a page in points, measured from the page's top left corner.</summary>
internal readonly record struct PdfBox(double Left, double Top, double Width, double Height)
{
    public double Right => Left + Width;

    public double Bottom => Top + Height;
}
