using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Underpin.Platform.Pages.Tags;

/// <summary>Says what was just done, from <see cref="Messages.Say"/>. Stands in the layout.</summary>
[HtmlTargetElement("notification-banner", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class NotificationBannerTag : TagHelper
{
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        if (ViewContext.TempData[Messages.Key] is not string { Length: > 0 } message) return;
        output.Content.SetHtmlContent(Element.Of("div", "u-said", ("role", "status")).Containing(
            StatusTag.Shape(StatusKind.Done),
            Element.Of("p", "u-said__text").Containing(message)));
    }
}
