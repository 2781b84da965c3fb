using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Underpin.Platform.Pages.Tags;

/// <summary>A frame in which a wide table scrolls by itself, by finger, mouse or keyboard, while the page stays put.</summary>
[HtmlTargetElement("scroll-table", Attributes = "label")]
public sealed class ScrollTableTag : TagHelper
{
    public string Label { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "u-scroll");
        output.Attributes.SetAttribute("role", "region");
        output.Attributes.SetAttribute("aria-label", Label);
        output.Attributes.SetAttribute("tabindex", "0");
    }
}
