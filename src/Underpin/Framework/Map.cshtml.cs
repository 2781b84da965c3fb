using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Underpin.Framework.Roles;
using Underpin.Platform.Web;

namespace Underpin.Framework;

/// <summary>The whole framework on one page: every competence and the levels it describes, and what a role asks of it.</summary>
[PublicPage("content")]
internal sealed class MapModel(UnderpinDb db) : PageModel
{
    public RoleBook? Book { get; private set; }
    public RoleProfile? Role { get; private set; }
    public IReadOnlyList<(string Code, string Title, IReadOnlyList<NamedCompetence> Competences)> Areas { get; private set; } = [];
    IReadOnlyDictionary<string, int> _asked = new Dictionary<string, int>();

    public async Task<IActionResult> OnGetAsync(string? role, CancellationToken cancel)
    {
        Book = await RoleBook.ReadAsync(db, cancel);
        if (Book is null) return Page();
        if (role is { Length: > 0 })
        {
            Role = Book.Role(role.ToLowerInvariant());
            if (Role is null) return NotFound();
            _asked = Role.Competences.ToDictionary(c => c.Code, c => c.Level, StringComparer.Ordinal);
        }

        Areas = [.. Book.Competences.GroupBy(c => (c.AreaCode, c.AreaTitle)).Select(area => (area.Key.AreaCode, area.Key.AreaTitle, (IReadOnlyList<NamedCompetence>)[.. area]))];
        return Page();
    }

    public int? Asked(NamedCompetence competence) => _asked.TryGetValue(competence.Code, out var level) ? level : null;

    public int AreasAsked => Areas.Count(area => area.Competences.Any(c => Asked(c) is not null));

    /// <summary>For the table: competences of an area that describe a level or, with a role chosen, that it asks for at that level.</summary>
    public int Count(IReadOnlyList<NamedCompetence> competences, int level) =>
        competences.Count(c => Role is null ? c.Levels.Contains(level) : Asked(c) == level);
}
