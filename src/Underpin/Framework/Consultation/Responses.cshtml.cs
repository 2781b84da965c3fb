using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Underpin.Framework.Drafting;
using Underpin.Platform;
using Underpin.Platform.Web;

namespace Underpin.Framework.Consultation;

/// <summary>What people said and what became of it: counts by outcome, and each comment with its answer. To read, print and keep.</summary>
[PublicPage(FrameworkRoom.ConsultationTag)]
internal sealed class ResponsesModel(UnderpinDb db, TimeProvider clock) : PageModel
{
    const int PageLength = 100;

    public DraftReading Reading { get; private set; } = null!;
    public IReadOnlyList<ShownComment> Comments { get; private set; } = [];
    public IReadOnlyDictionary<CommentOutcome, int> Outcomes { get; private set; } = new Dictionary<CommentOutcome, int>();
    public int Total { get; private set; }
    public int People { get; private set; }
    public int Unanswered => Total - Outcomes.Values.Sum();
    public int Number { get; private set; } = 1;
    public int Last => Math.Max(1, (Total + PageLength - 1) / PageLength);
    public DateOnly Today { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid draft, int? number, CancellationToken cancel)
    {
        if (await DraftReading.ReadAsync(db, draft, tracked: false, cancel) is not { } reading || !reading.Draft.WasConsultedOn) return NotFound();
        (Reading, Today) = (reading, clock.Today());
        var shown = db.DraftComments.Where(c => c.DraftId == draft && c.HiddenAt == null);
        var counts = await shown.GroupBy(_ => 1).Select(g => new { Total = g.Count(), People = g.Select(c => c.AuthorId).Distinct().Count() }).SingleOrDefaultAsync(cancel);
        (Total, People) = (counts?.Total ?? 0, counts?.People ?? 0);
        Outcomes = await db.CommentReplies.Where(r => shown.Any(c => c.Id == r.CommentId)).GroupBy(r => r.Outcome).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        Number = Math.Clamp(number ?? 1, 1, Last);
        Comments = await ShownComment.ReadAsync(db, shown.OrderBy(c => c.At).ThenBy(c => c.Id).Skip((Number - 1) * PageLength).Take(PageLength), null, cancel);
        return Page();
    }
}
