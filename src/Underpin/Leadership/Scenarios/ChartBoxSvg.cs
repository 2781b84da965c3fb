using System.Globalization;
using Microsoft.AspNetCore.Html;
using Underpin.Leadership.Pictures;
using Underpin.Platform.Pages.Tags;

namespace Underpin.Leadership.Scenarios;

/// <summary>One post of the chart as SVG: a box with its title and who holds it.</summary>
internal static class ChartBoxSvg
{
    const int LineHeight = 15;

    public static IHtmlContent Of(ChartBox box)
    {
        var all = new HtmlContentBuilder();
        all.AppendHtml(Element.Of("rect", null, ("x", N(box.X)), ("y", N(box.Y)), ("width", N(OrganisationChart.BoxWidth)), ("height", N(OrganisationChart.BoxHeight)), ("rx", "4"), ("stroke-dasharray", box.IsVacant ? "5 4" : null)));
        var lines = box.TitleLines.Select(words => (words, css: "u-chart__title")).Concat(box.HolderLines.Select(words => (words, css: "u-chart__name"))).ToList();
        for (var i = 0; i < lines.Count; i++)
        {
            // The space keeps words apart for whoever hears the box read out.
            all.Append(" ");
            var y = box.Y + OrganisationChart.BoxHeight / 2 + LineHeight * (i - (lines.Count - 1) / 2.0) + 4;
            all.AppendHtml(Element.Of("text", lines[i].css, ("x", N(box.X + OrganisationChart.BoxWidth / 2)), ("y", N(y)), ("text-anchor", "middle")).Containing(lines[i].words));
        }

        return all;
    }

    static string N(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
