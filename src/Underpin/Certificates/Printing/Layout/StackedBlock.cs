using Underpin.Certificates.Printing.Pdf;

namespace Underpin.Certificates.Printing.Layout;

/// <summary>A part of the page that stands below the one before it.</summary>
/// <param name="GapBefore">The least space above it; more is given where the page has room.</param>
/// <param name="Draw">Draws it on a page with its top at the given height.</param>
internal sealed record StackedBlock(double GapBefore, double Height, Action<PdfPage, double> Draw);
