namespace Underpin.Platform;

/// <summary>What this installation calls itself and where the public finds it. Read from the setting <c>Site</c>.</summary>
internal sealed record SiteOptions
{
    public string Name { get; init; } = "Underpin";
    public Uri PublicAddress { get; init; } = new("http://127.0.0.1:5080");
    /// <summary>A proxy stands in front and says who asks, and by which scheme. Nothing else may then reach the program.</summary>
    public bool BehindProxy { get; init; }
    public bool IsDemonstration { get; init; }
}
