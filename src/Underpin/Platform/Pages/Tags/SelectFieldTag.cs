using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Underpin.Platform.Pages.Tags;

/// <summary>A list to choose one from. <c>empty</c> words the first line, which chooses nothing.</summary>
[HtmlTargetElement("select-field", Attributes = "for,items")]
public sealed class SelectFieldTag : FieldTag
{
    public IEnumerable<SelectListItem> Items { get; set; } = [];
    public string? Empty { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var select = Element.Of("select", "govuk-select", ("id", Id), ("name", Name), ("aria-describedby", DescribedBy()));
        if (Error is not null) select.AddCssClass("govuk-select--error");
        PassOn(output, select);
        if (Empty is not null) select.Containing(Element.Of("option", null, ("value", "")).Containing(Empty));
        foreach (var item in Items)
            select.Containing(Element.Of("option", null, ("value", item.Value ?? item.Text),
                ("selected", IsSelected(item) ? "selected" : null)).Containing(item.Text));
        Write(output, LabelElement(), HintElement(), ErrorElement(), select);
    }

    private bool IsSelected(SelectListItem item) =>
        Value.Length == 0 ? item.Selected : string.Equals(item.Value ?? item.Text, Value, StringComparison.OrdinalIgnoreCase);
}
