using System.Collections;
using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Underpin.Platform.Pages.Tags;

/// <summary>
/// One question: label, hint, error and control, tied together. Label and hint come from the property's
/// <c>[Display(Name, Description)]</c> unless given. Attributes that the tag does not know go to the control.
/// </summary>
public abstract class FieldTag : TagHelper
{
    public ModelExpression For { get; set; } = null!;
    public string? Label { get; set; }
    public string? Hint { get; set; }

    /// <summary>s, m, l or xl; plain text when left out.</summary>
    public string? LabelSize { get; set; }

    /// <summary>The label is also the page's heading, in its size, and its title: for pages that ask one question.</summary>
    public bool Heading { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    private protected string Name => ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
    private protected string Id => TagBuilder.CreateSanitizedId(Name, "_");
    private protected string HintId => $"{Id}-hint";
    private protected string ErrorId => $"{Id}-error";
    private protected ModelStateEntry? State => ViewContext.ViewData.ModelState[Name];
    private protected string? Error => State?.Errors.FirstOrDefault() is { } error ? error.Words() : null;

    private protected string? DescribedBy(params ReadOnlySpan<string?> more)
    {
        var ids = string.Join(' ', new[] { string.IsNullOrEmpty(Hint) ? null : HintId, Error is null ? null : ErrorId }
            .Concat(more.ToArray()).Where(id => id is not null));
        return ids.Length == 0 ? null : ids;
    }

    /// <summary>What was typed, or else what the model holds.</summary>
    private protected IReadOnlyList<string> Values => State?.RawValue switch
    {
        string[] typed => typed,
        string typed => [typed],
        _ => For.Model is IEnumerable many and not string ? [.. many.Cast<object?>().Select(Shown)] : [Shown(For.Model)],
    };

    private protected string Value => Values.FirstOrDefault() ?? "";

    public override void Init(TagHelperContext context)
    {
        Label ??= Capitalised(For.Metadata.DisplayName ?? For.Metadata.PropertyName ?? For.Name);
        Hint ??= For.Metadata.Description;
        var parts = PageParts.Of(ViewContext);
        parts.AddField(Name, FocusId);
        if (Heading) parts.Title = Label;
    }

    private protected virtual string FocusId => Id;

    private protected string SizeClass(string block) =>
        LabelSize is { } size ? $"{block} {block}--{size}" : block;

    private protected IHtmlContent LabelElement()
    {
        var label = Element.Of("label", SizeClass("govuk-label") + (Heading ? " u-heading__title" : ""), ("for", Id)).Containing(Label);
        return Heading ? Element.Of("h1", "govuk-label-wrapper").Containing(label) : label;
    }

    private protected IHtmlContent Fieldset(params ReadOnlySpan<IHtmlContent?> content)
    {
        var legend = Element.Of("legend", SizeClass("govuk-fieldset__legend"));
        legend = Heading ? legend.Containing(Element.Of("h1", "govuk-fieldset__heading u-heading__title").Containing(Label)) : legend.Containing(Label);
        return Element.Of("fieldset", "govuk-fieldset", ("aria-describedby", DescribedBy()))
            .Containing(legend, HintElement(), ErrorElement()).Containing(content);
    }

    private protected IHtmlContent? HintElement() =>
        string.IsNullOrEmpty(Hint) ? null : Element.Of("div", "govuk-hint", ("id", HintId)).Containing(Hint);

    private protected IHtmlContent? ErrorElement() => Error is null ? null
        : Element.Of("p", "govuk-error-message", ("id", ErrorId)).Containing(Element.Hidden("Error: ")).Containing(Error);

    private protected void Write(TagHelperOutput output, params ReadOnlySpan<IHtmlContent?> content)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.Clear();
        output.Attributes.SetAttribute("class", Error is null ? "govuk-form-group" : "govuk-form-group govuk-form-group--error");
        foreach (var part in content)
            if (part is not null) output.Content.AppendHtml(part);
    }

    /// <summary>Gives the control what the author wrote on the tag beyond the tag's own words.</summary>
    private protected static void PassOn(TagHelperOutput output, TagBuilder control)
    {
        foreach (var attribute in output.Attributes)
        {
            var value = attribute.Value switch { IHtmlContent html => html.Text(), var other => other?.ToString() };
            if (attribute.Name == "class") control.AddCssClass(value ?? "");
            else control.Attributes[attribute.Name] = value ?? "";
        }
    }

    private static string Shown(object? value) => value switch
    {
        null => "",
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.CurrentCulture),
        _ => value.ToString() ?? "",
    };

    private static string Capitalised(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
