namespace Underpin.Qualifications;

/// <summary>Which content directory was published last. There is one row at most.</summary>
internal sealed class PublishedContent
{
    public int Id { get; init; } = 1;
    /// <summary>See <see cref="Platform.Content.ContentFingerprint"/>.</summary>
    public required string Fingerprint { get; set; }
}
