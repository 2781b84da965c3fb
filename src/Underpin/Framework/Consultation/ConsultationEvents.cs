using Underpin.Platform.History;

namespace Underpin.Framework.Consultation;

internal sealed record CommentMade(Guid DraftId, Guid CommentId, string Path, string Text) : HistoryEvent(DraftId)
{
    public override string Summary => $"commented on {Path}";
}

internal sealed record CommentSupported(Guid DraftId, Guid CommentId) : HistoryEvent(DraftId)
{
    public override string Summary => "supported a comment";
}

internal sealed record SupportTakenBack(Guid DraftId, Guid CommentId) : HistoryEvent(DraftId)
{
    public override string Summary => "took back support of a comment";
}

internal sealed record CommentAnswered(Guid DraftId, Guid CommentId, CommentOutcome Outcome, string Reason) : HistoryEvent(DraftId)
{
    public override string Summary => $"answered a comment: {Outcome switch { CommentOutcome.Accepted => "accepted", CommentOutcome.Partly => "accepted in part", _ => "declined" }}";
}

internal sealed record CommentHidden(Guid DraftId, Guid CommentId, string Why) : HistoryEvent(DraftId)
{
    public override string Summary => "hid a comment";
}
