using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Underpin.Access;

namespace Underpin.Portfolios.Enrol;

internal sealed class CheckModel(UnderpinDb db, TimeProvider clock, EnrolmentService enrolments) : EnrolPage(db, clock)
{
    readonly TimeProvider _clock = clock;

    public CentreChoice ChosenCentre { get; private set; } = null!;
    public WorkChoice? ChosenWork { get; private set; }
    public string LearnerName => HttpContext.CurrentUser().Name;

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancel)
    {
        if (!await FindAsync(code, cancel)) return NotFound();
        if (Centres.FirstOrDefault(c => c.Id == Centre) is not { } centre) return Redirect(Step("centre"));
        ChosenCentre = centre;
        ChosenWork = (await WorkplacesAsync(cancel)).FirstOrDefault(w => w.Id == EmployerId);
        return Employer is null || (EmployerId is not null && ChosenWork is null) ? Redirect(Step("work")) : Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken cancel)
    {
        if (await OnGetAsync(code, cancel) is not PageResult page) return Redirect($"/enrol/{code}");
        var user = HttpContext.CurrentUser();
        var asked = await enrolments.RequestAsync(new() { LearnerId = user.AccountId, QualificationId = Qualification.Id, CentreId = ChosenCentre.Id, EmployerId = ChosenWork?.Id }, user.Change(_clock), cancel);
        // Sending the same form twice ends where sending it once does.
        if (asked.Refusal is AlreadyEnrolled already) return Redirect($"/portfolio/{already.Enrolment}");
        if (asked.Refusal is { } refusal)
        {
            ModelState.AddModelError("", refusal.Message);
            return page;
        }

        return Redirect($"/portfolio/{asked.Value}/requested");
    }
}
