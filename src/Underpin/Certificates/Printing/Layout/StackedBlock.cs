using Underpin.Certificates.Printing.Pdf;

namespace Underpin.Certificates.Printing.Layout;

/// <summary>A part of the page that stands below the one before it.</summary>
/// <param name="GapBefore">The space above it; stretched or shrunk to fill the page unless the block stays close.</param>
/// <param name="StaysClose">True for what belongs to the block above it, as a name to the words that lead to it.</param>
/// <param name="Draw">Draws it on a page with its top at the given height.</param>
internal sealed record StackedBlock(double GapBefore, bool StaysClose, double Height, Action<PdfPage, double> Draw)
{
    public double GapStretchedBy(double stretch) => StaysClose ? GapBefore : GapBefore * stretch;
}
