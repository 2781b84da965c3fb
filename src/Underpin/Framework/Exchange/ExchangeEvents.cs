using Underpin.Platform.History;

namespace Underpin.Framework.Exchange;

/// <param name="FileHash">SHA-256 of the file that was imported.</param>
/// <param name="Before">When the one it took the place of had been changed; null when it was new here.</param>
internal sealed record FrameworkImported(Guid Framework, string Title, string Creator, DateTimeOffset LastChange, int Items, int Associations, string FileHash, DateTimeOffset? Before) : HistoryEvent(Framework)
{
    public override string Summary => $"imported the framework “{Title}” by {Creator} with {Items} items{(Before is null ? "" : ", in place of an earlier one")}";
}
