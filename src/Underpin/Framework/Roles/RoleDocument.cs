namespace Underpin.Framework.Roles;

/// <summary>A role for programs, the same from the API and from the role's own address.</summary>
internal sealed record RoleDocument(string Code, string Title, string Kind, string Purpose, IReadOnlyList<string> Duties, string Decides, string WorksWith,
    IReadOnlyList<RoleCompetenceDocument> Competences, IReadOnlyList<string> Qualifications, IReadOnlyList<string> LeadsTo, IReadOnlyList<Source> Sources, string Edition, string Address)
{
    public static RoleDocument Of(RoleBook book, RoleProfile role) => new(role.Code, role.Title, role.Kind.ToString().ToLowerInvariant(), role.Purpose, role.Duties, role.Decides, role.WorksWith,
        [.. role.Competences.Select(c => new RoleCompetenceDocument(c.Code, book.Competence(c.Code)?.Title ?? c.Code, c.Level, book.LevelTitle(c.Level), $"/framework/{c.Code}"))],
        role.Qualifications, role.LeadsTo, role.Sources, book.Framework.Version, $"/roles/{role.Code}");
}

internal sealed record RoleCompetenceDocument(string Code, string Title, int Level, string LevelTitle, string Address);
