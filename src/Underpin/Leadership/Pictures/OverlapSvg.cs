using System.Globalization;
using System.Net;
using System.Text;
using Underpin.Leadership.Structure;

namespace Underpin.Leadership.Pictures;

/// <summary>
/// Writes the overlap graph as SVG to be put into a page: no scripts, no styles of its own, colours by class. Tiers differ in their
/// outlines too, so that nothing is told by colour alone. Texts are escaped.
/// </summary>
internal static class OverlapSvg
{
    /// <summary>The overlap graph; its table twin stands beside it in the page.</summary>
    public static string Write(OverlapPicture picture, string title)
    {
        var about = $"{picture.Nodes.Count} leaders and {picture.Links.Count} pairs who share a duty, cover or a meeting. The table below says the same.";
        var svg = new StringBuilder(string.Create(
            CultureInfo.InvariantCulture,
            $"<svg class=\"u-overlap\" viewBox=\"0 0 {Number(picture.Width)} {Number(picture.Height)}\" width=\"{Number(picture.Width)}\" height=\"{Number(picture.Height)}\" role=\"img\" aria-label=\"{Text($"{title}. {about}")}\" xmlns=\"http://www.w3.org/2000/svg\"><title>{Text(title)}</title><desc>{Text(about)}</desc>\n"));
        foreach (var link in picture.Links)
            svg.Append(CultureInfo.InvariantCulture, $"<line class=\"u-overlap__link\" x1=\"{Number(link.X1)}\" y1=\"{Number(link.Y1)}\" x2=\"{Number(link.X2)}\" y2=\"{Number(link.Y2)}\" stroke-width=\"{Number(link.Thickness)}\" />\n");
        foreach (var node in picture.Nodes)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<g class=\"u-overlap__leader u-overlap__leader--{Name(node.Tier)}\"><circle cx=\"{Number(node.X)}\" cy=\"{Number(node.Y)}\" r=\"{Number(OverlapPicture.NodeRadius)}\" />");
            if (node.IsJoiner)
                svg.Append(CultureInfo.InvariantCulture, $"<circle class=\"u-overlap__joiner\" cx=\"{Number(node.X)}\" cy=\"{Number(node.Y)}\" r=\"{Number(OverlapPicture.NodeRadius + 4)}\" fill=\"none\" />");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Number(node.LabelX)}\" y=\"{Number(node.LabelY)}\" text-anchor=\"{node.Anchor}\" dominant-baseline=\"middle\"{(node.Turn == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" transform=\"rotate({node.Turn:0.#} {node.LabelX:0.#} {node.LabelY:0.#})\""))}>{Text(string.Concat(TextFit.Lines(node.Label, 20, 1)))}</text></g>\n");
        }
        return svg.Append("</svg>").ToString();
    }

    private static string Number(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    private static string Name<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
