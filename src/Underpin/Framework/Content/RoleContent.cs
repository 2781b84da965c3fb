using Underpin.Platform.Content;

namespace Underpin.Framework.Content;

/// <summary>A role profile: what a post is for, and the competences that it asks for.</summary>
internal sealed record RoleContent
{
    /// <summary>Lower case with hyphens; never given to another role.</summary>
    public required string Code { get; init; }

    public required string Title { get; init; }

    /// <summary>Its place among the roles, from 1.</summary>
    public required int Order { get; init; }

    public required RoleKind Kind { get; init; }

    /// <summary>Why a school pays for the post.</summary>
    public required string Purpose { get; init; }

    /// <summary>Typical duties, each beginning with a verb.</summary>
    public required IReadOnlyList<string> Duties { get; init; }

    /// <summary>What the person decides alone, and what they take to somebody else.</summary>
    public required string Decides { get; init; }

    /// <summary>Whom they answer to and work beside.</summary>
    public required string WorksWith { get; init; }

    public required IReadOnlyList<RoleCompetenceContent> Competences { get; init; }

    /// <summary>Codes of qualifications that lead to the role.</summary>
    public required IReadOnlyList<string> Qualifications { get; init; }

    /// <summary>Codes of the roles that come next.</summary>
    public required IReadOnlyList<string> LeadsTo { get; init; }

    public required IReadOnlyList<SourceContent> Sources { get; init; }

    internal void Write(CanonicalForm form) => form
        .Add("code", Code)
        .Add("title", Title)
        .Add("order", Order)
        .Add("kind", Kind.ToString())
        .Add("purpose", Purpose)
        .Add("duties", Duties)
        .Add("decides", Decides)
        .Add("works-with", WorksWith)
        .Add("competences", Competences, (inner, asked) => inner.Add("code", asked.Code).Add("level", asked.Level))
        .Add("qualifications", Qualifications)
        .Add("leads-to", LeadsTo)
        .Add("sources", Sources, SourceContent.Write);
}

/// <param name="Code">A competence of the framework.</param>
/// <param name="Level">The proficiency level that the role asks for.</param>
internal sealed record RoleCompetenceContent(string Code, int Level);
