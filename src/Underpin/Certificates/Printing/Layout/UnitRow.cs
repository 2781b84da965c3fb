using System.Globalization;
using Underpin.Certificates.Printing.Pdf;

namespace Underpin.Certificates.Printing.Layout;

/// <summary>One row of the table of units, its column headings included: the same four cells.</summary>
internal sealed class UnitRow
{
    private const double Padding = 2.4;
    private const double Gutter = 12;
    private const double CodeWidth = 74;
    private const double FigureWidth = 42;
    private const double TitleWidth = Sheet.ColumnWidth - CodeWidth - Gutter - 2 * FigureWidth;

    private readonly (TextBlock Text, double Left)[] _cells;
    private readonly string _cellType;

    public UnitRow(Styles styles, PrintedUnit unit)
        : this(styles.Cell, "TD", unit.Code, unit.Title, Figure(unit.Level), Figure(unit.Credit))
    {
    }

    private UnitRow(TextStyle style, string cellType, string code, string title, string level, string credit)
    {
        _cellType = cellType;
        var titleLeft = Sheet.Left + CodeWidth + Gutter;
        _cells =
        [
            (new TextBlock(code, style, CodeWidth), Sheet.Left),
            (new TextBlock(title, style, TitleWidth), titleLeft),
            (new TextBlock(level, style, FigureWidth, TextAlignment.Right), titleLeft + TitleWidth),
            (new TextBlock(credit, style, FigureWidth, TextAlignment.Right), titleLeft + TitleWidth + FigureWidth),
        ];
    }

    public double Height => _cells.Max(cell => cell.Text.Height) + 2 * Padding;

    public static UnitRow Headings(Styles styles) => new(styles.ColumnHeading, "TH", "Unit", "Title", "Level", "Credit");

    public void Draw(PdfPage page, StructureElement table, double top, PdfColour rule)
    {
        var row = table.Add("TR");
        foreach (var (text, left) in _cells)
            text.Draw(page, row.Add(_cellType), left, top + Padding);
        DrawRule(page, top, rule);
    }

    /// <summary>Repeats the row for the eye alone: a screen reader has the headings already.</summary>
    public void DrawAgain(PdfPage page, double top, PdfColour rule)
    {
        page.DrawPagination(() =>
        {
            foreach (var (text, left) in _cells)
                text.DrawLines(page, left, top + Padding);
        });
        DrawRule(page, top, rule);
    }

    private void DrawRule(PdfPage page, double top, PdfColour colour) =>
        page.Draw(null, () => page.FillRectangles(colour, new PdfBox(Sheet.Left, top + Height, Sheet.ColumnWidth, 0.6)));

    private static string Figure(int value) => value.ToString(CultureInfo.InvariantCulture);
}
