using Microsoft.AspNetCore.Mvc.RazorPages;
using Underpin.Platform.Web;

namespace Underpin.Framework.Roles;

/// <summary>The posts of the profession: the ladder, and the specialists beside it.</summary>
[PublicPage("content")]
internal sealed class LadderModel(UnderpinDb db) : PageModel
{
    public RoleBook? Book { get; private set; }
    public IReadOnlyList<RoleProfile> Steps { get; private set; } = [];
    public IReadOnlyList<SidePath> SidePaths { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Book = await RoleBook.ReadAsync(db, cancel);
        if (Book is null) return;
        Steps = [.. Book.Ladder];
        SidePaths = SidePath.Of(Book);
    }
}

/// <summary>Where a specialist's path leaves the ladder and where it comes back, in steps from 1.</summary>
internal sealed record SidePath(RoleProfile Role, int Leaves, int Returns)
{
    public static IReadOnlyList<SidePath> Of(RoleBook book)
    {
        var steps = book.Ladder.Select((role, i) => (role, Step: i + 1)).ToDictionary(s => s.role.Code, s => s.Step, StringComparer.Ordinal);
        return [.. book.Specialists.Select(role =>
        {
            var leaves = book.Before(role).Select(r => steps.GetValueOrDefault(r.Code)).Where(s => s > 0).DefaultIfEmpty(1).Min();
            var returns = book.After(role).Select(r => steps.GetValueOrDefault(r.Code)).Where(s => s > 0).DefaultIfEmpty(steps.Count).Min();
            return new SidePath(role, leaves, Math.Max(leaves, returns));
        }).OrderBy(p => p.Leaves).ThenBy(p => p.Returns).ThenBy(p => p.Role.Order)];
    }
}
