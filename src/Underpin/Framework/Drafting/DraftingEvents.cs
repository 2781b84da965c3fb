using Underpin.Platform.History;
using Underpin.Platform;

namespace Underpin.Framework.Drafting;

internal sealed record DraftBegun(Guid DraftId, string Framework, string BasedOn, string Version) : HistoryEvent(DraftId)
{
    public override string Summary => $"began a draft of {Framework} {Version} from {BasedOn}";
}

/// <param name="Before">Null for a line that was added.</param>
/// <param name="After">Null for a line that was taken out.</param>
internal sealed record LineEdit(string Path, string? Before, string? After);

internal sealed record DraftEdited(Guid DraftId, string What, IReadOnlyList<LineEdit> Lines) : HistoryEvent(DraftId)
{
    public override string Summary => What;
}

internal sealed record DraftAbandoned(Guid DraftId, string Framework, string Version) : HistoryEvent(DraftId)
{
    public override string Summary => $"abandoned the draft of {Framework} {Version}";
}

internal sealed record ConsultationOpened(Guid DraftId, DateOnly Until, string Question) : HistoryEvent(DraftId)
{
    public override string Summary => $"opened the draft for comment until {Until.InWords()}";
}

internal sealed record ConsultationClosed(Guid DraftId, DateOnly WasUntil) : HistoryEvent(DraftId)
{
    public override string Summary => "closed the consultation early";
}

internal sealed record DraftPublished(Guid DraftId, Guid EditionId, string Framework, string Version, string ContentHash, string WhatChanged) : HistoryEvent(DraftId)
{
    public override string Summary => $"published {Framework} {Version}";
}
