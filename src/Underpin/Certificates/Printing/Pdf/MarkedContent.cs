namespace Underpin.Certificates.Printing.Pdf;

/// <summary>A stretch of one page's content that belongs to a structure element.</summary>
internal sealed class MarkedContent(PdfPage page, int identifier) : StructureNode
{
    public PdfPage Page => page;

    public int Identifier => identifier;
}
