namespace Underpin.Certificates.Printing.Pdf;

/// <summary>A colour by red, green and blue, 0 to 255 each.</summary>
internal readonly record struct PdfColour(byte Red, byte Green, byte Blue)
{
    /// <summary>The operands of PDF's colour operators.</summary>
    public string Operands => $"{PdfSyntax.Number(Red / 255.0)} {PdfSyntax.Number(Green / 255.0)} {PdfSyntax.Number(Blue / 255.0)}";
}
