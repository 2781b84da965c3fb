using Underpin.Certificates.Printing.Fonts;
using Underpin.Certificates.Printing.Layout;
using Underpin.Certificates.Printing.Pdf;
using Underpin.Certificates.Printing.Text;

namespace Underpin.Certificates.Printing;

/// <summary>
/// The certificate as a printable, tagged PDF on A4 paper. The same print gives the same bytes on the same version of .NET;
/// the date of the file is the date of award.
/// </summary>
internal sealed class CertificateDocument
{
    /// <summary>The most characters that each text may have; so many still fit the first page when every text is this long.</summary>
    public const int LongestText = 200;

    /// <summary>The longest address whose code still reads well at the size it is printed.</summary>
    public const int LongestAddress = 300;

    private const double MarkWidth = 40;
    private const double AccentWidth = 34;

    private const double GapBeforeUnits = 20;
    private const double GapBeforeCheck = 18;

    /// <summary>How far gaps may stretch on a page with few units before it looks empty rather than generous.</summary>
    private const double GreatestStretch = 2.6;

    /// <summary>How far they may shrink to keep all units on one page before it looks crowded.</summary>
    private const double LeastStretch = 0.5;

    private readonly CertificatePrint _print;
    private readonly Styles _styles = new();
    private readonly PdfDocument _document;
    private readonly SheetFrame _frame;
    private readonly UnitTable _units;
    private readonly CheckPanel _check;

    private CertificateDocument(CertificatePrint print)
    {
        _print = print;
        var particulars = new PdfParticulars(
            PrintableText.Clean($"{print.QualificationTitle}: {print.HolderName}"),
            PrintableText.Clean(print.AwardingBodyName),
            "en-GB",
            print.AwardedOn);
        _document = new PdfDocument(particulars, _styles.Regular, _styles.SemiBold);
        _frame = new SheetFrame(_styles, print);
        _units = new UnitTable(_styles, print);
        _check = new CheckPanel(_styles, print, MissingGlyphs(print).Count > 0);
    }

    /// <exception cref="ArgumentException">
    /// Something that every certificate bears is missing or impossible: a text that is empty or has nothing to show, no units,
    /// a level outside 1 to 8, credit or hours below zero, or an address that is not an absolute web address. Or a text has
    /// more than <see cref="LongestText"/> characters, or the address more than <see cref="LongestAddress"/>.
    /// </exception>
    public static byte[] Create(CertificatePrint print)
    {
        ArgumentNullException.ThrowIfNull(print);
        Check(print);
        return new CertificateDocument(print).ToBytes();
    }

    /// <summary>
    /// Gives the characters of a print that the typeface lacks, each once. They are printed as boxes, with the true
    /// characters in the document's text, and the page says so: a caller may still want to warn before printing.
    /// </summary>
    public static IReadOnlyList<string> MissingGlyphs(CertificatePrint print)
    {
        ArgumentNullException.ThrowIfNull(print);
        return TextsOf(print)
            // Both weights cover the same characters; a test holds them to it.
            .SelectMany(text => PrintableText.Split(text.Value, Typeface.Regular))
            .Where(cluster => !cluster.IsCovered)
            .Select(cluster => cluster.Text)
            .Distinct(StringComparer.Ordinal)
            .ToList();
    }

    private byte[] ToBytes()
    {
        DrawFirstPage();
        while (!_units.IsDone)
            _units.Draw(AddPage(), _document.Root, Sheet.ContentTop, Sheet.ContentBottom);
        for (var index = 0; index < _document.Pages.Count; index++)
            _frame.DrawInFront(_document.Pages[index], index + 1, _document.Pages.Count);
        return _document.ToBytes();
    }

    private void DrawFirstPage()
    {
        var page = AddPage();
        var checkTop = Sheet.ContentBottom - _check.Height;
        var blocks = FirstPageBlocks();
        var stretch = StretchOf(blocks, checkTop - Sheet.ContentTop);

        var top = Sheet.ContentTop;
        foreach (var block in blocks)
        {
            top += block.GapStretchedBy(stretch);
            block.Draw(page, top);
            top += block.Height;
        }

        top += GapBeforeUnits * stretch;
        // The allowance keeps rounding from pushing the last row to another page.
        var bottom = checkTop - GapBeforeCheck * stretch + 0.01;
        if (top + _units.LeastHeight <= bottom)
            _units.Draw(page, _document.Root, top, bottom);
        _check.Draw(page, _document.Root, checkTop);
    }

    /// <summary>By how much every gap on the first page is multiplied so that the page is filled, within limits.</summary>
    private double StretchOf(List<StackedBlock> blocks, double room)
    {
        var loose = blocks.Where(block => !block.StaysClose).Sum(block => block.GapBefore) + GapBeforeUnits + GapBeforeCheck;
        var close = blocks.Where(block => block.StaysClose).Sum(block => block.GapBefore);
        var stretch = (room - close - blocks.Sum(block => block.Height) - _units.Height) / loose;
        // Where the units need a second page anyway, the first has no need to be tight.
        return stretch < LeastStretch ? 1 : Math.Min(stretch, GreatestStretch);
    }

