using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Underpin.Framework.Content;
using Underpin.Platform.Web;

namespace Underpin.Framework.Newcomers;

/// <summary>What the job is and the ways into it, for a Year 9 pupil, a parent, or anyone new.</summary>
[PublicPage("content")]
internal sealed class ProfessionModel(UnderpinDb db) : PageModel
{
    IReadOnlyDictionary<string, string> _roles = new Dictionary<string, string>();
    IReadOnlyDictionary<string, string> _qualifications = new Dictionary<string, string>();

    public NewcomersContent? Written { get; private set; }

    public async Task OnGetAsync([FromServices] ListQualifications listQualifications, CancellationToken cancel)
    {
        Written = (await db.NewcomersPages.AsNoTracking().OrderBy(p => p.Id).FirstOrDefaultAsync(cancel))?.Content;
        if (Written is null) return;
        _roles = await db.RoleProfiles.AsNoTracking().Join(db.Frameworks.Where(f => f.IsCurrent), r => r.FrameworkId, f => f.Id, (r, f) => new { r.Code, r.Title })
            .ToDictionaryAsync(r => r.Code, r => r.Title, cancel);
        _qualifications = (await listQualifications(db, cancel)).ToDictionary(q => q.Code, q => q.Title, StringComparer.Ordinal);
    }

    /// <summary>The title of a role; null where the current edition has no such role any more.</summary>
    public string? RoleTitle(string code) => _roles.GetValueOrDefault(code);

    public IEnumerable<(string Code, string Title)> Titled(IEnumerable<string> qualifications) =>
        qualifications.Where(_qualifications.ContainsKey).Select(code => (code, _qualifications[code]));

    /// <summary>How a section's items are set: by what their labels are.</summary>
    public static string Shape(NewcomersSection section) =>
        section.Items.Count == 0 ? "none"
        : section.Items.All(i => i.Label is { } label && IsTime(label)) ? "day"
        : section.Items.All(i => i.Role is not null && i.Qualifications.Count == 0) ? "rungs"
        : section.Items.All(i => i.Label is null) ? "points"
        : section.Items.All(i => i.Label is { Length: <= 20 } && i.Fact is null or { IsProvisional: false } && i.Text.Length < 160) && section.Items.Count > 8 ? "words"
        : "cards";

    static bool IsTime(string label) => label.Split('.') is [{ Length: 1 or 2 } hour, { Length: 2 } minute] && int.TryParse(hour, out _) && int.TryParse(minute, out _);
}
