using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Underpin.Platform;
using Underpin.Platform.Pages;

namespace Underpin.Portfolios.Learners;

internal sealed class IndexModel(UnderpinDb db, TimeProvider clock) : PageModel
{
    const int PageSize = 25;
    const int MostInAFile = 100_000;

    [BindProperty(SupportsGet = true)]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Stage { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public Guid CentreId { get; private set; }
    public string Centre { get; private set; } = "";
    public int Waiting { get; private set; }
    public int Active { get; private set; }
    public IReadOnlyList<LearnerLine> Lines { get; private set; } = [];
    public string? NextHref { get; private set; }
    public DateTimeOffset Now => clock.Now();
    public string Address => $"/centres/{CentreId}/learners";
    public string Query => $"search={Uri.EscapeDataString(Search ?? "")}&stage={Uri.EscapeDataString(Stage ?? "")}";

    public IReadOnlyList<SelectListItem> Stages { get; } = [new("Waiting for the centre", "requested"), new("In progress", "active"), new("Certificate awarded", "completed"), new("Declined or withdrawn", "closed")];

    public async Task<IActionResult> OnGetAsync(Guid organisation, CancellationToken cancel)
    {
        CentreId = organisation;
        Centre = await db.Organisations.Where(o => o.Id == organisation).Select(o => o.Name).SingleAsync(cancel);
        var counts = await db.Enrolments.Where(e => e.CentreId == organisation).GroupBy(e => e.Status).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        Waiting = counts.GetValueOrDefault(EnrolmentStatus.Requested);
        Active = counts.GetValueOrDefault(EnrolmentStatus.Active);
        var read = await LearnerList.ReadAsync(db, organisation, Search, Stage, PageKey.Read(After), PageSize + 1, cancel);
        Lines = [.. read.Take(PageSize)];
        if (read.Count > PageSize) NextHref = $"{Address}?{Query}&after={new PageKey(Lines[^1].Rank, Lines[^1].Since, Lines[^1].Id)}";
        return Page();
    }

    public async Task<IActionResult> OnGetCsvAsync(Guid organisation, CancellationToken cancel)
    {
        var lines = await LearnerList.ReadAsync(db, organisation, Search, Stage, null, MostInAFile, cancel);
        return Csv.File("learners.csv", [["Learner", "Learner number", "Qualification", "Stage", "Last activity", "Units", "Units done", "Assessor"],
            .. lines.Select(l => (IReadOnlyList<string?>)[l.Name.ToString(), l.Number.ToString(), l.Qualification, l.Stage(Now), l.Since.InWords(), $"{l.Units.Count}", $"{l.Units.Done}", l.Assessor?.ToString()])]);
    }
}
