using System.Globalization;
using System.Text;
using Underpin.Certificates.Printing.Text;

namespace Underpin.Certificates.Printing.Pdf;

/// <summary>
/// The content of one page. Places are in points from the top left corner, downwards. All that is drawn either belongs to
/// a structure element or is an artifact, which screen readers pass over: nothing may be neither.
/// </summary>
internal sealed class PdfPage(double width, double height)
{
    /// <summary>Name of the graphics state, in each page's resources, that makes what is drawn almost transparent.</summary>
    public const string FaintState = "Faint";

    private readonly StringBuilder _content = new();
    private readonly List<StructureElement> _owners = [];
    private readonly List<LinkAnnotation> _links = [];
    private StructureElement? _owner;

    public double Width => width;

    public double Height => height;

    /// <summary>The element that owns each stretch of marked content, by its identifier.</summary>
    public IReadOnlyList<StructureElement> Owners => _owners;

    public IReadOnlyList<LinkAnnotation> Links => _links;

    public byte[] Content => Encoding.ASCII.GetBytes(_content.ToString());

    /// <summary>Draws what belongs to an element, or decoration when there is none.</summary>
    public void Draw(StructureElement? owner, Action draw)
    {
        if (owner is null)
            _content.Append("/Artifact BMC\n");
        else
            Open(owner);

        _owner = owner;
        draw();
        _owner = null;
        _content.Append("EMC\n");
    }

    /// <summary>Draws what every page repeats: head, foot, watermark. Kept apart from decoration for reflowing readers.</summary>
    public void DrawPagination(Action draw)
    {
        _content.Append("/Artifact <</Type/Pagination>> BDC\n");
        draw();
        _content.Append("EMC\n");
    }

    public void FillRectangles(PdfColour colour, params IEnumerable<PdfBox> boxes)
    {
        _content.Append(CultureInfo.InvariantCulture, $"{colour.Operands} rg\n");
        foreach (var box in boxes)
            _content.Append(CultureInfo.InvariantCulture, $"{PdfSyntax.Numbers(box.Left, height - box.Bottom, box.Width, box.Height)} re\n");
        _content.Append("f\n");
    }

    /// <summary>Writes one line with its base line at the given place.</summary>
    public void WriteLine(TextStyle style, IReadOnlyList<TextCluster> line, double left, double baseline)
    {
        for (var start = 0; start < line.Count;)
        {
            var run = line.Skip(start).TakeWhile(cluster => cluster.IsCovered == line[start].IsCovered).ToList();
            WriteRun(style, run, $"1 0 0 1 {PdfSyntax.Numbers(left, height - baseline)}");
            left += style.WidthOf(run);
            start += run.Count;
        }
    }

    /// <summary>
    /// Writes one almost transparent line that climbs at an angle about its own middle, which is put at the given place.
    /// </summary>
    public void WriteFaintLineAtAngle(TextStyle style, IReadOnlyList<TextCluster> line, double middleX, double middleY, double degrees)
    {
        var (sine, cosine) = Math.SinCos(degrees * Math.PI / 180);
        var (back, down) = (style.WidthOf(line) / 2, style.Size / 3);
        var left = middleX - back * cosine + down * sine;
        var bottom = height - middleY - back * sine - down * cosine;
        _content.Append("q\n/").Append(FaintState).Append(" gs\n");
        Show(style, line, PdfSyntax.Numbers(cosine, sine, -sine, cosine, left, bottom));
        _content.Append("Q\n");
    }

    /// <summary>Makes an area open an address. The link's own text is drawn separately, for the same element.</summary>
    public void AddLink(StructureElement owner, PdfBox area, Uri address, string description) =>
        _links.Add(owner.Add(new LinkAnnotation(this, area, address, description)));

    /// <summary>The area in PDF's own measure: left, bottom, right, top, from the bottom left corner.</summary>
    public string CornersOf(PdfBox area) => PdfSyntax.Numbers(area.Left, height - area.Bottom, area.Right, height - area.Top);

    /// <summary>
    /// Shows clusters that are all covered or all boxes. Boxes are an element of their own, which gives the true text
    /// (14.9.4) in the tag tree, for screen readers, and in the content, for search and copying. The stretches stand one after
    /// another because some readers lose text behind a nested one.
    /// </summary>
    private void WriteRun(TextStyle style, List<TextCluster> run, string matrix)
    {
        var owner = _owner;
        if (run[0].IsCovered || owner is null)
        {
            Show(style, run, matrix);
            return;
        }

        _content.Append("EMC\n");
        Open(owner.Add(new StructureElement("Span") { ActualText = string.Concat(run.Select(cluster => cluster.Text)) }));
        Show(style, run, matrix);
        _content.Append("EMC\n");
        Open(owner);
    }

    private void Open(StructureElement element)
    {
        var actualText = element.ActualText is null ? "" : $"/ActualText {PdfSyntax.Text(element.ActualText)}";
        _content.Append(CultureInfo.InvariantCulture, $"/{element.Type} <</MCID {_owners.Count}{actualText}>> BDC\n");
        element.Add(new MarkedContent(this, _owners.Count));
        _owners.Add(element);
    }

    private void Show(TextStyle style, IReadOnlyList<TextCluster> clusters, string matrix)
    {
        var shown = style.Font.Encode(string.Concat(clusters.Select(cluster => cluster.Drawn)));
        _content.Append(CultureInfo.InvariantCulture, $"BT\n{style.Colour.Operands} rg /{style.Font.ResourceName} {PdfSyntax.Number(style.Size)} Tf {matrix} Tm\n<{shown}> Tj\nET\n");
    }
}
