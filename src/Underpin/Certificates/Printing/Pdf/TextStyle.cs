using Underpin.Certificates.Printing.Text;

namespace Underpin.Certificates.Printing.Pdf;

/// <summary>How a piece of text looks. Sizes are in points.</summary>
internal sealed record TextStyle(PdfFont Font, double Size, PdfColour Colour)
{
    /// <summary>Distance from line to line, as a multiple of the size.</summary>
    public double Leading { get; init; } = 1.3;

    public double LineHeight => Size * Leading;

    public double WidthOf(IReadOnlyList<TextCluster> line) => line.Sum(cluster => Font.WidthOf(cluster, Size));
}
