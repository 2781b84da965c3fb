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
        var reveals = !inside.IsEmptyOrWhiteSpace;

        var input = Element.Of("input", $"{Block}__input", ("type", Type), ("id", id), ("name", choices.Name), ("value", Value),
            ("checked", chosen ? "checked" : null), ("aria-describedby", Hint is null ? null : $"{id}-item-hint"),
            ("data-aria-controls", reveals ? $"{id}-conditional" : null));
        var item = Element.Of("div", $"{Block}__item").Containing(
            input,
            Element.Of("label", $"govuk-label {Block}__label", ("for", id)).Containing(Label),
            Hint is null ? null : Element.Of("div", $"govuk-hint {Block}__hint", ("id", $"{id}-item-hint")).Containing(Hint));

        output.TagName = null;
        output.Content.SetHtmlContent(item);
        if (!reveals) return;
        var css = $"{Block}__conditional" + (chosen ? "" : $" {Block}__conditional--hidden");
        output.Content.AppendHtml(Element.Of("div", css, ("id", $"{id}-conditional")).Containing((IHtmlContent)inside));
    }
}
