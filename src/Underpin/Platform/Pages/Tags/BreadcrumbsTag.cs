using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Underpin.Platform.Pages.Tags;

/// <summary>
/// Which room am I in? Written anywhere in the page; the layout puts it above the heading, the home page first.
/// </summary>
[HtmlTargetElement("breadcrumbs")]
public sealed class BreadcrumbsTag : TagHelper
{
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var crumbs = await output.GetChildContentAsync();
        output.SuppressOutput();
        var list = Element.Of("ol", "govuk-breadcrumbs__list").Containing(CrumbTag.Crumb("/", "Home"), (IHtmlContent)crumbs);
        PageParts.Of(ViewContext).WayBack =
            Element.Of("nav", "govuk-breadcrumbs", ("aria-label", "Breadcrumb")).Containing(list);
    }
}

/// <summary>One step of the way. Without <c>href</c> it is the page itself.</summary>
[HtmlTargetElement("crumb", ParentTag = "breadcrumbs")]
public sealed class CrumbTag : TagHelper
{
    public string? Href { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var text = (await output.GetChildContentAsync()).Text().Trim();
        output.TagName = null;
        output.Content.SetHtmlContent(Crumb(Href, text));
    }

    internal static IHtmlContent Crumb(string? href, string text) => href is null
        ? Element.Of("li", "govuk-breadcrumbs__list-item", ("aria-current", "page")).Containing(text)
        : Element.Of("li", "govuk-breadcrumbs__list-item").Containing(
            Element.Of("a", "govuk-breadcrumbs__link", ("href", href)).Containing(text));
}

/// <summary>The step before, on pages that ask one question. Takes the place of the breadcrumbs.</summary>
[HtmlTargetElement("back-link", Attributes = "href")]
public sealed class BackLinkTag : TagHelper
{
    public string Href { get; set; } = "";

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var text = (await output.GetChildContentAsync()).Text().Trim();
        output.SuppressOutput();
        PageParts.Of(ViewContext).WayBack =
            Element.Of("a", "govuk-back-link", ("href", Href)).Containing(text.Length == 0 ? "Back" : text);
    }
}
