using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Underpin.Platform.Pages.Tags;

/// <summary>Short ways to build encoded HTML.</summary>
internal static class Element
{
    public static TagBuilder Of(string name, string? css = null, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        var tag = new TagBuilder(name);
        if (name is "input" or "img" or "path" or "rect") tag.TagRenderMode = TagRenderMode.SelfClosing;
        if (css is not null) tag.Attributes["class"] = css;
        foreach (var (attribute, value) in attributes)
            if (value is not null) tag.Attributes[attribute] = value;
        return tag;
    }

    public static TagBuilder Containing(this TagBuilder tag, string? text)
    {
        tag.InnerHtml.Append(text ?? "");
        return tag;
    }

    public static TagBuilder Containing(this TagBuilder tag, params ReadOnlySpan<IHtmlContent?> children)
    {
        foreach (var child in children)
            if (child is not null) tag.InnerHtml.AppendHtml(child);
        return tag;
    }

    public static TagBuilder Hidden(string text) => Of("span", "govuk-visually-hidden").Containing(text);
}
