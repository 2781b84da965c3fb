using Underpin.Certificates.Printing.Pdf;

namespace Underpin.Certificates.Printing.Layout;

/// <summary>The table of units, one table in the tag tree however many pages it crosses.</summary>
internal sealed class UnitTable
{
    private readonly UnitRow _headings;
    private readonly List<UnitRow> _rows;
    private readonly TextBlock _title;
    private StructureElement? _element;
    private int _next;

    public UnitTable(Styles styles, IReadOnlyList<PrintedUnit> units)
    {
        _headings = UnitRow.Headings(styles);
        _rows = units.Select(unit => new UnitRow(styles, unit)).ToList();
        _title = new TextBlock("Units achieved", styles.Heading, Sheet.ColumnWidth);
    }

    public double Height => HeightOfHead + _rows.Sum(row => row.Height);

    /// <summary>The least that is worth beginning on a page: the heading and the first row.</summary>
    public double LeastHeight => HeightOfHead + _rows[0].Height;

    public bool IsDone => _next == _rows.Count;

    private double HeightOfHead => _title.Height + _headings.Height;

    /// <summary>Draws as many rows as fit above the given height, going on from the last page.</summary>
    /// <returns>Where the rows drawn so far end.</returns>
    public double Draw(PdfPage page, StructureElement parent, double top, double bottom)
    {
        top = _element is null ? Begin(page, parent, top) : Continue(page, top);
        var firstOnPage = _next;
        // A row taller than a page is drawn all the same, else the table would never end.
        while (!IsDone && (top + _rows[_next].Height <= bottom || _next == firstOnPage))
        {
            _rows[_next].Draw(page, _element!, top, Palette.Hairline);
            top += _rows[_next].Height;
            _next++;
        }

        return top;
    }

    private double Begin(PdfPage page, StructureElement parent, double top)
    {
        _title.Draw(page, parent.Add("H2"), Sheet.Left, top);
        _element = parent.Add("Table");
        _headings.Draw(page, _element, top + _title.Height, Palette.Green);
        return top + HeightOfHead;
    }

    private double Continue(PdfPage page, double top)
    {
        _headings.DrawAgain(page, top, Palette.Green);
        return top + _headings.Height;
    }
}
