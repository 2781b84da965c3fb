using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Underpin.Access;
using Underpin.Platform;
using Underpin.Platform.Files;
using Underpin.Platform.Pages;

namespace Underpin.Portfolios.Pieces;

// Larger than a file may be, so that one that is too large comes back as a message beside its field, with all that was typed.
[RequestSizeLimit(64 * 1024 * 1024), RequestFormLimits(MultipartBodyLengthLimit = 64 * 1024 * 1024)]
internal sealed class AddKindModel(UnderpinDb db, EvidenceService evidence, FileIntake files, IFileStore store, KeptFiles kept, TimeProvider clock) : PortfolioPage(db)
{
    public static EvidenceKind? KindOf(string? text) => text switch
    {
        "file" => EvidenceKind.File,
        "link" => EvidenceKind.Link,
        "account" => EvidenceKind.Account,
        "witness" => EvidenceKind.Witness,
        "observation" => EvidenceKind.Observation,
        _ => null,
    };

    [BindProperty]
    public EvidenceForm Input { get; set; } = new();

    public EvidenceKind Kind { get; private set; }
    public string? KeptName { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid enrolment, string kind, CancellationToken cancel)
    {
        if (KindOf(kind) is not { } known || !await FindAsync(enrolment, cancel)) return NotFound();
        Kind = known;
        return Portfolio.Enrolment.Status == EnrolmentStatus.Active ? Page() : Redirect(Home);
    }

    public async Task<IActionResult> OnPostAsync(Guid enrolment, string kind, CancellationToken cancel)
    {
        if (KindOf(kind) is not { } known || !await FindAsync(enrolment, cancel)) return NotFound();
        Kind = known;
        var email = await Db.Users.Where(a => a.Id == Portfolio.Enrolment.LearnerId).Select(a => a.Email).SingleAsync(cancel);
        Input.Check(Kind, clock.Today(), email, ModelState);
        var file = Kind == EvidenceKind.File ? await ReceiveAsync(enrolment, cancel) : null;
        if (!ModelState.IsValid) return Page();
        var added = await evidence.AddAsync(new() { EnrolmentId = enrolment, Draft = Input.Draft(Kind), File = file }, HttpContext.CurrentUser().Change(clock), cancel);
        if (added.Refusal is { } refusal)
        {
            ModelState.AddModelError("", refusal.Message);
            return Page();
        }

        this.Say(added.Value.Statement is { } statement ? $"Your evidence is saved. We have asked {statement.Name} to confirm it." : "Your evidence is saved.");
        return Redirect($"/evidence/{added.Value.Id}/criteria");
    }

    async Task<ReceivedFile?> ReceiveAsync(Guid enrolment, CancellationToken cancel)
    {
        var received = kept.Open(enrolment, Input.KeptFile);
        // A form that lay open for days: the file it came with has been removed, and is asked for again.
        if (received is not null && !await store.RenewAsync(received.Hash, cancel)) received = null;
        if (Input.File is { } sent)
        {
            await using var content = sent.OpenReadStream();
            var outcome = await files.ReceiveAsync(sent.FileName, content, cancel);
            if (outcome.Refusal is { } refusal)
            {
                ModelState.AddModelError("Input.File", refusal.Message);
                return null;
            }

            received = outcome.Value;
        }

        if (received is null) ModelState.AddModelError("Input.File", new FileNeeded().Message);
        if (received is null || ModelState.IsValid) return received;
        ModelState.Remove("Input.KeptFile");
        Input.KeptFile = kept.Seal(enrolment, received);
        KeptName = received.Name;
        return received;
    }
}
