using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Underpin.Framework.Content;
using Underpin.Platform.Web;

namespace Underpin.Framework.Editions;

/// <summary>An edition as it was.</summary>
[PublicPage(FrameworkRoom.ContentTag)]
internal sealed class EditionModel(UnderpinDb db) : PageModel
{
    public EditionList List { get; private set; } = null!;
    public PublishedFramework Edition { get; private set; } = null!;
    public FrameworkContent Said { get; private set; } = null!;
    public bool IsCurrent => Edition.Version == List.Current.Version;

    /// <summary>What the current edition has in place of a competence that it has no more.</summary>
    public ILookup<string, string> Successors { get; private set; } = null!;
    public HashSet<string> Still { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string version, string? framework, CancellationToken cancel)
    {
        if (await EditionList.ReadAsync(db, framework, cancel) is not { } list || list.Find(version) is not { } edition) return NotFound();
        (List, Edition) = (list, edition);
        Said = await FrameworkPublisher.ReadAsync(db, edition, cancel);
        var current = IsCurrent ? Said : await FrameworkPublisher.ReadAsync(db, list.Current, cancel);
        var competences = current.Areas.SelectMany(a => a.Competences).ToList();
        Successors = competences.SelectMany(c => c.Replaces.Select(old => (old, c.Code))).ToLookup(c => c.old, c => c.Code);
        Still = [.. competences.Select(c => c.Code)];
        return Page();
    }

    public string LevelTitle(int level) => Said.Levels.FirstOrDefault(l => l.Level == level)?.Title ?? "";
}
