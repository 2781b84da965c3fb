using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Underpin.Platform.Pages.Tags;

public enum StatusKind { Neutral, Waiting, Doing, Attention, Done, Stopped }

/// <summary>A state in words, with a shape and a colour that say the same again.</summary>
[HtmlTargetElement("status-tag")]
public sealed class StatusTag : TagHelper
{
    public StatusKind Kind { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var words = await output.GetChildContentAsync();
        output.TagName = "strong";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"u-tag u-tag--{Kind.ToString().ToLowerInvariant()}");
        output.Content.SetHtmlContent(Shape(Kind));
        output.Content.AppendHtml(words);
    }

    internal static IHtmlContent Shape(StatusKind kind)
    {
        var svg = Element.Of("svg", "u-shape", ("viewBox", "0 0 16 16"), ("width", "16"), ("height", "16"),
            ("aria-hidden", "true"), ("focusable", "false"), ("fill", "none"), ("stroke", "currentColor"), ("stroke-width", "2"));
        return svg.Containing(kind switch
        {
            StatusKind.Done => Element.Of("path", null, ("d", "M2.5 8.5l3.6 3.7 7.4-8.4"), ("stroke-width", "2.6")),
            StatusKind.Stopped => Element.Of("path", null, ("d", "M3.5 3.5l9 9M12.5 3.5l-9 9"), ("stroke-width", "2.6")),
            StatusKind.Attention => Element.Of("path", null, ("d", "M8 2L15 14H1ZM8 6.5V10M8 11.2V12.6"), ("stroke-width", "1.7")),
            StatusKind.Waiting => Element.Of("path", null, ("d", "M8 1.8a6.2 6.2 0 1 0 .01 0ZM8 4.5V8.2L10.5 10"), ("stroke-width", "1.8")),
            StatusKind.Doing => Element.Of("path", null, ("d", "M8 1.8a6.2 6.2 0 1 0 .01 0ZM8 2v12A6 6 0 0 0 8 2Z"), ("stroke-width", "1.8"), ("fill", "currentColor"), ("fill-rule", "evenodd")),
            _ => Element.Of("path", null, ("d", "M3 8h10"), ("stroke-width", "2.6")),
        });
    }
}
