using Underpin.Platform.Content;

namespace Underpin.Qualifications.Content;

/// <summary>A qualification as written in content/qualifications.</summary>
internal sealed record QualificationContent
{
    /// <summary>EITQ-L, the level, A, C or D for its type, then a letter where there is more than one; permanent.</summary>
    public required string Code { get; init; }

    /// <summary>From 1; what has been published under a version never changes.</summary>
    public required int Version { get; init; }

    public required string Title { get; init; }

    public required QualificationType Type { get; init; }

    public required RqfLevel Level { get; init; }

    public required string AwardingBody { get; init; }

    public required string Aim { get; init; }

    /// <summary>Who it is for.</summary>
    public required string For { get; init; }

    public required RuleContent Rule { get; init; }

    /// <summary>Codes of qualifications to go on to.</summary>
    public required IReadOnlyList<string> LeadsTo { get; init; }

    public required IReadOnlyList<SourceContent> Sources { get; init; }

    /// <summary>Hash of all that the qualification says. The units it names have hashes of their own.</summary>
    public string Hash => new CanonicalForm()
        .Add("code", Code)
        .Add("version", Version)
        .Add("title", Title)
        .Add("type", Type.ToString())
        .Add("level", Level.Value)
        .Add("awarding-body", AwardingBody)
        .Add("aim", Aim)
        .Add("for", For)
        .Add("rule", [Rule], (form, rule) => rule.Write(form))
        .Add("leads-to", LeadsTo)
        .Add("sources", Sources, SourceContent.Write)
        .Hash();
}
