using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Underpin.Platform.Pages.Tags;

/// <summary>
/// What the tags of a page tell its layout. The layout is written after the page, so a page author says each thing once,
/// where it belongs, and title, way back and error summary follow.
/// </summary>
internal sealed class PageParts
{
    private static readonly object Key = new();
    private readonly List<(string Name, string Id)> fields = [];

    public string? Title { get; set; }
    public IHtmlContent? WayBack { get; set; }

    /// <summary>The fields in the order of the page: name as posted, and the element to move to from the error summary.</summary>
    public IReadOnlyList<(string Name, string Id)> Fields => fields;

    public static PageParts Of(HttpContext http)
    {
        if (http.Items[Key] is PageParts parts) return parts;
        Reset(http);
        return Of(http);
    }

    public static PageParts Of(ViewContext view) => Of(view.HttpContext);

    /// <summary>Forgets what an abandoned page had said, before an error page takes its place.</summary>
    public static void Reset(HttpContext http) => http.Items[Key] = new PageParts();

    public void AddField(string name, string id) => fields.Add((name, id));
}
