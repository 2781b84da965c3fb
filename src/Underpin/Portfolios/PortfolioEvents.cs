using Underpin.Platform.History;

namespace Underpin.Portfolios;

internal sealed record EnrolmentRequested(Guid Enrolment, LearnerNumber LearnerNumber, string Qualification, string Centre) : HistoryEvent(Enrolment)
{
    public override string Summary => $"asked {Centre} for a place on {Qualification}";
}

internal sealed record EnrolmentAccepted(Guid Enrolment, Guid? AssessorId, IReadOnlyList<string> Units) : HistoryEvent(Enrolment)
{
    public override string Summary => AssessorId is null ? "accepted the enrolment" : "accepted the enrolment and named an assessor";
}

internal sealed record EnrolmentDeclined(Guid Enrolment, string Because) : HistoryEvent(Enrolment)
{
    public override string Summary => "declined the enrolment";
}

internal sealed record EnrolmentWithdrawn(Guid Enrolment, EnrolmentStatus From, string Because) : HistoryEvent(Enrolment)
{
    public override string Summary => "withdrew from the qualification";
}

internal sealed record UnitsChosen(Guid Enrolment, IReadOnlyList<string> Before, IReadOnlyList<string> After) : HistoryEvent(Enrolment)
{
    public override string Summary => After.Count == 0 ? "chose no optional units" : $"chose optional units: {string.Join(", ", After)}";
}

internal sealed record EvidenceAdded(Guid Enrolment, Guid EvidenceId, EvidenceKind Kind, string Title, string? FileHash) : HistoryEvent(Enrolment)
{
    public override string Summary => $"added evidence: {Title}";
}

/// <summary>What a learner can say about a piece of evidence, as it stood.</summary>
internal sealed record EvidenceWords(string Title, DateOnly WorkDate, string Text, string? Url, string? Name, string? Email, string? Relationship, string? Place)
{
    public static EvidenceWords Of(Evidence evidence) => new(evidence.Title, evidence.WorkDate, evidence.Text, evidence.Url,
        evidence.Statement?.Name, evidence.Statement?.Email, evidence.Statement?.Relationship, evidence.Statement?.Place);
}

internal sealed record EvidenceChanged(Guid Enrolment, Guid EvidenceId, EvidenceWords Before, EvidenceWords After) : HistoryEvent(Enrolment)
{
    public override string Summary => $"changed evidence: {After.Title}";
}

internal sealed record EvidenceWithdrawn(Guid Enrolment, Guid EvidenceId, string Title) : HistoryEvent(Enrolment)
{
    public override string Summary => $"took back evidence: {Title}";
}

internal sealed record EvidenceMapped(Guid Enrolment, Guid UnitId, string Unit, IReadOnlyList<string> Added, IReadOnlyList<string> Removed) : HistoryEvent(Enrolment)
{
    public override string Summary => $"mapped evidence in {Unit}: {Added.Count} added, {Removed.Count} taken off";
}

internal sealed record StatementAsked(Guid Enrolment, Guid EvidenceId, string Name) : HistoryEvent(Enrolment)
{
    public override string Summary => $"asked {Name} to confirm a statement";
}

internal sealed record StatementConfirmed(Guid Enrolment, Guid EvidenceId, string Title, string? Comment, string StatementSeen) : HistoryEvent(Enrolment)
{
    public override string Summary => $"confirmed a statement: {Title}";
}

internal sealed record StatementDeclined(Guid Enrolment, Guid EvidenceId, string Title, string? Comment) : HistoryEvent(Enrolment)
{
    public override string Summary => $"did not confirm a statement: {Title}";
}

internal sealed record PortfolioErased(Guid Enrolment) : HistoryEvent(Enrolment)
{
    public override string Summary => "erased the contents of a portfolio at the learner's request";
}
