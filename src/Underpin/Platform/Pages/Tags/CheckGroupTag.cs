using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Underpin.Platform.Pages.Tags;

/// <summary>Any number of choices, for a collection; or a single “yes”, for a bool whose item has the value “true”.</summary>
[HtmlTargetElement("check-group", Attributes = "for")]
public sealed class CheckGroupTag : ChoiceGroupTag
{
    private protected override string Block => "govuk-checkboxes";
}

[HtmlTargetElement("check-item", Attributes = "value", ParentTag = "check-group")]
public sealed class CheckItemTag : ChoiceItemTag
{
    private protected override string Block => "govuk-checkboxes";
    private protected override string Type => "checkbox";
}
