using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Underpin.Framework.Drafting;
using Underpin.Platform.Web;

namespace Underpin.Framework.Editions;

[PublicPage(FrameworkRoom.ContentTag, FrameworkRoom.ConsultationTag)]
internal sealed class EditionsModel(UnderpinDb db) : PageModel
{
    internal sealed record Row(PublishedFramework Edition, string? Before, string? WhatChanged, Guid? Draft, int Areas, int Competences, int Roles);

    public EditionList? List { get; private set; }
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>An edition to come that people may comment on or have commented on.</summary>
    public Draft? Coming { get; private set; }

    public async Task OnGetAsync(string? framework, CancellationToken cancel)
    {
        List = await EditionList.ReadAsync(db, framework, cancel);
        if (List is null) return;
        var ids = List.Editions.Select(e => e.Id).ToList();
        var code = List.Current.Code;
        var areas = await db.Areas.Where(a => ids.Contains(a.FrameworkId)).GroupBy(a => a.FrameworkId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        var competences = await db.Competences.Where(c => ids.Contains(c.FrameworkId)).GroupBy(c => c.FrameworkId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        var roles = await db.RoleProfiles.Where(r => ids.Contains(r.FrameworkId)).GroupBy(r => r.FrameworkId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        var drafts = await db.Drafts.AsNoTracking().Where(d => d.FrameworkCode == code && d.Status != DraftStatus.Abandoned).ToListAsync(cancel);
        Coming = drafts.Find(d => !d.IsSettled && d.WasConsultedOn);
        Rows = [.. List.Editions.Select((edition, i) =>
        {
            var draft = drafts.Find(d => d.Status == DraftStatus.Published && d.Version == edition.Version);
            return new Row(edition, List.Editions.ElementAtOrDefault(i + 1)?.Version, draft?.Summary, draft is { WasConsultedOn: true } ? draft.Id : null,
                areas.GetValueOrDefault(edition.Id), competences.GetValueOrDefault(edition.Id), roles.GetValueOrDefault(edition.Id));
        })];
    }
}
