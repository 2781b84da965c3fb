using Underpin.Platform.Content;

namespace Underpin.Framework.Content;

/// <summary>Something that people who keep a school's IT running can do.</summary>
internal sealed record CompetenceContent
{
    /// <summary>The edition of the framework that it belongs to.</summary>
    public required FrameworkVersion Version { get; init; }

    /// <summary>The area's code, a hyphen and a number; never given to another competence.</summary>
    public required string Code { get; init; }

    public required string Title { get; init; }

    /// <summary>What it is and why a school depends on it.</summary>
    public required string Why { get; init; }

    /// <summary>What goes wrong without it.</summary>
    public required string Without { get; init; }

    /// <summary>Some or all of the framework's levels, lowest first.</summary>
    public required IReadOnlyList<CompetenceLevelContent> Levels { get; init; }

    /// <summary>Codes of competences of earlier editions that this one takes over.</summary>
    public required IReadOnlyList<string> Replaces { get; init; }

    /// <summary>Hash of all that the competence says, whatever the edition.</summary>
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
        .Add("why", Why)
        .Add("without", Without)
        .Add("levels", Levels, (inner, level) => inner.Add("level", level.Level).Add("does", level.Does))
        .Add("replaces", Replaces);
}

/// <param name="Level">The level's number in the framework.</param>
/// <param name="Does">What the person does, beginning with a verb.</param>
internal sealed record CompetenceLevelContent(int Level, string Does);
