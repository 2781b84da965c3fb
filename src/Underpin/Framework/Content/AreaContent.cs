using Underpin.Platform.Content;

namespace Underpin.Framework.Content;

/// <summary>An area of the framework: competences that belong together.</summary>
internal sealed record AreaContent
{
    /// <summary>The edition of the framework that it belongs to.</summary>
    public required FrameworkVersion Version { get; init; }

    /// <summary>Three capital letters.</summary>
    public required string Code { get; init; }

    public required string Title { get; init; }

    /// <summary>Its place among the areas, from 1.</summary>
    public required int Order { get; init; }

    public required string Summary { get; init; }

    public required IReadOnlyList<CompetenceContent> Competences { get; init; }

    /// <summary>Hash of all that the area says, whatever the edition.</summary>
    public string Hash
    {
        get
        {
            var form = new CanonicalForm();
            Write(form);
            return form.Hash();
        }
    }

    internal void Write(CanonicalForm form) => form
        .Add("code", Code)
        .Add("title", Title)
        .Add("order", Order)
        .Add("summary", Summary)
        .Add("competences", Competences, (inner, competence) => competence.Write(inner));
}
