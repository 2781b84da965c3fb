using Underpin.Platform.Content;
using Underpin.Qualifications.Crosswalks;

namespace Underpin.Qualifications.Content;

/// <summary>What the certificates, standards or skills of one outside body have in common with ours, as written in content/crosswalks.</summary>
internal sealed record CrosswalkContent
{
    /// <summary>Lower case with hyphens.</summary>
    public required string Code { get; init; }

    public required string Title { get; init; }

    public required CrosswalkKind Kind { get; init; }

    /// <summary>What it is and how to read it.</summary>
    public required string About { get; init; }

    public required IReadOnlyList<CrosswalkItemContent> Items { get; init; }

    public required IReadOnlyList<SourceContent> Sources { get; init; }

    /// <summary>Hash of all that the crosswalk says.</summary>
    public string Hash => new CanonicalForm()
        .Add("code", Code)
        .Add("title", Title)
        .Add("kind", Kind.ToString())
        .Add("about", About)
        .Add("items", Items, (form, item) => item.Write(form))
        .Add("sources", Sources, SourceContent.Write)
        .Hash();
}

/// <summary>One certificate, standard or skill of an outside body.</summary>
internal sealed record CrosswalkItemContent
{
    /// <summary>The outside code, as its body writes it.</summary>
    public required string Reference { get; init; }

    public required string Title { get; init; }

    /// <summary>As its body states it; null where none is known.</summary>
    public required string? Level { get; init; }

    public required OutsideStatus Status { get; init; }

    /// <summary>Dates and replacements, in words.</summary>
    public required string? StatusNote { get; init; }

    public required Confidence Confidence { get; init; }

    public required DateOnly Checked { get; init; }

    /// <summary>Where it was read.</summary>
    public required string Source { get; init; }

    public required IReadOnlyList<CrosswalkMapContent> Maps { get; init; }

    /// <summary>Where it begins in its file.</summary>
    public int Line { get; init; }

    internal void Write(CanonicalForm form) => form
        .Add("reference", Reference)
        .Add("title", Title)
        .Add("level", Level)
        .Add("status", Status.ToString())
        .Add("status-note", StatusNote)
        .Add("confidence", Confidence.ToString())
        .Add("checked", Checked)
        .Add("source", Source)
        .Add("maps", Maps, (inner, map) => inner.Add("to", map.To).Add("extent", map.Extent.ToString()).Add("reason", map.Reason));
}

/// <param name="To">A unit, competence or qualification of ours.</param>
/// <param name="Extent">How much of ours the outside thing covers.</param>
/// <param name="Reason">What is covered and what is missing.</param>
internal sealed record CrosswalkMapContent(string To, Extent Extent, string Reason)
{
    /// <summary>Where it begins in its file.</summary>
    public int Line { get; init; }
}
