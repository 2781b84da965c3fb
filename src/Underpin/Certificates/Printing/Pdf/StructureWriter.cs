using System.Globalization;
using System.Text;

namespace Underpin.Certificates.Printing.Pdf;

/// <summary>
/// Writes the tag tree: downwards, each element with its children; and upwards, the table by which a reader that meets a
/// stretch of content or a link finds the element it belongs to (ISO 32000-1, 14.7.4.4).
/// </summary>
internal sealed class StructureWriter(PdfObjects objects, IReadOnlyDictionary<PdfPage, int> pageNumbers)
{
    private readonly Dictionary<StructureNode, int> _numbers = [];
    private readonly List<(LinkAnnotation Link, StructureElement Owner)> _links = [];

    public int NumberOf(LinkAnnotation link) => _numbers[link];

    /// <summary>Gives the number of the tree's root object.</summary>
    public int Write(StructureElement document, IReadOnlyList<PdfPage> pages)
    {
        var root = objects.Reserve();
        Reserve(document);
        Write(document, root);
        var upwards = WriteParents(pages);
        objects.Set(root, string.Create(CultureInfo.InvariantCulture,
            $"<</Type/StructTreeRoot/K {PdfSyntax.Reference(_numbers[document])}/ParentTree {PdfSyntax.Reference(upwards)}/ParentTreeNextKey {pages.Count + _links.Count}>>"));
        return root;
    }

    private void Reserve(StructureElement element)
    {
        _numbers[element] = objects.Reserve();
        foreach (var child in element.Children)
        {
            if (child is StructureElement inner)
            {
                Reserve(inner);
            }
            else if (child is LinkAnnotation link)
            {
                _numbers[link] = objects.Reserve();
                _links.Add((link, element));
            }
        }
    }

    private void Write(StructureElement element, int parent)
    {
        var body = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"<</Type/StructElem/S/{element.Type}/P {PdfSyntax.Reference(parent)}")
            .Append(CultureInfo.InvariantCulture, $"/K[{string.Join(' ', element.Children.Select(ChildOf))}]");
        if (element.AlternativeText is not null)
            body.Append("/Alt").Append(PdfSyntax.Text(element.AlternativeText));
        if (element.ActualText is not null)
            body.Append("/ActualText").Append(PdfSyntax.Text(element.ActualText));
        body.Append(AttributesOf(element)).Append(">>");
        objects.Set(_numbers[element], body.ToString());

        foreach (var child in element.Children.OfType<StructureElement>())
            Write(child, _numbers[element]);
    }

    private string ChildOf(StructureNode child) => child switch
    {
        MarkedContent content => string.Create(CultureInfo.InvariantCulture, $"<</Type/MCR/Pg {PdfSyntax.Reference(pageNumbers[content.Page])}/MCID {content.Identifier}>>"),
        LinkAnnotation link => $"<</Type/OBJR/Pg {PdfSyntax.Reference(pageNumbers[link.Page])}/Obj {PdfSyntax.Reference(_numbers[link])}>>",
        _ => PdfSyntax.Reference(_numbers[child]),
    };

    private static string AttributesOf(StructureElement element)
    {
        if (element.Type == "TH")
            return "/A<</O/Table/Scope/Column>>";
        var content = element.Children.OfType<MarkedContent>().FirstOrDefault();
        return element.Area is { } area && content is not null
            ? $"/A<</O/Layout/Placement/Block/BBox[{content.Page.CornersOf(area)}]>>"
            : "";
    }

    private int WriteParents(IReadOnlyList<PdfPage> pages)
    {
        var entries = new StringBuilder();
        for (var index = 0; index < pages.Count; index++)
            entries.Append(CultureInfo.InvariantCulture, $"{index}[{string.Join(' ', pages[index].Owners.Select(owner => PdfSyntax.Reference(_numbers[owner])))}]");
        for (var index = 0; index < _links.Count; index++)
        {
            var key = pages.Count + index;
            WriteLink(_links[index].Link, key);
            entries.Append(CultureInfo.InvariantCulture, $" {key} {PdfSyntax.Reference(_numbers[_links[index].Owner])}");
        }

        return objects.Add($"<</Nums[{entries}]>>");
    }

    private void WriteLink(LinkAnnotation link, int key) => objects.Set(_numbers[link], string.Create(CultureInfo.InvariantCulture,
        $"<</Type/Annot/Subtype/Link/Rect[{link.Page.CornersOf(link.Area)}]/Border[0 0 0]/F 4/P {PdfSyntax.Reference(pageNumbers[link.Page])}")
        + string.Create(CultureInfo.InvariantCulture, $"/StructParent {key}/Contents{PdfSyntax.Text(link.Description)}/A<</S/URI/URI{PdfSyntax.Ascii(link.Address.AbsoluteUri)}>>>>"));
}
