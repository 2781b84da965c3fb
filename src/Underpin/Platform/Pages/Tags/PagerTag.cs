using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Underpin.Platform.Pages.Tags;

/// <summary>Forward and back through a long list that is read by key. Nothing is written when there is nowhere to go.</summary>
[HtmlTargetElement("pager", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PagerTag : TagHelper
{
    public string? PreviousHref { get; set; }
    public string? NextHref { get; set; }

    /// <summary>Where in the list this page is, in words: “Showing 26 to 50”.</summary>
    public string? Summary { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        // An attribute whose expression is null arrives as empty text.
        if (string.IsNullOrEmpty(PreviousHref) && string.IsNullOrEmpty(NextHref))
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "u-pager");
        output.Attributes.SetAttribute("aria-label", "Pages of this list");
        output.Content.AppendHtml(Step("prev", "Previous page", PreviousHref));
        if (Summary is not null) output.Content.AppendHtml(Element.Of("span", "u-pager__summary").Containing(Summary));
        output.Content.AppendHtml(Step("next", "Next page", NextHref));
    }

    private static IHtmlContent Step(string rel, string words, string? href) => string.IsNullOrEmpty(href)
        ? Element.Of("span", "u-pager__step")
        : Element.Of("a", $"govuk-link u-pager__step u-pager__step--{rel}", ("href", href), ("rel", rel)).Containing(words);
}
