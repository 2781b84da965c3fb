using Microsoft.AspNetCore.Mvc.RazorPages;
using Underpin.Framework.Content;
using Underpin.Platform.Web;

namespace Underpin.Framework.Editions;

[PublicPage(FrameworkRoom.ContentTag)]
internal sealed class CompareModel(UnderpinDb db) : PageModel
{
    public EditionList? List { get; private set; }
    public PublishedFramework? From { get; private set; }
    public PublishedFramework? To { get; private set; }
    public EditionComparison? Comparison { get; private set; }
    public IReadOnlyDictionary<string, string> Titles { get; private set; } = new Dictionary<string, string>();

    public async Task OnGetAsync(string? from, string? to, string? framework, CancellationToken cancel)
    {
        List = await EditionList.ReadAsync(db, framework, cancel);
        if (List is null) return;
        To = to is null ? List.Current : List.Find(to);
        From = from is null ? List.Editions.SkipWhile(e => e != To).ElementAtOrDefault(1) : List.Find(from);
        if (From is null || To is null) return;
        // Whichever way round they were named, what is later is what things became.
        if (FrameworkVersion.Parse(From.Version).CompareTo(FrameworkVersion.Parse(To.Version)) > 0) (From, To) = (To, From);
        var later = await FrameworkPublisher.ReadAsync(db, To, cancel);
        Comparison = EditionComparison.Of(await FrameworkPublisher.ReadAsync(db, From, cancel), later);
        Titles = later.Areas.SelectMany(a => a.Competences).ToDictionary(c => c.Code, c => c.Title);
    }
}
