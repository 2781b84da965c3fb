using Microsoft.AspNetCore.Mvc.RazorPages;
using Underpin.Platform.Web;

namespace Underpin.Qualifications;

[PublicPage("content")]
internal sealed class IndexModel(UnderpinDb db) : PageModel
{
    public QualificationLadder Ladder { get; private set; } = new([]);

    /// <summary>The levels from the first to the last that has a qualification.</summary>
    public IEnumerable<IGrouping<int, LadderStep>> Levels => Ladder.Steps.GroupBy(s => s.Qualification.Level.Value);

    public async Task OnGetAsync(CancellationToken cancel) => Ladder = await QualificationLadder.ReadAsync(db, cancel);
}
