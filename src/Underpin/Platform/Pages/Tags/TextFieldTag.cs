using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Underpin.Platform.Pages.Tags;

[HtmlTargetElement("text-field", Attributes = "for")]
public sealed class TextFieldTag : FieldTag
{
    public string Type { get; set; } = "text";

    /// <summary>2, 3, 4, 5, 10, 20 or 30 characters, or one-half, two-thirds and the like.</summary>
    public string? Width { get; set; }
    public string? Prefix { get; set; }
    public string? Suffix { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        // A password is never sent back to the browser, even when the form is.
        var input = Element.Of("input", "govuk-input", ("type", Type), ("id", Id), ("name", Name),
            ("value", Type == "password" ? null : Value), ("aria-describedby", DescribedBy()));
        if (Error is not null) input.AddCssClass("govuk-input--error");
        if (Width is not null) input.AddCssClass(char.IsDigit(Width[0]) ? $"govuk-input--width-{Width}" : $"govuk-!-width-{Width}");
        if (Type is "email" or "url" or "password") input.Attributes["spellcheck"] = "false";
        if (Type is "email" or "url" or "password") input.Attributes["autocapitalize"] = "none";
        PassOn(output, input);
        IHtmlContent control = Prefix is null && Suffix is null ? input
            : Element.Of("div", "govuk-input__wrapper").Containing(Affix("prefix", Prefix), input, Affix("suffix", Suffix));
        Write(output, LabelElement(), HintElement(), ErrorElement(), control);
    }

    private static IHtmlContent? Affix(string which, string? text) => text is null ? null
        : Element.Of("div", $"govuk-input__{which}", ("aria-hidden", "true")).Containing(text);
}
