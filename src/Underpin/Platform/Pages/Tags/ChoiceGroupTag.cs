using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Underpin.Platform.Pages.Tags;

/// <summary>What <c>radio-group</c> and <c>check-group</c> share: a question with its choices inside.</summary>
public abstract class ChoiceGroupTag : FieldTag
{
    /// <summary>Short answers side by side.</summary>
    public bool Inline { get; set; }
    public bool Small { get; set; }

    private protected abstract string Block { get; }

    public override void Init(TagHelperContext context)
    {
        base.Init(context);
        context.Items[typeof(Choices)] = new Choices(Id, Name, Values);
    }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var items = await output.GetChildContentAsync();
        var css = Block + (Inline ? $" {Block}--inline" : "") + (Small ? $" {Block}--small" : "");
        var list = Element.Of("div", css).Containing(items);
        Write(output, Fieldset(list));
    }
}

/// <summary>Handed from the group to its items.</summary>
internal sealed class Choices(string id, string name, IReadOnlyList<string> chosen)
{
    private int count;

    public string Name => name;

    /// <summary>The first choice carries the question's own id, so that the error summary can move to it.</summary>
    public string NextId() => count++ == 0 ? id : $"{id}-{count}";

    public bool IsChosen(string value) => chosen.Contains(value, StringComparer.OrdinalIgnoreCase);
}
