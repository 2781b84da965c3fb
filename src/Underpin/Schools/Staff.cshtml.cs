using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Underpin.Access;

namespace Underpin.Schools;

internal sealed class StaffModel(UnderpinDb db) : PageModel
{
    internal sealed record Row(Guid Id, string Name, string? JobTitle, DateOnly From, string? Manager, bool IsConfirmed);

    public Organisation School { get; private set; } = null!;
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public int Waiting => Rows.Count(r => !r.IsConfirmed);

    public async Task OnGetAsync(Guid organisation, CancellationToken cancel)
    {
        School = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == organisation, cancel);
        var rows = await (
            from m in db.Memberships
            where m.OrganisationId == organisation && m.Role == MembershipRole.Staff && m.Until == null
            join person in db.Users on m.AccountId equals person.Id
            from manager in db.Users.Where(a => a.Id == m.LineManagerId).DefaultIfEmpty()
            orderby person.Name
            select new { m.Id, person.Name, m.JobTitle, m.From, Manager = manager, m.ConfirmedAt }).AsNoTracking().ToListAsync(cancel);
        // Those who wait come first.
        Rows = [.. rows.Select(r => new Row(r.Id, r.Name.ToString(), r.JobTitle, r.From, r.Manager?.Name.ToString(), r.ConfirmedAt is not null)).OrderBy(r => r.IsConfirmed)];
    }
}
