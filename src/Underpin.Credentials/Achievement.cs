namespace Underpin.Credentials;

/// <summary>What a credential says was achieved: a qualification or a unit (Open Badges 3.0 <c>Achievement</c>).</summary>
public sealed record Achievement
{
    /// <summary>The achievement's stable address, an absolute URI.</summary>
    public required string Id { get; init; }

    /// <summary>
    /// What kind it is: one of <see cref="AchievementTypes"/>, or an own term <c>ext:</c> followed by ASCII letters,
    /// digits, <c>.</c>, <c>-</c> and <c>_</c>. Null only in credentials of others that do not say.
    /// </summary>
    public required string? Type { get; init; }

    /// <summary>The achievement's name. Not blank.</summary>
    public required string Name { get; init; }

    /// <summary>What it stands for, in a sentence or two. Not blank.</summary>
    public required string Description { get; init; }

    /// <summary>What had to be done to earn it. To sign, at least one of its two parts must be given.</summary>
    public required Criteria Criteria { get; init; }

    /// <summary>The awarding body's code for it, such as a qualification number (<c>humanCode</c>). Null when there is none.</summary>
    public string? Code { get; init; }

    /// <summary>The credit the achievement is worth, zero or more. Null when not said.</summary>
    public decimal? CreditsAvailable { get; init; }

    /// <summary>The units, competences or standards it rests on, in the order they should be shown. Empty when none.</summary>
    public IReadOnlyList<Alignment> Alignments { get; init; } = [];
}

/// <summary>What had to be done to earn an achievement (Open Badges 3.0 <c>Criteria</c>).</summary>
public sealed record Criteria
{
    /// <summary>The address of a page with the criteria, an absolute URI. Null when there is none.</summary>
    public string? Id { get; init; }

    /// <summary>The criteria in words. Null when there are none.</summary>
    public string? Narrative { get; init; }
}

/// <summary>A link from an achievement to a unit, competence or standard (Open Badges 3.0 <c>Alignment</c>).</summary>
public sealed record Alignment
{
    /// <summary>The name of what is linked to. Not blank.</summary>
    public required string TargetName { get; init; }

    /// <summary>Its address, an absolute URI.</summary>
    public required string TargetUrl { get; init; }

    /// <summary>Its code, such as a unit number. Null when there is none.</summary>
    public string? TargetCode { get; init; }

    /// <summary>A short description, such as level and credit. Null when there is none.</summary>
    public string? TargetDescription { get; init; }

    /// <summary>The name of the framework it belongs to. Null when not said.</summary>
    public string? TargetFramework { get; init; }

    /// <summary>
    /// What kind of thing it is: <c>CFItem</c> for an item of a CASE framework, <c>ceasn:Competency</c>,
    /// <c>ceterms:Credential</c>, <c>CTDL</c>, <c>CFRubric</c>, <c>CFRubricCriterion</c>, <c>CFRubricCriterionLevel</c>, or an
    /// own term beginning <c>ext:</c>. Null when not said.
    /// </summary>
    public string? TargetType { get; init; }
}
