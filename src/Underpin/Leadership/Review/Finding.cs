using Underpin.Leadership.Catalogue;

namespace Underpin.Leadership.Review;

/// <summary>Something that the review found in a school's own data. It shows evidence and a threshold to argue with; it ranks nobody.</summary>
/// <param name="School">Code of the school that it is about; null for the whole structure.</param>
/// <param name="Summary">What was found, in one sentence with names and numbers.</param>
/// <param name="Evidence">Heaviest first; at least one.</param>
/// <param name="Thresholds">What it rests on; empty where it rests on none.</param>
internal sealed record Finding(FindingKind Kind, string? School, string Summary, IReadOnlyList<Evidence> Evidence, IReadOnlyList<ShownThreshold> Thresholds)
{
    /// <summary>Whether the words let pay be seen, so that only those who may see salaries may see them.</summary>
    public bool ShowsPay { get; init; }
}

/// <summary>A line of evidence.</summary>
/// <param name="Text">What the data says.</param>
/// <param name="Codes">Codes of the people, posts, meetings and duties that it is about, for links.</param>
internal sealed record Evidence(string Text, IReadOnlyList<string> Codes);
