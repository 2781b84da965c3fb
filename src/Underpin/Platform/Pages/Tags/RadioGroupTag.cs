using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Underpin.Platform.Pages.Tags;

[HtmlTargetElement("radio-group", Attributes = "for")]
public sealed class RadioGroupTag : ChoiceGroupTag
{
    private protected override string Block => "govuk-radios";
}

[HtmlTargetElement("radio-item", Attributes = "value", ParentTag = "radio-group")]
public sealed class RadioItemTag : ChoiceItemTag
{
    private protected override string Block => "govuk-radios";
    private protected override string Type => "radio";
}

/// <summary>“or”, between choices of different kinds.</summary>
[HtmlTargetElement("radio-divider", ParentTag = "radio-group")]
public sealed class RadioDividerTag : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "govuk-radios__divider");
        output.Content.SetContent("or");
    }
}
