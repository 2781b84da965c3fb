using Underpin.Certificates.Printing.Pdf;
using Underpin.Certificates.Printing.Text;

namespace Underpin.Certificates.Printing.Layout;

/// <summary>A piece of text set in a column: broken into lines, measured, and ready to be drawn.</summary>
internal sealed class TextBlock
{
    /// <summary>Where a line's base line lies below its middle, as a multiple of the size: half a capital's height.</summary>
    private const double BaselineBelowMiddle = 0.33;

    private readonly TextStyle _style;
    private readonly TextAlignment _alignment;
    private readonly double _width;
    private readonly List<List<TextCluster>> _lines;

    public TextBlock(string text, TextStyle style, double width, TextAlignment alignment = TextAlignment.Left)
        : this(PrintableText.Split(text, style.Font.Typeface), style, width, alignment)
    {
    }

    private TextBlock(IReadOnlyList<TextCluster> clusters, TextStyle style, double width, TextAlignment alignment)
    {
        (_style, _width, _alignment) = (style, width, alignment);
        _lines = BreakInto(clusters, width);
        if (alignment == TextAlignment.Centre && _lines.Count > 1)
            _lines = BreakInto(clusters, NarrowestWidthFor(clusters, _lines.Count));
    }

    public int LineCount => _lines.Count;

    public double Height => _lines.Count * _style.LineHeight;

    /// <summary>The width of the longest line.</summary>
    public double InkWidth => _lines.Max(WidthOf);

    /// <summary>
    /// Sets text as large as it goes. Steps are tried in turn, each from its largest size down, and the first setting that
    /// keeps to the step's number of lines is taken; if none does, the smallest size of the last step.
    /// </summary>
    public static TextBlock Fit(string text, TextStyle style, double width, TextAlignment alignment, params IReadOnlyList<FitStep> steps)
    {
        var clusters = PrintableText.Split(text, style.Font.Typeface);
        foreach (var step in steps)
        {
            for (var size = step.Largest; size >= step.Smallest; size--)
            {
                var block = new TextBlock(clusters, style with { Size = size }, width, alignment);
                if (block.LineCount <= step.Lines && (!step.OnlyWholeWords || block.BreaksOnlyBetweenWords))
                    return block;
            }
        }

        return new TextBlock(clusters, style with { Size = steps[^1].Smallest }, width, alignment);
    }

    private bool BreaksOnlyBetweenWords => _lines.SkipLast(1).All(line => line[^1].AllowsBreakAfter);

    /// <param name="owner">The element the text belongs to; none for text that is only an artifact.</param>
    public void Draw(PdfPage page, StructureElement? owner, double left, double top) =>
        page.Draw(owner, () => DrawLines(page, left, top));

    /// <summary>Draws inside a stretch of content that the caller has opened.</summary>
    public void DrawLines(PdfPage page, double left, double top)
    {
        var baseline = top + _style.LineHeight / 2 + _style.Size * BaselineBelowMiddle;
        foreach (var line in _lines)
        {
            page.WriteLine(_style, line, left + OffsetOf(line), baseline);
            baseline += _style.LineHeight;
        }
    }

    private double OffsetOf(List<TextCluster> line) => _alignment switch
    {
        TextAlignment.Centre => (_width - WidthOf(line)) / 2,
        TextAlignment.Right => _width - WidthOf(line),
        _ => 0,
    };

    /// <summary>The space at the end of a broken line hangs over and does not count.</summary>
    private double WidthOf(List<TextCluster> line) =>
        _style.WidthOf(line[^1].IsSpace ? line[..^1] : line);

    private List<List<TextCluster>> BreakInto(IReadOnlyList<TextCluster> clusters, double width) =>
        LineBreaker.Break(clusters, cluster => _style.Font.WidthOf(cluster, _style.Size), width);

    /// <summary>Evens out centred lines, so that the last is not one lost word.</summary>
    private double NarrowestWidthFor(IReadOnlyList<TextCluster> clusters, int lineCount)
    {
        var narrow = _width / 2;
        var wide = _width;
        while (wide - narrow > 1)
        {
            var middle = (narrow + wide) / 2;
            var lines = BreakInto(clusters, middle);
            if (lines.Count > lineCount || lines.SkipLast(1).Any(line => !line[^1].AllowsBreakAfter))
                narrow = middle;
            else
                wide = middle;
        }

        return wide;
    }
}
