using System.Globalization;
using System.Text;

namespace Underpin.Certificates.Printing.Pdf;

/// <summary>How values are written in PDF, whatever the culture of the server.</summary>
internal static class PdfSyntax
{
    public static string Number(double value) => Math.Round(value, 3).ToString("0.###", CultureInfo.InvariantCulture);

    /// <summary>Text for people, in UTF-16 with its byte order mark: any script, and no character that needs escaping.</summary>
    public static string Text(string value) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(value))}>";

    /// <summary>Text for machines: bytes of ASCII, written in hexadecimal.</summary>
    public static string Ascii(string value) => $"<{Convert.ToHexString(Encoding.ASCII.GetBytes(value))}>";

    public static string Reference(int objectNumber) => string.Create(CultureInfo.InvariantCulture, $"{objectNumber} 0 R");

    public static string Numbers(params IEnumerable<double> values) => string.Join(' ', values.Select(Number));
}
