namespace Underpin.Platform.Content;

/// <summary>How sure we are of a fact stated in content.</summary>
internal enum Confidence
{
    /// <summary>Read in the source.</summary>
    Seen,

    /// <summary>General knowledge, not checked; shown as provisional.</summary>
    Recalled,

    /// <summary>Worked out from what was seen.</summary>
    Derived,

    /// <summary>Projected by a stated rule; shown as provisional.</summary>
    Computed,
}

/// <summary>Where a fact stated in content comes from.</summary>
/// <param name="Title">The document.</param>
/// <param name="Url">Its address; null for one that is not on the web.</param>
/// <param name="Checked">When somebody last looked.</param>
/// <param name="Confidence">How sure we are.</param>
internal sealed record SourceContent(string Title, Uri? Url, DateOnly Checked, Confidence Confidence)
{
    /// <summary>Where it begins in its file.</summary>
    public int Line { get; init; }

    public static ContentShape Shape { get; } = new(
        "a source",
        new("title", "the document's title"),
        new("url", "the document's address, beginning https://", Required: false),
        new("checked", "the date on which the source was last looked at"),
        new("confidence", "seen, recalled, derived or computed"));

    /// <summary>Reads the list under 'sources', which may be left out.</summary>
    public static IReadOnlyList<SourceContent> ReadAll(ContentMapReader map, DateOnly today) =>
        [.. map.Maps("sources", Shape).Select(source => new SourceContent(
            source.Text("title"),
            source.Has("url") ? ReadUrl(source) : null,
            source.Date("checked", today),
            Enum.Parse<Confidence>(source.OneOf("confidence", "seen", "recalled", "derived", "computed"), ignoreCase: true)) { Line = source.Line })];

    public static void Write(CanonicalForm form, SourceContent source) => form
        .Add("title", source.Title)
        .Add("url", source.Url?.AbsoluteUri)
        .Add("checked", source.Checked)
        .Add("confidence", source.Confidence.ToString());

    private static Uri? ReadUrl(ContentMapReader source)
    {
        var text = source.Text("url");
        if (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "https" or "http")
            return url;
        if (text != "")
            source.Problem("url", $"'{text}' is not a web address: expected one beginning https://");
        return null;
    }
}
