using Underpin.Assessment;
using Underpin.Portfolios;
using Underpin.Qualifications;

namespace Underpin.Certificates.Claims;

/// <summary>Everything that the awarding body's checks look at, as plain values.</summary>
internal sealed record ClaimFacts
{
    public required Guid LearnerId { get; init; }
    public required bool AccountIsErased { get; init; }
    public required bool EmailIsConfirmed { get; init; }
    public required EnrolmentStatus Enrolment { get; init; }
    /// <summary>The day the centre took the learner.</summary>
    public required DateOnly EnrolledOn { get; init; }
    public required string CentreName { get; init; }
    public required string QualificationTitle { get; init; }
    public required RuleOfCombination Rule { get; init; }
    public required IReadOnlyList<ClaimedUnit> Units { get; init; }
    /// <summary>The centre's leaves for this qualification, past ones too.</summary>
    public required IReadOnlyList<ApprovedPeriod> Approvals { get; init; }
    /// <summary>A certificate of this qualification that the learner holds and that is not revoked.</summary>
    public required CertificateNumber? Held { get; init; }
    public required DateOnly Today { get; init; }
}

/// <summary>A unit on the portfolio with its latest submission.</summary>
internal sealed record ClaimedUnit
{
    public required string Code { get; init; }
    public required string Title { get; init; }
    public required UnitStage Stage { get; init; }
    /// <summary>Null when it was never submitted.</summary>
    public required SubmissionStatus? Latest { get; init; }
    /// <summary>All who ever judged it.</summary>
    public required IReadOnlyCollection<Guid> Assessors { get; init; }
    /// <summary>All who ever looked at its judgements.</summary>
    public required IReadOnlyCollection<Guid> QualityAssurers { get; init; }

    public bool IsSettled => Latest is SubmissionStatus.Accepted or SubmissionStatus.Agreed;
}

internal sealed record ApprovedPeriod(DateOnly From, DateOnly? Until, bool DirectClaim)
{
    public bool Covers(DateOnly day) => From <= day && (Until is not { } last || day <= last);
}
