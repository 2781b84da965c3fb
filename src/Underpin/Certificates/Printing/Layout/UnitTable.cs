using Underpin.Certificates.Printing.Pdf;

namespace Underpin.Certificates.Printing.Layout;

/// <summary>The table of units, one table in the tag tree however many pages it crosses.</summary>
internal sealed class UnitTable
{
    private const double GapBeforeNote = 2;

    private readonly UnitRow _headings;
    private readonly List<UnitRow> _rows;
    private readonly TextBlock _title;
    private readonly TextBlock _titleAgain;
    private readonly TextBlock _note;
    private StructureElement? _element;
    private int _next;

    public UnitTable(Styles styles, CertificatePrint print)
    {
        _headings = UnitRow.Headings(styles);
        _rows = print.Units.Select(unit => new UnitRow(styles, unit)).ToList();
        _title = new TextBlock("Units achieved", styles.Heading, Sheet.ColumnWidth);
        _titleAgain = new TextBlock($"Units achieved by {print.HolderName}, continued", styles.Heading, Sheet.ColumnWidth);
        _note = new TextBlock("More units on the next page", styles.Small, Sheet.ColumnWidth, TextAlignment.Right);
    }

    public double Height => HeightOfHead + _rows.Sum(row => row.Height);

    /// <summary>The least that is worth beginning on a page: the heading and the first row.</summary>
    public double LeastHeight => HeightOfHead + _rows[0].Height + NoteAfter(0);

    public bool IsDone => _next == _rows.Count;

    private double HeightOfHead => _title.Height + _headings.Height;

    /// <summary>Draws as many rows as fit above the given height, going on from the last page.</summary>
    public void Draw(PdfPage page, StructureElement parent, double top, double bottom)
    {
        top = _element is null ? Begin(page, parent, top) : Continue(page, top);
        var firstOnPage = _next;
        // A row taller than a page is drawn all the same, else the table would never end.
        while (!IsDone && (EndsAbove(bottom, top) || _next == firstOnPage))
        {
            _rows[_next].Draw(page, _element!, top, Palette.Hairline);
            top += _rows[_next].Height;
            _next++;
        }

        if (!IsDone)
            page.DrawPagination(() => _note.DrawLines(page, Sheet.Left, top + GapBeforeNote));
    }

    /// <summary>Whether the next row fits, with the note that more follow unless it is the last.</summary>
    private bool EndsAbove(double bottom, double top) => top + _rows[_next].Height + NoteAfter(_next) <= bottom;

    private double NoteAfter(int row) => row == _rows.Count - 1 ? 0 : GapBeforeNote + _note.Height;

    private double Begin(PdfPage page, StructureElement parent, double top)
    {
        _title.Draw(page, parent.Add("H2"), Sheet.Left, top);
        _element = parent.Add("Table");
        _headings.Draw(page, _element, top + _title.Height, Palette.Green);
        return top + HeightOfHead;
    }

    private double Continue(PdfPage page, double top)
    {
        page.DrawPagination(() => _titleAgain.DrawLines(page, Sheet.Left, top));
        top += _titleAgain.Height;
        _headings.DrawAgain(page, top, Palette.Green);
        return top + _headings.Height;
    }
}
