using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Underpin.Platform.Pages.Tags;

/// <summary>
/// Every posting form: the server's own words instead of the browser's, the encoding that files need when there is a file
/// field in it, and the page's own address unless it says another.
/// </summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class FormTag : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Init(TagHelperContext context) => context.Items[typeof(FormContents)] = new FormContents();

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        await output.GetChildContentAsync();
        output.Attributes.SetAttribute(new TagHelperAttribute("novalidate"));
        if (((FormContents)context.Items[typeof(FormContents)]).HasFile)
            output.Attributes.SetAttribute("enctype", "multipart/form-data");
        if (context.AllAttributes.All(a => a.Name != "action" && !a.Name.StartsWith("asp-", StringComparison.Ordinal)))
            output.Attributes.SetAttribute("action", PagesOwnAddress());
    }

    // A page shown again by one of its handlers stands at that handler's address, and the other buttons must not be sent there.
    private string PagesOwnAddress()
    {
        var request = ViewContext.HttpContext.Request;
        var query = request.Query.Where(q => !q.Key.Equals("handler", StringComparison.OrdinalIgnoreCase));
        return request.PathBase.Add(request.Path).ToUriComponent() + QueryString.Create(query).ToUriComponent();
    }
}

internal sealed class FormContents
{
    public bool HasFile { get; set; }
}
