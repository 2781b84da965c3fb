using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Underpin.Platform.Pages.Tags;

/// <summary>Three boxes for a <see cref="DateInput"/>. With <c>birthday</c> the browser may fill in the person's own.</summary>
[HtmlTargetElement("date-field", Attributes = "for")]
public sealed class DateFieldTag : FieldTag
{
    public bool Birthday { get; set; }

    private DateInput? Typed => For.Model as DateInput;

    // A date that reads well but is refused (too early, too late) is marked as a whole.
    private DateParts Wrong => Error is null ? DateParts.None : Typed?.Problem?.Parts ?? DateParts.All;

    private protected override string FocusId => $"{Id}_{FirstWrong()}";

    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        Write(output, Fieldset(Element.Of("div", "govuk-date-input", ("id", Id)).Containing(
            Box(DateParts.Day, Typed?.Day, 2), Box(DateParts.Month, Typed?.Month, 2), Box(DateParts.Year, Typed?.Year, 4))));

    private IHtmlContent Box(DateParts part, string? value, int width)
    {
        var id = $"{Id}_{part}";
        var input = Element.Of("input", $"govuk-input govuk-date-input__input govuk-input--width-{width}",
            ("id", id), ("name", $"{Name}.{part}"), ("type", "text"), ("value", value),
            // Months may be typed as words, so only the other two ask for the number keyboard.
            ("inputmode", part == DateParts.Month ? null : "numeric"),
            ("autocomplete", Birthday ? $"bday-{part.ToString().ToLowerInvariant()}" : null));
        if (Wrong.HasFlag(part)) input.AddCssClass("govuk-input--error");
        return Element.Of("div", "govuk-date-input__item").Containing(Element.Of("div", "govuk-form-group").Containing(
            Element.Of("label", "govuk-label govuk-date-input__label", ("for", id)).Containing(part.ToString()), input));
    }

    private DateParts FirstWrong() =>
        Wrong.HasFlag(DateParts.Day) || Wrong == DateParts.None ? DateParts.Day
        : Wrong.HasFlag(DateParts.Month) ? DateParts.Month : DateParts.Year;
}
