using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Underpin.Platform.Pages.Tags;

/// <summary>
/// Everything that is wrong, in the order of the page, each leading to its field. The layout holds the only one, so no
/// page can forget it.
/// </summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummaryTag : TagHelper
{
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var state = ViewContext.ViewData.ModelState;
        output.TagName = null;
        if (state.ErrorCount == 0) return;

        var fields = PageParts.Of(ViewContext).Fields;
        var list = Element.Of("ul", "govuk-list govuk-error-summary__list");
        foreach (var (name, id) in fields)
            if (state[name]?.Errors.FirstOrDefault() is { } error)
                list.Containing(Element.Of("li").Containing(Element.Of("a", null, ("href", $"#{id}")).Containing(error.Words())));
        var shown = fields.Select(field => field.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, entry) in state)
            if (!shown.Contains(key))
                foreach (var error in entry!.Errors)
                    list.Containing(Element.Of("li").Containing(error.Words()));

        output.Content.SetHtmlContent(
            Element.Of("div", "govuk-error-summary", ("data-module", "govuk-error-summary")).Containing(
                Element.Of("div", null, ("role", "alert")).Containing(
                    Element.Of("h2", "govuk-error-summary__title").Containing("There is a problem"),
                    Element.Of("div", "govuk-error-summary__body").Containing(list))));
    }
}
