using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Underpin.Platform.Pages.Tags;

/// <summary>A file to send. The form around it becomes one that can carry files.</summary>
[HtmlTargetElement("file-field", Attributes = "for")]
public sealed class FileFieldTag : FieldTag
{
    public override void Init(TagHelperContext context)
    {
        base.Init(context);
        if (context.Items.TryGetValue(typeof(FormContents), out var form)) ((FormContents)form).HasFile = true;
    }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var input = Element.Of("input", "govuk-file-upload", ("type", "file"), ("id", Id), ("name", Name), ("aria-describedby", DescribedBy()));
        if (Error is not null) input.AddCssClass("govuk-file-upload--error");
        PassOn(output, input);
        Write(output, LabelElement(), HintElement(), ErrorElement(), input);
    }
}
