using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Underpin.Access;
using Underpin.Platform;
using Underpin.Platform.Pages;

namespace Underpin.Framework.Exchange;

internal sealed class ImportCheckModel(UnderpinDb db, CaseImport import, KeptPackages packages, TimeProvider clock, IOutputCacheStore cache) : PageModel
{
    public const int MostShown = 20;

    [BindProperty(SupportsGet = true, Name = "kept")]
    public string? Kept { get; set; }

    public Guid Id { get; private set; }
    public string Name { get; private set; } = "";
    public ImportPreview Preview { get; private set; } = null!;

    public IReadOnlyList<(string Type, int Count)> Types =>
        [.. Preview.Package.Items.GroupBy(i => i.ItemType ?? "Not said").Select(g => (g.Key, g.Count())).OrderByDescending(t => t.Item2).Take(MostShown)];

    public static string Count(int number, string one, string many) => number == 1 ? $"1 {one}" : $"{number:N0} {many}";

    public async Task<IActionResult> OnGetAsync(Guid organisation, CancellationToken cancel)
    {
        if (await FileAsync(organisation, cancel) is not { } file) return Redirect($"{ImportModel.AddressOf(organisation)}?gone=true");
        var looked = await import.CheckAsync(new() { File = file, Organisation = organisation }, HttpContext.CurrentUser().Change(clock), cancel);
        if (looked.Refusal is { } refusal) return Refused(organisation, refusal);
        Id = organisation;
        Name = await db.Organisations.Where(o => o.Id == organisation).Select(o => o.Name).SingleAsync(cancel);
        Preview = looked.Value;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid organisation, CancellationToken cancel)
    {
        if (await FileAsync(organisation, cancel) is not { } file) return Redirect($"{ImportModel.AddressOf(organisation)}?gone=true");
        var imported = await import.ImportAsync(new() { File = file, Organisation = organisation }, HttpContext.CurrentUser().Change(clock), cancel);
        if (imported.Refusal is { } refusal) return Refused(organisation, refusal);
        await cache.EvictByTagAsync(ImportedModel.CacheTag, cancel);
        this.Say($"“{imported.Value.Title}” is imported.");
        return Redirect($"{ImportedModel.Address}/{imported.Value.Id}");
    }

    async Task<byte[]?> FileAsync(Guid organisation, CancellationToken cancel) =>
        packages.Open(organisation, Kept) is { } hash ? await import.KeptAsync(hash, cancel) : null;

    // The file was whole when it was kept, so what has changed since is what is here: someone imported the same framework.
    RedirectResult Refused(Guid organisation, Refusal refusal)
    {
        TempData[ImportModel.Refused] = refusal.Message;
        return Redirect(ImportModel.AddressOf(organisation));
    }
}
