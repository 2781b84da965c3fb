using Underpin.Certificates.Printing.Pdf;

namespace Underpin.Certificates.Printing.Layout;

/// <summary>How anyone can check the certificate: the code to scan, the address, the number, and what paper cannot prove.</summary>
internal sealed class CheckPanel
{
    private const double Padding = 10;
    private const double CodeSize = 104;
    private const double TextLeft = Sheet.Left + Padding + CodeSize + 18;
    private const double TextWidth = Sheet.Right - Padding - TextLeft;
    private const double GapAfterHeading = 2;
    private const double GapAroundNumber = 4;

    private readonly CertificatePrint _print;
    private readonly QrFigure _code;
    private readonly TextBlock _heading;
    private readonly TextBlock _invitation;
    private readonly TextBlock _address;
    private readonly TextBlock _numberLabel;
    private readonly TextBlock _number;
    private readonly TextBlock _caution;

    public CheckPanel(Styles styles, CertificatePrint print, bool hasMissingGlyphs)
    {
        _print = print;
        _code = new QrFigure(print.CheckUrl.AbsoluteUri);
        _heading = new TextBlock("Check this certificate", styles.Heading, TextWidth);
        _invitation = new TextBlock("Scan the code, or enter the number at", styles.Body, TextWidth);
        _address = new TextBlock($"{print.CheckUrl.Authority}/verify", styles.Link, TextWidth);
        _numberLabel = new TextBlock("Certificate number", styles.Label, TextWidth);
        _number = TextBlock.Fit(print.Number, styles.Number, TextWidth, TextAlignment.Left, new FitStep(1, styles.Number.Size, 8), new FitStep(2, 8, 8, OnlyWholeWords: false));
        _caution = new TextBlock(Caution(hasMissingGlyphs), styles.Small, TextWidth);
    }

    public double Height => 2 * Padding + Math.Max(CodeSize, TextHeight);

    private double TextHeight => _heading.Height + GapAfterHeading + _invitation.Height + _address.Height
        + GapAroundNumber + _numberLabel.Height + _number.Height + GapAroundNumber + _caution.Height;

    public void Draw(PdfPage page, StructureElement parent, double top)
    {
        page.Draw(null, () => page.FillRectangles(Palette.Ground, new PdfBox(Sheet.Left, top, Sheet.ColumnWidth, Height)));

        var textTop = top + (Height - TextHeight) / 2;
        _heading.Draw(page, parent.Add("H2"), TextLeft, textTop);
        var codeTop = top + (Height - CodeSize) / 2;
        _code.Draw(page, parent, new PdfBox(Sheet.Left + Padding, codeTop, CodeSize, CodeSize), $"QR code that opens the check of certificate {_print.Number}.");

        textTop += _heading.Height + GapAfterHeading;
        var invitation = parent.Add("P");
        _invitation.Draw(page, invitation, TextLeft, textTop);
        textTop += _invitation.Height;
        DrawAddress(page, invitation, textTop);

        textTop += _address.Height + GapAroundNumber;
        var number = parent.Add("P");
        _numberLabel.Draw(page, number, TextLeft, textTop);
        textTop += _numberLabel.Height;
        _number.Draw(page, number, TextLeft, textTop);
        textTop += _number.Height + GapAroundNumber;
        _caution.Draw(page, parent.Add("P"), TextLeft, textTop);
    }

    private void DrawAddress(PdfPage page, StructureElement paragraph, double top)
    {
        var link = paragraph.Add("Link");
        _address.Draw(page, link, TextLeft, top);
        page.AddLink(link, new PdfBox(TextLeft, top, _address.InkWidth, _address.Height), _print.CheckUrl, $"Check certificate {_print.Number}");
    }

    private static string Caution(bool hasMissingGlyphs)
    {
        const string Always = "This page is not proof by itself: the check is. It shows what was awarded and whether "
            + "it still stands. The award is signed digitally, so there is no signature here.";
        return hasMissingGlyphs
            ? Always + " A box stands for a character that could not be printed here; the check shows it."
            : Always;
    }
}
