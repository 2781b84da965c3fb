namespace Underpin.Certificates.Printing.Layout;

internal enum TextAlignment
{
    Left,
    Centre,
    Right,
}
