using Underpin.Platform.Database;
using Underpin.Platform.History;

namespace Underpin.Framework.Consultation;

/// <summary>What somebody says about a line of a draft.</summary>
internal sealed class DraftComment : IVersioned, IOnRecord
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid DraftId { get; init; }
    public required string Path { get; init; }
    /// <summary>What the line said when it was commented on; it may be changed afterwards.</summary>
    public required string LineText { get; init; }
    public required Guid AuthorId { get; init; }
    public required string Text { get; set; }
    public required DateTimeOffset At { get; init; }
    public DateTimeOffset? HiddenAt { get; private set; }
    public Guid? HiddenById { get; private set; }
    public string? HiddenReason { get; private set; }
    public int RowVersion { get; set; }

    public void Hide(Guid by, DateTimeOffset at, string reason)
    {
        if (HiddenAt is not null) throw new InvalidOperationException("The comment is hidden already.");
        (HiddenAt, HiddenById, HiddenReason) = (at, by, reason);
    }
}

/// <summary>One person says that a comment speaks for them too.</summary>
internal sealed class CommentSupport : IOnRecord
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CommentId { get; init; }
    public required Guid AccountId { get; init; }
    public required DateTimeOffset At { get; init; }
}

internal enum CommentOutcome
{
    Accepted,
    Partly,
    Declined,
}

/// <summary>The editors' answer to a comment.</summary>
internal sealed class CommentReply : IOnRecord
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CommentId { get; init; }
    public required CommentOutcome Outcome { get; init; }
    public required string Reason { get; init; }
    public required Guid EditorId { get; init; }
    public required DateTimeOffset At { get; init; }
}
