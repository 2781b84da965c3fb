using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Underpin.Platform.Pages.Tags;

/// <summary>How far along, as a bar with its words: “2 of 5 units”. Drawn, so that it prints and needs no style attribute.</summary>
[HtmlTargetElement("progress-bar", Attributes = "value,max")]
public sealed class ProgressBarTag : TagHelper
{
    public int Value { get; set; }
    public int Max { get; set; }
    public string Label { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var share = Max <= 0 ? 0 : Math.Clamp(100.0 * Value / Max, 0, 100);
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", share >= 100 ? "u-progress u-progress--full" : "u-progress");
        output.Content.SetHtmlContent(
            Element.Of("svg", "u-progress__bar", ("viewBox", "0 0 100 8"), ("preserveAspectRatio", "none"), ("aria-hidden", "true"), ("focusable", "false"))
                .Containing(
                    Element.Of("rect", "u-progress__all", ("width", "100"), ("height", "8")),
                    Element.Of("rect", "u-progress__part", ("width", share.ToString("0.##", CultureInfo.InvariantCulture)), ("height", "8"))));
        output.Content.AppendHtml(Element.Of("span", "u-progress__words").Containing($"{Value} of {Max} {Label}".TrimEnd()));
    }
}
