using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Underpin.Framework.Drafting;
using Underpin.Platform;
using Underpin.Platform.Web;

namespace Underpin.Framework.Consultation;

[PublicPage(FrameworkRoom.ConsultationTag)]
internal sealed class ConsultationsModel(UnderpinDb db, TimeProvider clock) : PageModel
{
    internal sealed record Row(Draft Draft, string Body, int Comments);

    public IReadOnlyList<Row> Open { get; private set; } = [];
    public IReadOnlyList<Row> Past { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var today = clock.Today();
        var rows = (await (
            from draft in db.Drafts
            where draft.ConsultationUntil != null
            join body in db.Organisations on draft.OrganisationId equals body.Id
            orderby draft.ConsultationFrom descending
            select new { draft, body.Name, Comments = db.DraftComments.Count(c => c.DraftId == draft.Id && c.HiddenAt == null) }).AsNoTracking().ToListAsync(cancel))
            .ConvertAll(r => new Row(r.draft, r.Name, r.Comments));
        Open = rows.FindAll(r => r.Draft.IsOpenForComment(today));
        Past = rows.FindAll(r => !r.Draft.IsOpenForComment(today));
    }
}
