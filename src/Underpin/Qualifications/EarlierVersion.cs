namespace Underpin.Qualifications;

/// <summary>Told at the head of a page that shows what is no longer current.</summary>
/// <param name="Version">What the page shows.</param>
/// <param name="Current">Where the current version is.</param>
internal sealed record EarlierVersion(int Version, string Current);
