using Underpin.Platform.Content;

namespace Underpin.Leadership.Catalogue;

/// <summary>Something that a school must have somebody answer for. Written in content/leadership/responsibilities.yaml, or by a school for itself.</summary>
internal sealed record Responsibility
{
    /// <summary>The group's code, a hyphen and two digits, such as ITS-01; never given to another.</summary>
    public required string Code { get; init; }

    public required string Title { get; init; }

    /// <summary>What whoever holds it does, in a sentence or two.</summary>
    public required string About { get; init; }

    /// <summary>What goes wrong when nobody is accountable; "" where a school did not say.</summary>
    public string Without { get; init; } = "";

    /// <summary>The code of its <see cref="DutyGroup"/>.</summary>
    public required string Group { get; init; }

    /// <summary>How much it takes, from 1 to 5.</summary>
    public required int Weight { get; init; }

    /// <summary>Whether a law, or guidance that schools must follow, asks for it.</summary>
    public bool IsStatutory { get; init; }

    /// <summary>Traits of schools that have it, such as "secondary"; empty where all schools do.</summary>
    public IReadOnlyList<string> For { get; init; } = [];

    /// <summary>Whether it takes knowledge that a general leader does not have.</summary>
    public bool IsSpecialist { get; init; }

    /// <summary>Whether only the head may be accountable.</summary>
    public bool IsHeadOnly { get; init; }

    /// <summary>Whether whoever holds it advises or checks, and so should not be the one who decides.</summary>
    public bool IsAdvisory { get; init; }

    /// <summary>Whether who does this is the school's IT lead.</summary>
    public bool IsItLead { get; init; }

    /// <summary>Codes of what whoever is accountable must hold.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>Why it must not be passed round; "" where it may be.</summary>
    public string Stays { get; init; } = "";

    public IReadOnlyList<SourceContent> Sources { get; init; } = [];

    /// <summary>Where it begins in its file.</summary>
    public int Line { get; init; }

    /// <summary>Whether its statutory standing rests only on what nobody has checked: shown as provisional.</summary>
    public bool IsProvisional => IsStatutory && !Sources.Any(source => source.Confidence == Confidence.Seen);

    /// <summary>Whether a school with these traits has it.</summary>
    public bool AppliesTo(IReadOnlySet<string> traits) => For.Count == 0 || For.Any(traits.Contains);
}

/// <summary>A part of a school's work: teaching, pastoral, statutory, business, IT.</summary>
internal sealed record DutyGroup(string Code, string Title, string About);

/// <summary>What the holder of some duties must hold.</summary>
/// <param name="Means">What counts as holding it.</param>
internal sealed record Qualification(string Code, string Title, string Means, IReadOnlyList<SourceContent> Sources);

/// <summary>Two duties for which one person may not be accountable at once.</summary>
/// <param name="Sources">Empty where it is our own judgement.</param>
internal sealed record Separation(string One, string Other, string Reason, IReadOnlyList<SourceContent> Sources);
