using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Underpin.Platform.Web;

namespace Underpin.Qualifications.Crosswalks;

[PublicPage("content")]
internal sealed class IndexModel(UnderpinDb db) : PageModel
{
    const int MostShown = 100;

    internal sealed record Body(string Code, string Title, CrosswalkKind Kind, int Items, int Retired);

    internal sealed record Hit(string Crosswalk, string CrosswalkTitle, string Reference, string Title, OutsideStatus Status, string Confidence, int Maps)
    {
        public string Href => $"/crosswalks/{Crosswalk}#{CrosswalkWords.Anchor(Reference)}";
        public bool IsProvisional => Confidence is not ("seen" or "derived");
    }

    /// <summary>A code or a part of a title.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Find { get; set; }

    public IReadOnlyList<IGrouping<CrosswalkKind, Body>> Kinds { get; private set; } = [];
    public IReadOnlyList<Hit> Hits { get; private set; } = [];
    public bool IsCut { get; private set; }
    public bool IsSearch => !string.IsNullOrWhiteSpace(Find);
    public int Items => Kinds.Sum(k => k.Sum(b => b.Items));

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Kinds = [.. (await db.Crosswalks.AsNoTracking().OrderBy(c => c.Title)
            .Select(c => new Body(c.Code, c.Title, c.Kind, c.Items.Count, c.Items.Count(i => i.Status == OutsideStatus.Retired))).ToListAsync(cancel))
            .GroupBy(b => b.Kind).OrderBy(g => g.Key)];
        if (IsSearch) await FindAsync(Find!, cancel);
    }

    // The items are a few hundred lines: looked through here, "az 104" finds AZ-104 on every database.
    async Task FindAsync(string words, CancellationToken cancel)
    {
        var wanted = words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(CrosswalkWords.ForFinding).Where(w => w.Length > 0).ToList();
        var whole = string.Concat(wanted);
        if (whole.Length == 0) return;
        var all = await db.CrosswalkItems.AsNoTracking().Join(db.Crosswalks, i => i.CrosswalkId, c => c.Id, (i, c) => new { Item = i, c.Code, c.Title })
            .OrderBy(x => x.Title).ThenBy(x => x.Item.Order)
            .Select(x => new Hit(x.Code, x.Title, x.Item.Reference, x.Item.Title, x.Item.Status, x.Item.Confidence, x.Item.Maps.Count)).ToListAsync(cancel);
        var found = all.Select(hit => (Hit: hit, Text: CrosswalkWords.ForFinding($"{hit.Reference} {hit.Title} {hit.CrosswalkTitle}")))
            .Where(x => x.Text.Contains(whole, StringComparison.Ordinal) || wanted.All(w => x.Text.Contains(w, StringComparison.Ordinal)))
            // Who types a code means that code.
            .OrderByDescending(x => CrosswalkWords.ForFinding(x.Hit.Reference).StartsWith(whole, StringComparison.Ordinal)).Select(x => x.Hit).ToList();
        (Hits, IsCut) = ([.. found.Take(MostShown)], found.Count > MostShown);
    }
}
