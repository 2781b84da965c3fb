using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Underpin.Platform.Pages.Tags;

/// <summary>One choice. What stands inside it is asked only of those who choose it.</summary>
public abstract class ChoiceItemTag : TagHelper
{
    public string Value { get; set; } = "";
    public string Label { get; set; } = "";
    public string? Hint { get; set; }

    private protected abstract string Block { get; }
    private protected abstract string Type { get; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var choices = (Choices)context.Items[typeof(Choices)];
        var id = choices.NextId();
        var chosen = choices.IsChosen(Value);
        var inside = await output.GetChildContentAsync();

        var input = Element.Of("input", $"{Block}__input", ("type", Type), ("id", id), ("name", choices.Name), ("value", Value),
            ("checked", chosen ? "checked" : null), ("aria-describedby", string.IsNullOrEmpty(Hint) ? null : $"{id}-item-hint"));
        var item = Element.Of("div", $"{Block}__item").Containing(
            input,
            Element.Of("label", $"govuk-label {Block}__label", ("for", id)).Containing(Label),
            string.IsNullOrEmpty(Hint) ? null : Element.Of("div", $"govuk-hint {Block}__hint", ("id", $"{id}-item-hint")).Containing(Hint));

        output.TagName = null;
        output.Content.SetHtmlContent(item);
        // Shown and hidden by the style sheet alone: no script, and no aria-expanded, which a radio may not have.
        if (!inside.IsEmptyOrWhiteSpace)
            output.Content.AppendHtml(Element.Of("div", $"{Block}__conditional").Containing((IHtmlContent)inside));
    }
}
