using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Underpin.Platform.Web;

namespace Underpin.Framework.Exchange;

/// <summary>A framework of somebody else's, one level of its tree at a time.</summary>
[PublicPage(ImportedModel.CacheTag)]
internal sealed class ImportedFrameworkModel(UnderpinDb db) : PageModel
{
    const int OnePage = 50;
    const int LongestHeading = 120;

    internal sealed record Line(Guid Id, Guid? ParentId, string? Code, string Statement, string? Type, int Under);

    public CaseDocument Document { get; private set; } = null!;
    public string Address => $"{ImportedModel.Address}/{Document.Id}";
    public int Items { get; private set; }
    public Line? Item { get; private set; }
    public Line? Parent { get; private set; }
    public string? Notes { get; private set; }
    public string? Description { get; private set; }
    public IReadOnlyList<Line> Children { get; private set; } = [];
    public int PageNumber { get; private set; }
    public bool HasNext { get; private set; }

    /// <summary>Where the publisher has it, when that is an address that a browser should open.</summary>
    public string? Source => Uri.TryCreate(Document.Uri, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address.AbsoluteUri : null;

    public string Back => Item?.ParentId is { } parent ? $"{Address}?under={parent}" : Item is null ? ImportedModel.Address : Address;

    public string Here(int page) => $"{Address}?{(Item is null ? "" : $"under={Item.Id}&")}from={page}";

    public string Shortened(string statement) => statement.Length <= LongestHeading ? statement : $"{statement[..LongestHeading].TrimEnd()}…";

    public async Task<IActionResult> OnGetAsync(Guid framework, Guid? under, int? from, CancellationToken cancel)
    {
        if (await db.CaseDocuments.AsNoTracking().SingleOrDefaultAsync(d => d.Id == framework, cancel) is not { } document) return NotFound();
        if (document.IsOwn) return Redirect("/framework");
        Document = document;
        var items = db.CaseItems.AsNoTracking().Where(i => i.DocumentId == framework);
        if (under is not null)
        {
            if (await items.Where(i => i.Id == under).Select(i => i.Json).SingleOrDefaultAsync(cancel) is not { } json) return NotFound();
            Notes = TextIn(json, "notes");
            var both = await Lines(items.Where(i => i.Id == under || i.Id == items.Where(c => c.Id == under).Select(c => c.ParentId).FirstOrDefault())).ToListAsync(cancel);
            Item = both.Find(l => l.Id == under);
            Parent = both.Find(l => l.Id == Item!.ParentId);
        }
        else
        {
            Items = await items.CountAsync(cancel);
            Description = TextIn(document.Json, "description");
        }

        PageNumber = Math.Clamp(from ?? 1, 1, 10_000);
        var children = await Lines(items.Where(i => i.ParentId == under).OrderBy(i => i.Sequence == null).ThenBy(i => i.Sequence).ThenBy(i => i.Order).Skip((PageNumber - 1) * OnePage).Take(OnePage + 1)).ToListAsync(cancel);
        HasNext = children.Count > OnePage;
        Children = [.. children.Take(OnePage)];
        return Page();
    }

    IQueryable<Line> Lines(IQueryable<CaseItem> items) => items.Select(i => new Line(i.Id, i.ParentId, i.HumanCodingScheme, i.FullStatement, i.ItemType,
        db.CaseItems.Count(c => c.DocumentId == i.DocumentId && c.ParentId == i.Id)));

    static string? TextIn(string json, string name)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.TryGetProperty(name, out var value) ? value.GetString() : null;
    }
}
