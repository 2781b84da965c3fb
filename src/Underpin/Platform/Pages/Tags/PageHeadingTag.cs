using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Underpin.Platform.Pages.Tags;

/// <summary>
/// The page's name: heading, title of the window, a caption that says what kind of thing it names, and beside it always
/// in the same place the page's main action.
/// </summary>
[HtmlTargetElement("page-heading")]
public sealed class PageHeadingTag : TagHelper
{
    public string? Caption { get; set; }

    /// <summary>The window's title where the heading alone would not tell.</summary>
    public string? Title { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Init(TagHelperContext context) => context.Items[typeof(PageActionTag)] = new HtmlContentBuilder();

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var heading = await output.GetChildContentAsync();
        var actions = (HtmlContentBuilder)context.Items[typeof(PageActionTag)];
        var words = heading.Text().Trim();
        PageParts.Of(ViewContext).Title = Title ?? (string.IsNullOrEmpty(Caption) ? words : $"{words} ({Caption})");

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "u-heading");
        output.Content.SetHtmlContent(Element.Of("div", "u-heading__words").Containing(
            string.IsNullOrEmpty(Caption) ? null : Element.Of("p", "u-heading__caption").Containing(Caption),
            Element.Of("h1", "u-heading__title").Containing(words)));
        if (actions.Count > 0) output.Content.AppendHtml(Element.Of("div", "u-heading__actions").Containing(actions));
    }
}

/// <summary>The main thing to do on this page, as a button that leads there. Inside <c>page-heading</c>.</summary>
[HtmlTargetElement("page-action", Attributes = "href", ParentTag = "page-heading")]
public sealed class PageActionTag : TagHelper
{
    public string Href { get; set; } = "";
    public string? Kind { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var words = await output.GetChildContentAsync();
        output.SuppressOutput();
        ((HtmlContentBuilder)context.Items[typeof(PageActionTag)]).AppendHtml(
            Element.Of("a", Kind is null ? "govuk-button" : $"govuk-button govuk-button--{Kind}", ("href", Href), ("draggable", "false")).Containing((IHtmlContent)words));
    }
}
