using System.Globalization;
using Underpin.Certificates.Printing.Pdf;
using Underpin.Platform;

namespace Underpin.Certificates.Printing.Layout;

/// <summary>The particulars of the qualification side by side: level, type, credit, hours and date.</summary>
internal sealed class FactsTable
{
    private const double Padding = 9;
    private const double GapBetweenRows = 1;

    /// <summary>Shares of the width; the date needs the most.</summary>
    private static readonly double[] _shares = [0.15, 0.22, 0.18, 0.18, 0.27];

    private readonly List<TextBlock> _labels = [];
    private readonly List<TextBlock> _values = [];

    public FactsTable(Styles styles, CertificatePrint print)
    {
        Add(styles, "RQF level", print.QualificationLevel.ToString(CultureInfo.InvariantCulture));
        Add(styles, "Type", print.QualificationType);
        Add(styles, "Credit", Plural(print.Credit, "credit"));
        Add(styles, "Total time", Plural(print.TotalHours, "hour"));
        Add(styles, "Date of award", print.AwardedOn.InWords());
    }

    public double Height => 2 * Padding + LabelHeight + GapBetweenRows + _values.Max(value => value.Height);

    private double LabelHeight => _labels.Max(label => label.Height);

    public void Draw(PdfPage page, StructureElement parent, double top)
    {
        page.Draw(null, () => page.FillRectangles(Palette.Ground, new PdfBox(Sheet.Left, top, Sheet.ColumnWidth, Height)));
        var table = parent.Add("Table");
        DrawRow(page, table.Add("TR"), "TH", _labels, top + Padding);
        DrawRow(page, table.Add("TR"), "TD", _values, top + Padding + LabelHeight + GapBetweenRows);
    }

    private void Add(Styles styles, string label, string value)
    {
        var width = CellWidth(_labels.Count);
        _labels.Add(new TextBlock(label, styles.Label, width, TextAlignment.Centre));
        _values.Add(TextBlock.Fit(value, styles.Value, width, TextAlignment.Centre, new FitStep(1, styles.Value.Size, 9), new FitStep(3, 10, 7)));
    }

    private static void DrawRow(PdfPage page, StructureElement row, string cellType, List<TextBlock> cells, double top)
    {
        var left = Sheet.Left;
        for (var column = 0; column < cells.Count; column++)
        {
            cells[column].Draw(page, row.Add(cellType), left, top);
            left += CellWidth(column);
        }
    }

    private static double CellWidth(int column) => Sheet.ColumnWidth * _shares[column];

    private static string Plural(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");
}
