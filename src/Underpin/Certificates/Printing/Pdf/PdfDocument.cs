using System.Globalization;
using System.Text;

namespace Underpin.Certificates.Printing.Pdf;

/// <summary>
/// A tagged PDF 1.7 with embedded fonts, written as PDF/UA-1 (ISO 14289-1) asks. Built to that standard, not validated against
/// it. The same calls in the same order give the same bytes.
/// </summary>
internal sealed class PdfDocument(PdfParticulars particulars, params IReadOnlyList<PdfFont> fonts)
{
    private const double FaintOpacity = 0.14;

    private readonly List<PdfPage> _pages = [];

    /// <summary>The root of the tag tree, to which all content belongs.</summary>
    public StructureElement Root { get; } = new("Document");

    public IReadOnlyList<PdfPage> Pages => _pages;

    public PdfPage AddPage(double width, double height)
    {
        var page = new PdfPage(width, height);
        _pages.Add(page);
        return page;
    }

    public byte[] ToBytes()
    {
        var objects = new PdfObjects();
        var pageTree = objects.Reserve();
        var pageNumbers = _pages.ToDictionary(page => page, _ => objects.Reserve());
        var structure = new StructureWriter(objects, pageNumbers);
        var structureRoot = structure.Write(Root, _pages);

        var fontEntries = string.Concat(fonts.Select(font => $"/{font.ResourceName} {PdfSyntax.Reference(font.WriteTo(objects))}"));
        var resources = objects.Add($"<</Font<<{fontEntries}>>/ExtGState<</{PdfPage.FaintState}<</Type/ExtGState/ca {PdfSyntax.Number(FaintOpacity)}>>>>>>");
        for (var index = 0; index < _pages.Count; index++)
            WritePage(objects, pageTree, resources, index, pageNumbers[_pages[index]], structure);
        objects.Set(pageTree, string.Create(CultureInfo.InvariantCulture, $"<</Type/Pages/Kids[{string.Join(' ', pageNumbers.Values.Select(PdfSyntax.Reference))}]/Count {_pages.Count}>>"));

        var metadata = objects.AddStream("/Type/Metadata/Subtype/XML", XmpMetadata.Create(particulars), compress: false);
        var catalogue = objects.Add(
            $"<</Type/Catalog/Pages {PdfSyntax.Reference(pageTree)}/Lang{PdfSyntax.Ascii(particulars.Language)}/MarkInfo<</Marked true>>"
            + $"/StructTreeRoot {PdfSyntax.Reference(structureRoot)}/ViewerPreferences<</DisplayDocTitle true>>/Metadata {PdfSyntax.Reference(metadata)}>>");
        return objects.ToFile(catalogue, WriteInformation(objects));
    }

    private void WritePage(PdfObjects objects, int pageTree, int resources, int index, int number, StructureWriter structure)
    {
        var page = _pages[index];
        var content = objects.AddStream("", page.Content);
        var links = string.Join(' ', page.Links.Select(link => PdfSyntax.Reference(structure.NumberOf(link))));
        var body = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"<</Type/Page/Parent {PdfSyntax.Reference(pageTree)}/MediaBox[0 0 {PdfSyntax.Numbers(page.Width, page.Height)}]")
            .Append(CultureInfo.InvariantCulture, $"/Resources {PdfSyntax.Reference(resources)}/Contents {PdfSyntax.Reference(content)}/StructParents {index}/Tabs/S");
        if (links.Length > 0)
            body.Append(CultureInfo.InvariantCulture, $"/Annots[{links}]");
        objects.Set(number, body.Append(">>").ToString());
    }

    private int WriteInformation(PdfObjects objects)
    {
        var created = particulars.CreatedOn.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        return objects.Add(
            $"<</Title{PdfSyntax.Text(particulars.Title)}/Author{PdfSyntax.Text(particulars.Author)}/Producer{PdfSyntax.Text("Underpin")}"
            + $"/CreationDate(D:{created})/ModDate(D:{created})>>");
    }
}
