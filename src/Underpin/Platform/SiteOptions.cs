namespace Underpin.Platform;

/// <summary>What this installation calls itself and where the public finds it. Read from the setting <c>Site</c>.</summary>
internal sealed record SiteOptions
{
    public string Name { get; init; } = "Underpin";
    public Uri PublicAddress { get; init; } = new("http://127.0.0.1:5080");
    public bool IsDemonstration { get; init; }
}
