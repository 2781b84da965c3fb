namespace Underpin.Certificates.Printing.Pdf;

/// <summary>An area of a page that opens a web address.</summary>
/// <param name="description">What a screen reader says of the link.</param>
internal sealed class LinkAnnotation(PdfPage page, PdfBox area, Uri address, string description) : StructureNode
{
    public PdfPage Page => page;

    public PdfBox Area => area;

    public Uri Address => address;

    public string Description => description;
}
