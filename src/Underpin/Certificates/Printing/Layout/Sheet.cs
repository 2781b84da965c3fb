namespace Underpin.Certificates.Printing.Layout;

/// <summary>The measures of the sheet, A4 upright, in points.</summary>
internal static class Sheet
{
    public const double Width = 595.28;
    public const double Height = 841.89;
    public const double Middle = Width / 2;

    /// <summary>The edge of the frame: 14 mm from the paper's edge, within what every office printer can reach.</summary>
    public const double FrameLeft = 40;
    public const double FrameRight = Width - FrameLeft;
    public const double FrameTop = 40;
    public const double FrameBottom = 790;

    /// <summary>The column that text stands in.</summary>
    public const double Left = 78;
    public const double Right = Width - Left;
    public const double ColumnWidth = Right - Left;

    public const double ContentTop = 78;
    public const double ContentBottom = 766;

    /// <summary>Base line of the line below the frame.</summary>
    public const double FootBaseline = 809;
}
