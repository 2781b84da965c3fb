using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Underpin.Platform.Pages.Tags;

/// <summary>
/// Every posting form: the server's own words instead of the browser's, and the encoding that files need when there is
/// a file field in it.
/// </summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class FormTag : TagHelper
{
    public override void Init(TagHelperContext context) => context.Items[typeof(FormContents)] = new FormContents();

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        await output.GetChildContentAsync();
        output.Attributes.SetAttribute(new TagHelperAttribute("novalidate"));
        if (((FormContents)context.Items[typeof(FormContents)]).HasFile)
            output.Attributes.SetAttribute("enctype", "multipart/form-data");
    }
}

internal sealed class FormContents
{
    public bool HasFile { get; set; }
}
