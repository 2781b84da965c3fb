using Microsoft.EntityFrameworkCore;

namespace Underpin.Framework.Roles;

/// <summary>The roles of the current edition, with the areas and competences that their codes name.</summary>
internal sealed class RoleBook
{
    readonly Dictionary<string, RoleProfile> _roles;
    readonly Dictionary<string, NamedCompetence> _competences;

    RoleBook(PublishedFramework framework, IReadOnlyList<RoleProfile> roles, IReadOnlyList<NamedCompetence> competences)
    {
        (Framework, Roles, Competences) = (framework, roles, competences);
        _roles = roles.ToDictionary(r => r.Code, StringComparer.Ordinal);
        _competences = competences.ToDictionary(c => c.Code, StringComparer.Ordinal);
    }

    public PublishedFramework Framework { get; }

    /// <summary>In their order: the ladder first, then the specialists.</summary>
    public IReadOnlyList<RoleProfile> Roles { get; }

    /// <summary>Area by area.</summary>
    public IReadOnlyList<NamedCompetence> Competences { get; }

    public IEnumerable<RoleProfile> Ladder => Roles.Where(r => r.Kind == RoleKind.Ladder);

    public IEnumerable<RoleProfile> Specialists => Roles.Where(r => r.Kind == RoleKind.Specialist);

    public RoleProfile? Role(string code) => _roles.GetValueOrDefault(code);

    public NamedCompetence? Competence(string code) => _competences.GetValueOrDefault(code);

    public string LevelTitle(int level) => Framework.LevelTitle(level);

    public IEnumerable<RoleProfile> After(RoleProfile role) => Roles.Where(r => role.LeadsTo.Contains(r.Code));

    public IEnumerable<RoleProfile> Before(RoleProfile role) => Roles.Where(r => r.LeadsTo.Contains(role.Code));

    /// <summary>What the role asks for, area by area.</summary>
    public IEnumerable<IGrouping<string, (NamedCompetence Competence, int Level)>> Asked(RoleProfile role)
    {
        var levels = role.Competences.ToDictionary(c => c.Code, c => c.Level, StringComparer.Ordinal);
        return Competences.Where(c => levels.ContainsKey(c.Code)).Select(c => (c, levels[c.Code])).GroupBy(c => c.c.AreaTitle);
    }

    /// <summary>Three queries, whatever is published; null when nothing is.</summary>
    public static async Task<RoleBook?> ReadAsync(UnderpinDb db, CancellationToken cancel)
    {
        var framework = await db.Frameworks.AsNoTracking().SingleOrDefaultAsync(f => f.IsCurrent, cancel);
        if (framework is null) return null;
        var roles = await db.RoleProfiles.AsNoTracking().Where(r => r.FrameworkId == framework.Id).OrderBy(r => r.Order).ToListAsync(cancel);
        var competences = await db.Competences.AsNoTracking().Where(c => c.FrameworkId == framework.Id)
            .Join(db.Areas, c => c.AreaId, a => a.Id, (c, a) => new { c.Code, c.Title, c.Levels, c.Order, AreaCode = a.Code, AreaTitle = a.Title, AreaOrder = a.Order })
            .OrderBy(c => c.AreaOrder).ThenBy(c => c.Order).ToListAsync(cancel);
        return new(framework, roles, competences.ConvertAll(c => new NamedCompetence(c.Code, c.Title, c.AreaCode, c.AreaTitle, [.. c.Levels.Select(l => l.Level)])));
    }
}

/// <param name="Levels">The levels of proficiency that it describes.</param>
internal sealed record NamedCompetence(string Code, string Title, string AreaCode, string AreaTitle, IReadOnlyList<int> Levels);
