using System.Collections;
using QRCoder;
using Underpin.Certificates.Printing.Pdf;

namespace Underpin.Certificates.Printing.Layout;

/// <summary>A QR code drawn as rectangles, sharp at any size.</summary>
internal sealed class QrFigure
{
    /// <summary>Light modules that the standard (ISO/IEC 18004) asks for on every side.</summary>
    private const int QuietZone = 4;

    private readonly List<BitArray> _modules;

    public QrFigure(string content)
    {
        // Level Q still reads with a quarter of the code lost, to a fold or a coffee ring.
        using var code = QRCodeGenerator.GenerateQrCode(content, QRCodeGenerator.ECCLevel.Q);
        var withQuietZone = code.ModuleMatrix;
        _modules = withQuietZone[QuietZone..^QuietZone]
            .Select(row => new BitArray(row.Cast<bool>().Skip(QuietZone).SkipLast(QuietZone).ToArray()))
            .ToList();
    }

    /// <summary>Draws the code with its quiet zone inside the given square.</summary>
    public void Draw(PdfPage page, StructureElement parent, PdfBox square, string alternativeText)
    {
        page.Draw(null, () => page.FillRectangles(Palette.White, square));
        var figure = parent.Add(new StructureElement("Figure") { AlternativeText = alternativeText, Area = square });
        page.Draw(figure, () => page.FillRectangles(Palette.Ink, DarkRuns(square)));
    }

    /// <summary>Dark modules side by side are drawn as one, so that no viewer shows a seam between them.</summary>
    private IEnumerable<PdfBox> DarkRuns(PdfBox square)
    {
        var module = square.Width / (_modules.Count + 2 * QuietZone);
        for (var row = 0; row < _modules.Count; row++)
        {
            for (var column = 0; column < _modules.Count; column++)
            {
                var first = column;
                while (column < _modules.Count && _modules[row][column])
                    column++;
                if (column > first)
                    yield return new PdfBox(square.Left + (first + QuietZone) * module, square.Top + (row + QuietZone) * module, (column - first) * module, module);
            }
        }
    }
}
