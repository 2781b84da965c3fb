using Underpin.Framework;

namespace Underpin.Qualifications.Crosswalks;

/// <summary>A crosswalk in a list for programs.</summary>
internal sealed record CrosswalkSummary(string Code, string Title, string Kind, int Items, string Address);

/// <summary>A crosswalk for programs. An extent says how much of ours the outside thing covers: full, most or part.</summary>
internal sealed record CrosswalkDocument(string Code, string Title, string Kind, string About, IReadOnlyList<CrosswalkItemDocument> Items, IReadOnlyList<Source> Sources, string Address)
{
    /// <param name="crosswalk">With its items and what they cover in order.</param>
    public static CrosswalkDocument Of(Crosswalk crosswalk)
    {
        var address = $"/crosswalks/{crosswalk.Code}";
        return new(crosswalk.Code, crosswalk.Title, InSmall(crosswalk.Kind), crosswalk.About,
            [.. crosswalk.Items.Select(i => new CrosswalkItemDocument(i.Reference, i.Title, i.Level, InSmall(i.Status), i.StatusNote, i.Confidence, i.IsProvisional, i.Checked, i.Source,
                [.. i.Maps.Select(m => new CrosswalkMapDocument(m.To, InSmall(m.Extent), m.Reason))], $"{address}#{CrosswalkWords.Anchor(i.Reference)}"))],
            crosswalk.Sources, address);
    }

    public static string InSmall<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();
}

internal sealed record CrosswalkItemDocument(string Reference, string Title, string? Level, string Status, string? StatusNote, string Confidence, bool Provisional, DateOnly Checked, string Source,
    IReadOnlyList<CrosswalkMapDocument> Maps, string Address);

internal sealed record CrosswalkMapDocument(string To, string Extent, string Reason);