    private PdfPage AddPage()
    {
        var page = _document.AddPage(Sheet.Width, Sheet.Height);
        _frame.DrawBehind(page);
        return page;
    }

    private List<StackedBlock> FirstPageBlocks()
    {
        var facts = new FactsTable(_styles, _print);
        var blocks = new List<StackedBlock>
        {
            new(0, true, BrandMark.HeightFor(MarkWidth), (page, top) => BrandMark.Draw(page, Sheet.Middle - MarkWidth / 2, top, MarkWidth)),
            Centred(10, true, "P", TextBlock.Fit(_print.AwardingBodyName, _styles.Issuer, Sheet.ColumnWidth, TextAlignment.Centre, new FitStep(2, _styles.Issuer.Size, 10), new FitStep(3, 10, 8, OnlyWholeWords: false))),
            Centred(24, false, "P", Line("This certifies that", _styles.Lead)),
            Centred(6, true, "H1", TextBlock.Fit(_print.HolderName, _styles.HolderName, Sheet.ColumnWidth, TextAlignment.Centre, new FitStep(1, 40, 26), new FitStep(2, 30, 20), new FitStep(3, 24, 14), new FitStep(6, 14, 9, OnlyWholeWords: false))),
            new(10, true, 2, (page, top) => page.Draw(null, () => page.FillRectangles(Palette.Accent, new PdfBox(Sheet.Middle - AccentWidth / 2, top, AccentWidth, 2)))),
            Centred(16, false, "P", Line("has achieved the", _styles.Lead)),
            Centred(6, true, "H2", TextBlock.Fit(_print.QualificationTitle, _styles.Qualification, Sheet.ColumnWidth, TextAlignment.Centre, new FitStep(2, _styles.Qualification.Size, 15), new FitStep(4, 15, 10), new FitStep(6, 12, 8, OnlyWholeWords: false))),
            Centred(7, true, "P", Line($"Assessed at {_print.CentreName}", _styles.Lead)),
            new(22, false, facts.Height, (page, top) => facts.Draw(page, _document.Root, top)),
        };
        if (_print.IsDemonstration)
            blocks.Insert(2, Centred(4, true, "P", Line("Demonstration: this is not a real award", _styles.Demonstration)));
        return blocks;
    }

    private static TextBlock Line(string text, TextStyle style) => new(text, style, Sheet.ColumnWidth, TextAlignment.Centre);

    private StackedBlock Centred(double gapBefore, bool staysClose, string elementType, TextBlock text) =>
        new(gapBefore, staysClose, text.Height, (page, top) => text.Draw(page, _document.Root.Add(elementType), Sheet.Left, top));

    private static void Check(CertificatePrint print)
    {
        foreach (var (name, value) in TextsOf(print))
        {
            var length = value is null ? 0 : PrintableText.Split(value, Typeface.Regular).Count(cluster => !cluster.IsSpace);
            if (length == 0)
                throw new ArgumentException($"A certificate cannot be printed without its {name}.", nameof(print));
            if (value!.Length > LongestText)
                throw new ArgumentException($"The {name} has {value.Length} characters; a certificate has room for {LongestText}.", nameof(print));
        }

        if (print.Units.Count == 0)
            throw new ArgumentException("A certificate cannot be printed without any units.", nameof(print));
        if (print.QualificationLevel is < 1 or > 8 || print.Units.Any(unit => unit.Level is < 1 or > 8))
            throw new ArgumentException("A level on a certificate is between 1 and 8.", nameof(print));
        if (print.Credit < 0 || print.TotalHours < 0 || print.Units.Any(unit => unit.Credit < 0))
            throw new ArgumentException("Credit and hours on a certificate cannot be less than zero.", nameof(print));
        if (!print.CheckUrl.IsAbsoluteUri || print.CheckUrl.Scheme is not ("https" or "http") || print.CheckUrl.AbsoluteUri.Length > LongestAddress)
            throw new ArgumentException($"The address to check a certificate must be an absolute web address of at most {LongestAddress} characters; it is {print.CheckUrl}.", nameof(print));
    }

    private static IEnumerable<(string Name, string Value)> TextsOf(CertificatePrint print)
    {
        yield return ("holder's name", print.HolderName);
        yield return ("qualification title", print.QualificationTitle);
        yield return ("qualification type", print.QualificationType);
        yield return ("number", print.Number);
        yield return ("awarding body", print.AwardingBodyName);
        yield return ("centre", print.CentreName);
        foreach (var unit in print.Units)
        {
            yield return ("unit codes", unit.Code);
            yield return ("unit titles", unit.Title);
        }
    }
}
