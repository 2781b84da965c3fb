using Underpin.Platform.Database;
using Underpin.Platform.History;

namespace Underpin.Assessment;

internal enum SubmissionStatus
{
    /// <summary>Waiting for an assessor.</summary>
    Waiting,
    /// <summary>Sent back to the learner with feedback; the next attempt is a new submission.</summary>
    ReferredBack,
    /// <summary>Every criterion judged met, and not drawn for sampling.</summary>
    Accepted,
    /// <summary>Every criterion judged met; drawn for sampling and waiting for a quality assurer.</summary>
    Sampled,
    /// <summary>A quality assurer returned it to the assessor with an action.</summary>
    Returned,
    /// <summary>A quality assurer agreed with the judgement.</summary>
    Agreed,
}

/// <summary>One attempt at one unit: what was put forward, when, and what became of it. An attempt is never overwritten.</summary>
internal sealed class Submission : IVersioned, IOnRecord
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid EnrolmentId { get; init; }
    public required Guid EnrolmentUnitId { get; init; }
    public required Guid UnitId { get; init; }
    public required Guid LearnerId { get; init; }
    public required Guid CentreId { get; init; }
    /// <summary>From 1.</summary>
    public required int Attempt { get; init; }
    public required DateTimeOffset SubmittedAt { get; init; }
    /// <summary>What the learner says to the assessor.</summary>
    public string Comment { get; init; } = "";
    public SubmissionStatus Status { get; private set; } = SubmissionStatus.Waiting;
    /// <summary>Who decided it; null while waiting.</summary>
    public Guid? AssessorId { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }
    public string Feedback { get; private set; } = "";
    /// <summary>Why it was drawn for sampling, in words; null when it was not.</summary>
    public string? SampledBecause { get; private set; }
    public int RowVersion { get; set; }
    public List<SubmissionEvidence> Evidence { get; init; } = [];
    /// <summary>One for each round.</summary>
    public List<Decision> Decisions { get; init; } = [];

    /// <summary>The assessor has something to decide.</summary>
    public bool IsWithAssessor => Status is SubmissionStatus.Waiting or SubmissionStatus.Returned;

    /// <summary>Nothing is left to do, and the unit counts.</summary>
    public bool IsSettled => Status is SubmissionStatus.Accepted or SubmissionStatus.Agreed;

    public void ReferBack(Guid assessor, DateTimeOffset at, string feedback) => Decide(assessor, at, feedback, SubmissionStatus.ReferredBack, null);

    public void Accept(Guid assessor, DateTimeOffset at, string feedback, string? sampledBecause) =>
        Decide(assessor, at, feedback, sampledBecause is null ? SubmissionStatus.Accepted : SubmissionStatus.Sampled, sampledBecause);

    /// <summary>A quality assurer draws an accepted submission by hand.</summary>
    public void Draw(string because)
    {
        Require(SubmissionStatus.Accepted);
        SampledBecause = because;
        Status = SubmissionStatus.Sampled;
    }

    public void Agree()
    {
        Require(SubmissionStatus.Sampled);
        Status = SubmissionStatus.Agreed;
    }

    public void Return()
    {
        Require(SubmissionStatus.Sampled);
        Status = SubmissionStatus.Returned;
    }

    void Decide(Guid assessor, DateTimeOffset at, string feedback, SubmissionStatus status, string? sampledBecause)
    {
        if (!IsWithAssessor) throw new InvalidOperationException($"A submission that is {Status} is not with an assessor.");
        AssessorId = assessor;
        DecidedAt = at;
        Feedback = feedback;
        SampledBecause = sampledBecause ?? SampledBecause;
        Status = status;
    }

    void Require(SubmissionStatus status)
    {
        if (Status != status) throw new InvalidOperationException($"The submission is {Status}, not {status}.");
    }
}

/// <summary>What was put forward for which criterion, as it stood when submitted.</summary>
internal sealed class SubmissionEvidence
{
    public required Guid SubmissionId { get; init; }
    public required Guid EvidenceId { get; init; }
    public required Guid CriterionId { get; init; }
}
