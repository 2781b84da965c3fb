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
        {
            _content.Append("/Artifact BMC\n");
        }
        else
        {
            _content.Append(CultureInfo.InvariantCulture, $"/{owner.Type} <</MCID {_owners.Count}>> BDC\n");
            owner.Add(new MarkedContent(this, _owners.Count));
            _owners.Add(owner);
        }

        draw();
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
    public void WriteLine(TextStyle style, IReadOnlyList<TextCluster> line, double left, double baseline) =>
        WriteLine(style, line, $"1 0 0 1 {PdfSyntax.Numbers(left, height - baseline)}");

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
        WriteLine(style, line, PdfSyntax.Numbers(cosine, sine, -sine, cosine, left, bottom));
        _content.Append("Q\n");
    }

    /// <summary>Makes an area open an address. The link's own text is drawn separately, for the same element.</summary>
    public void AddLink(StructureElement owner, PdfBox area, Uri address, string description) =>
        _links.Add(owner.Add(new LinkAnnotation(this, area, address, description)));

    /// <summary>The area in PDF's own measure: left, bottom, right, top, from the bottom left corner.</summary>
    public string CornersOf(PdfBox area) => PdfSyntax.Numbers(area.Left, height - area.Bottom, area.Right, height - area.Top);

    private void WriteLine(TextStyle style, IReadOnlyList<TextCluster> line, string matrix)
    {
        _content.Append(CultureInfo.InvariantCulture, $"BT\n{style.Colour.Operands} rg /{style.Font.ResourceName} {PdfSyntax.Number(style.Size)} Tf {matrix} Tm\n");
        for (var start = 0; start < line.Count;)
        {
            var end = start + 1;
            while (end < line.Count && line[end].IsCovered == line[start].IsCovered)
                end++;
            ShowRun(style.Font, line.Skip(start).Take(end - start).ToList());
            start = end;
        }

        _content.Append("ET\n");
    }

    /// <summary>Shows clusters that are all covered or all boxes; the true text goes with the boxes (14.9.4).</summary>
    private void ShowRun(PdfFont font, List<TextCluster> run)
    {
        var shown = $"<{font.Encode(string.Concat(run.Select(cluster => cluster.Drawn)))}> Tj\n";
        if (run[0].IsCovered)
            _content.Append(shown);
        else
            _content.Append(CultureInfo.InvariantCulture, $"/Span <</ActualText {PdfSyntax.Text(string.Concat(run.Select(cluster => cluster.Text)))}>> BDC\n{shown}EMC\n");
    }
}
