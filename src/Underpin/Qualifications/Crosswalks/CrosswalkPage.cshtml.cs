using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Underpin.Platform.Web;

namespace Underpin.Qualifications.Crosswalks;

[PublicPage("content")]
internal sealed class CrosswalkPageModel(UnderpinDb db) : PageModel
{
    /// <summary>A longer list opens with what is in it.</summary>
    const int LongList = 12;

    internal sealed record Choice(string Words, int Count, string Href, bool IsChosen);

    /// <summary>The status whose items are shown; empty for all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Status { get; set; }

    public Crosswalk Crosswalk { get; private set; } = null!;
    public IReadOnlyList<CrosswalkItem> Shown { get; private set; } = [];
    public bool IsLong => Shown.Count > LongList;
    IReadOnlyDictionary<string, OurThing> _ours = new Dictionary<string, OurThing>();

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancel)
    {
        var canonical = code.ToLowerInvariant();
        var crosswalk = await db.Crosswalks.AsNoTracking().WithItems().FirstOrDefaultAsync(c => c.Code == canonical, cancel);
        if (crosswalk is null) return NotFound();
        if (code != canonical) return RedirectPermanent($"/crosswalks/{canonical}");
        if (Request.WantsJson()) return new JsonResult(CrosswalkDocument.Of(crosswalk));
        Crosswalk = crosswalk;
        Shown = [.. crosswalk.Items.Where(i => string.IsNullOrEmpty(Status) || CrosswalkDocument.InSmall(i.Status) == Status)];
        _ours = await OurThing.FindAsync(db, [.. Shown.SelectMany(i => i.Maps).Select(m => m.To).Distinct()], cancel);
        return Page();
    }

    public OurThing? Ours(string code) => _ours.GetValueOrDefault(code);

    public IEnumerable<Choice> Choices =>
    [
        new("All", Crosswalk.Items.Count, $"/crosswalks/{Crosswalk.Code}", string.IsNullOrEmpty(Status)),
        .. Crosswalk.Items.GroupBy(i => i.Status).OrderBy(g => g.Key)
            .Select(g => (Word: CrosswalkWords.Of(g.Key), Value: CrosswalkDocument.InSmall(g.Key), Count: g.Count()))
            .Select(g => new Choice(g.Word, g.Count, $"/crosswalks/{Crosswalk.Code}?status={g.Value}", g.Value == Status)),
    ];
}
