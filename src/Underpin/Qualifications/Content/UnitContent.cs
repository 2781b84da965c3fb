using Underpin.Platform.Content;

namespace Underpin.Qualifications.Content;

/// <summary>A unit as written in content/units: the smallest thing that is certificated.</summary>
internal sealed record UnitContent
{
    /// <summary>EIT, the level's digit and two more digits; never given to another unit.</summary>
    public required string Code { get; init; }

    /// <summary>From 1; what has been published under a version never changes.</summary>
    public required int Version { get; init; }

    public required string Title { get; init; }

    public required RqfLevel Level { get; init; }

    public required Credit Credit { get; init; }

    /// <summary>Less than all the hours that the credit stands for.</summary>
    public required GuidedHours GuidedHours { get; init; }

    /// <summary>Why a school needs this.</summary>
    public required string Aim { get; init; }

    /// <summary>Who it is for.</summary>
    public required string For { get; init; }

    public required IReadOnlyList<UnitCompetenceContent> Competences { get; init; }

    public required IReadOnlyList<OutcomeContent> Outcomes { get; init; }

    /// <summary>Indicative content.</summary>
    public required IReadOnlyList<string> Covers { get; init; }

    /// <summary>What everyday work already makes.</summary>
    public required IReadOnlyList<string> Evidence { get; init; }

    /// <summary>How much is enough, and where simulation is allowed.</summary>
    public required string Assessment { get; init; }

    /// <summary>Codes of units to go on to.</summary>
    public required IReadOnlyList<string> LeadsTo { get; init; }

    public required IReadOnlyList<SourceContent> Sources { get; init; }

    /// <summary>Hash of all that the unit says.</summary>
    public string Hash => new CanonicalForm()
        .Add("code", Code)
        .Add("version", Version)
        .Add("title", Title)
        .Add("level", Level.Value)
        .Add("credit", Credit.Value)
        .Add("guided-hours", GuidedHours.Value)
        .Add("aim", Aim)
        .Add("for", For)
        .Add("competences", Competences, (form, taught) => form.Add("code", taught.Code).Add("level", taught.Level))
        .Add("outcomes", Outcomes, (form, outcome) => outcome.Write(form))
        .Add("covers", Covers)
        .Add("evidence", Evidence)
        .Add("assessment", Assessment)
        .Add("leads-to", LeadsTo)
        .Add("sources", Sources, SourceContent.Write)
        .Hash();
}

/// <param name="Code">A competence of the framework.</param>
/// <param name="Level">The proficiency level to which the unit teaches it.</param>
internal sealed record UnitCompetenceContent(string Code, int Level);

/// <summary>A learning outcome of a unit.</summary>
/// <param name="Code">A number, as text: unique in its unit.</param>
/// <param name="Title">What the learner can do.</param>
/// <param name="Criteria">How that is judged.</param>
internal sealed record OutcomeContent(string Code, string Title, IReadOnlyList<CriterionContent> Criteria)
{
    internal void Write(CanonicalForm form) => form
        .Add("code", Code)
        .Add("title", Title)
        .Add("criteria", Criteria, (inner, criterion) => inner
            .Add("code", criterion.Code)
            .Add("text", criterion.Text)
            .Add("school", criterion.School));
}

/// <summary>An assessment criterion.</summary>
/// <param name="Code">The outcome's code, a full stop and a number, such as 1.3.</param>
/// <param name="Text">Opens with what the learner does.</param>
/// <param name="School">Whether only a school can pose it.</param>
internal sealed record CriterionContent(string Code, string Text, bool School)
{
    /// <summary>Where its text stands in the unit's file.</summary>
    public int Line { get; init; }
}
