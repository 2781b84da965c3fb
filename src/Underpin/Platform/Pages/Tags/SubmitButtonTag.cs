using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Underpin.Platform.Pages.Tags;

/// <summary>
/// The form's main action, with an optional way out beside it. <c>kind</c> is secondary or warning when it is not the
/// main one. A second press while the first is on its way is ignored.
/// </summary>
[HtmlTargetElement("submit-button")]
public sealed class SubmitButtonTag : TagHelper
{
    public string? Kind { get; set; }
    public string? LinkText { get; set; }
    public string? LinkHref { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var button = Element.Of("button", Kind is null ? "govuk-button" : $"govuk-button govuk-button--{Kind}",
            ("type", "submit"), ("data-module", "govuk-button"), ("data-prevent-double-click", "true"));
        foreach (var attribute in output.Attributes) button.Attributes[attribute.Name] = attribute.Value?.ToString();
        button.Containing(await output.GetChildContentAsync());

        output.Attributes.Clear();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "govuk-button-group");
        output.Content.SetHtmlContent(button);
        // A null that a page computes arrives as an empty text.
        if (!string.IsNullOrEmpty(LinkHref))
            output.Content.AppendHtml(Element.Of("a", "govuk-link", ("href", LinkHref)).Containing(LinkText ?? "Cancel"));
    }
}
