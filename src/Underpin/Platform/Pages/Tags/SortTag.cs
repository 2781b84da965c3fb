using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Underpin.Platform.Pages.Tags;

/// <summary>
/// A column heading that sorts by link: <c>?sort=name</c>, and <c>?sort=-name</c> for the other direction. The rest of
/// the address is kept, except the place in the list.
/// </summary>
[HtmlTargetElement("th", Attributes = "sort")]
public sealed class SortTag : TagHelper
{
    public string Sort { get; set; } = "";

    /// <summary>The list is in this order when the address names none.</summary>
    public bool SortDefault { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var words = await output.GetChildContentAsync();
        var query = ViewContext.HttpContext.Request.Query;
        var now = query["sort"].FirstOrDefault() ?? (SortDefault ? Sort : null);
        var ascending = now == Sort;
        var descending = now == $"-{Sort}";

        var others = query.Where(part => part.Key is not ("sort" or "after" or "before"));
        var href = new QueryBuilder(others) { { "sort", ascending ? $"-{Sort}" : Sort } }.ToString();
        output.Attributes.SetAttribute("scope", "col");
        if (ascending || descending) output.Attributes.SetAttribute("aria-sort", ascending ? "ascending" : "descending");
        output.Content.SetHtmlContent(Element.Of("a", "u-sort", ("href", href)).Containing(words));
    }
}
