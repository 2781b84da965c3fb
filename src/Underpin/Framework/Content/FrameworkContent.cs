using Underpin.Platform.Content;

namespace Underpin.Framework.Content;

/// <summary>One edition of the competence framework, as written in content/framework.</summary>
internal sealed record FrameworkContent
{
    public required string Code { get; init; }

    public required string Title { get; init; }

    public required FrameworkVersion Version { get; init; }

    public required DateOnly Published { get; init; }

    public required string AwardingBody { get; init; }

    public required string Summary { get; init; }

    /// <summary>Proficiency levels, lowest first, numbered from 1 without gaps.</summary>
    public required IReadOnlyList<ProficiencyLevelContent> Levels { get; init; }

    /// <summary>In their order.</summary>
    public required IReadOnlyList<AreaContent> Areas { get; init; }

    /// <summary>Role profiles, in their order.</summary>
    public required IReadOnlyList<RoleContent> Roles { get; init; }

    public required IReadOnlyList<SourceContent> Sources { get; init; }

    /// <summary>Hash of all that this edition says, its areas, competences and roles included.</summary>
    public string Hash => new CanonicalForm()
        .Add("code", Code)
        .Add("title", Title)
        .Add("version", Version.ToString())
        .Add("published", Published)
        .Add("awarding-body", AwardingBody)
        .Add("summary", Summary)
        .Add("levels", Levels, (form, level) => form.Add("level", level.Level).Add("title", level.Title).Add("meaning", level.Meaning))
        .Add("areas", Areas, (form, area) => area.Write(form))
        .Add("roles", Roles, (form, role) => role.Write(form))
        .Add("sources", Sources, SourceContent.Write)
        .Hash();
}

/// <param name="Level">From 1 up.</param>
/// <param name="Title">A word or two.</param>
/// <param name="Meaning">What a person at this level does.</param>
internal sealed record ProficiencyLevelContent(int Level, string Title, string Meaning);
