using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Underpin.Platform.Pages.Tags;

/// <summary>Room for several lines. With <c>maxlength</c> the remaining characters are counted while typing.</summary>
[HtmlTargetElement("text-area", Attributes = "for")]
public sealed class TextAreaTag : FieldTag
{
    public int Rows { get; set; } = 5;
    public int? Maxlength { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var countId = Maxlength is null ? null : $"{Id}-info";
        var area = Element.Of("textarea", "govuk-textarea", ("id", Id), ("name", Name),
            ("rows", Rows.ToString(CultureInfo.InvariantCulture)), ("aria-describedby", DescribedBy(countId)));
        if (Error is not null) area.AddCssClass("govuk-textarea--error");
        if (Maxlength is not null) area.AddCssClass("govuk-js-character-count");
        PassOn(output, area);
        // A first line break inside the element is dropped by browsers, so one is spent for the person's own.
        area.InnerHtml.AppendHtml("\n").Append(Value);
        if (Maxlength is not { } most)
        {
            Write(output, LabelElement(), HintElement(), ErrorElement(), area);
            return;
        }
        var limit = most.ToString(CultureInfo.InvariantCulture);
        Write(output, LabelElement(), HintElement(), ErrorElement(), area,
            Element.Of("div", "govuk-hint govuk-character-count__message", ("id", countId))
                .Containing($"You can enter up to {most:N0} characters"));
        output.Attributes.SetAttribute("class", $"{output.Attributes["class"].Value} govuk-character-count");
        output.Attributes.SetAttribute("data-module", "govuk-character-count");
        output.Attributes.SetAttribute("data-maxlength", limit);
    }
}
