using Underpin.Platform.Database;
using Underpin.Platform.History;

namespace Underpin.Framework.Drafting;

internal enum DraftStatus
{
    Open,
    /// <summary>Opened for comment; over when its last day is, or when it is closed early.</summary>
    InConsultation,
    /// <summary>The consultation was closed early; the text can be edited again.</summary>
    Closed,
    Published,
    Abandoned,
}

/// <summary>An edition in the making, begun from one that is published. A framework has one at a time.</summary>
internal sealed class Draft : IVersioned, IOnRecord
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    /// <summary>The awarding body.</summary>
    public required Guid OrganisationId { get; init; }
    public required string FrameworkCode { get; init; }
    /// <summary>The version of the edition that it began from.</summary>
    public required string BasedOn { get; init; }
    /// <summary>The version of the edition to be.</summary>
    public required string Version { get; init; }
    public required string Title { get; init; }
    public required Guid BegunById { get; init; }
    public required DateTimeOffset BegunAt { get; init; }
    public DraftStatus Status { get; private set; } = DraftStatus.Open;
    public DateTimeOffset? ConsultationFrom { get; private set; }
    /// <summary>The last day of the consultation.</summary>
    public DateOnly? ConsultationUntil { get; private set; }
    /// <summary>What is asked of those who comment.</summary>
    public string? Question { get; private set; }
    /// <summary>What changes, and why.</summary>
    public string? Summary { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }
    public int RowVersion { get; set; }

    public bool IsSettled => Status is DraftStatus.Published or DraftStatus.Abandoned;

    /// <summary>Whether it has ever been opened for comment, so that the public may read it.</summary>
    public bool WasConsultedOn => ConsultationUntil is not null;

    public bool IsOpenForComment(DateOnly today) => Status == DraftStatus.InConsultation && today <= ConsultationUntil;

    public void Consult(DateTimeOffset from, DateOnly until, string question, string summary)
    {
        if (IsSettled) throw new InvalidOperationException($"The draft is {Status}.");
        (Status, ConsultationFrom, ConsultationUntil, Question, Summary) = (DraftStatus.InConsultation, ConsultationFrom ?? from, until, question, summary);
    }

    /// <param name="lastDay">On which people could still comment.</param>
    public void CloseConsultation(DateOnly lastDay)
    {
        if (Status != DraftStatus.InConsultation) throw new InvalidOperationException($"The draft is {Status}.");
        (Status, ConsultationUntil) = (DraftStatus.Closed, lastDay);
    }

    public void Publish(string summary, DateTimeOffset at)
    {
        if (IsSettled) throw new InvalidOperationException($"The draft is {Status}.");
        (Status, Summary, EndedAt) = (DraftStatus.Published, summary, at);
    }

    public void Abandon(DateTimeOffset at)
    {
        if (IsSettled) throw new InvalidOperationException($"The draft is {Status}.");
        (Status, EndedAt) = (DraftStatus.Abandoned, at);
    }
}
