using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Underpin.Platform;

namespace Underpin.Framework.Drafting;

/// <summary>A draft against the edition that it began from, line by line.</summary>
internal sealed class ChangesModel(UnderpinDb db, TimeProvider clock) : PageModel
{
    public DraftReading Reading { get; private set; } = null!;
    public DateOnly Today { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid draft, CancellationToken cancel)
    {
        if (await DraftReading.ReadAsync(db, draft, tracked: false, cancel) is not { } reading) return NotFound();
        (Reading, Today) = (reading, clock.Today());
        return Page();
    }
}
