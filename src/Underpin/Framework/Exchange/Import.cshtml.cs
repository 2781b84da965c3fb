using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Underpin.Access;

namespace Underpin.Framework.Exchange;

// Larger than a package may be, so that one that is too large is refused in words.
[RequestSizeLimit(MostUploaded), RequestFormLimits(MultipartBodyLengthLimit = MostUploaded)]
internal sealed class ImportModel(UnderpinDb db, CaseImport import, KeptPackages kept, TimeProvider clock) : PageModel
{
    /// <summary>The key of a refusal that the next page brings back here.</summary>
    public const string Refused = "ImportRefused";
    const long MostUploaded = 64 * 1024 * 1024;

    [BindProperty, Display(Name = "The framework's file", Description = "A CASE 1.1 package (.json), up to 25 MB and 100,000 items")]
    public IFormFile? Upload { get; set; }

    public Guid Id { get; private set; }
    public string Name { get; private set; } = "";
    public PackageIsBroken? Broken { get; private set; }

    public static string AddressOf(Guid organisation) => $"/awarding/{organisation}/frameworks/import";

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Id = Guid.Parse(RouteData.Values["organisation"]!.ToString()!);
        Name = await db.Organisations.Where(o => o.Id == Id).Select(o => o.Name).SingleAsync(HttpContext.RequestAborted);
        await next();
    }

    public void OnGet(bool gone)
    {
        if (gone) ModelState.AddModelError(nameof(Upload), new UploadIsGone().Message);
        if (TempData[Refused] is string refusal) ModelState.AddModelError(nameof(Upload), refusal);
    }

    public async Task<IActionResult> OnPostAsync(Guid organisation, CancellationToken cancel)
    {
        if (Upload is not { Length: > 0 })
        {
            ModelState.AddModelError(nameof(Upload), Upload is null ? "Choose the framework's file" : "The file you chose is empty. Check that it was exported whole, then choose it again");
            return Page();
        }

        await using var content = Upload.OpenReadStream();
        var file = await CasePackageReader.BytesAsync(content, cancel);
        var looked = await import.KeepAsync(new() { File = file, Organisation = organisation }, HttpContext.CurrentUser().Change(clock), cancel);
        if (looked.Refusal is not { } refusal) return Redirect($"{AddressOf(organisation)}/check?kept={Uri.EscapeDataString(kept.Seal(organisation, looked.Value))}");
        Broken = refusal as PackageIsBroken;
        ModelState.AddModelError(nameof(Upload), refusal.Message);
        return Page();
    }
}
