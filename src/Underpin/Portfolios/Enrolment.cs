using Underpin.Platform.Database;
using Underpin.Platform.History;

namespace Underpin.Portfolios;

internal enum EnrolmentStatus
{
    /// <summary>The learner asked; the centre has not answered.</summary>
    Requested,
    Active,
    Declined,
    Withdrawn,
    /// <summary>The certificate is awarded.</summary>
    Completed,
}

/// <summary>A learner, on a qualification in one version, with a centre.</summary>
internal sealed class Enrolment : IVersioned, IOnRecord
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required LearnerNumber LearnerNumber { get; init; }
    public required Guid LearnerId { get; init; }
    public required Guid QualificationId { get; init; }
    public required Guid CentreId { get; init; }
    /// <summary>Where the learner works while enrolled, when they said so.</summary>
    public Guid? EmployerId { get; set; }
    /// <summary>The assessor the centre gave the learner; any assessor of the centre when null.</summary>
    public Guid? AssessorId { get; set; }
    public EnrolmentStatus Status { get; private set; } = EnrolmentStatus.Requested;
    public required DateTimeOffset RequestedAt { get; init; }
    public DateTimeOffset? DecidedAt { get; private set; }
    /// <summary>Why the centre declined, or why the learner withdrew.</summary>
    public string? Reason { get; private set; }
    public int RowVersion { get; set; }
    public List<EnrolmentUnit> Units { get; init; } = [];

    public bool IsOpen => Status is EnrolmentStatus.Requested or EnrolmentStatus.Active;

    public void Accept(DateTimeOffset at)
    {
        Move(EnrolmentStatus.Requested, EnrolmentStatus.Active);
        DecidedAt = at;
    }

    public void Decline(DateTimeOffset at, string reason)
    {
        Move(EnrolmentStatus.Requested, EnrolmentStatus.Declined);
        DecidedAt = at;
        Reason = reason;
    }

    public void Withdraw(string reason)
    {
        if (!IsOpen) throw new InvalidOperationException($"An enrolment that is {Status} cannot be withdrawn.");
        Status = EnrolmentStatus.Withdrawn;
        Reason = reason;
    }

    public void Complete() => Move(EnrolmentStatus.Active, EnrolmentStatus.Completed);

    void Move(EnrolmentStatus from, EnrolmentStatus to)
    {
        if (Status != from) throw new InvalidOperationException($"An enrolment that is {Status} cannot become {to}.");
        Status = to;
    }
}

internal enum UnitStage
{
    /// <summary>Gathering evidence.</summary>
    Working,
    /// <summary>With the assessor.</summary>
    Submitted,
    /// <summary>Back with the learner, with feedback.</summary>
    ReferredBack,
    /// <summary>Judged met; quality assurance may still look.</summary>
    Accepted,
    /// <summary>Accepted, and quality assurance has nothing left to do.</summary>
    Achieved,
}

/// <summary>A unit the learner takes: mandatory ones from the start, optional ones once chosen.</summary>
internal sealed class EnrolmentUnit : IVersioned, IOnRecord
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid EnrolmentId { get; init; }
    public required Guid UnitId { get; init; }
    public UnitStage Stage { get; set; } = UnitStage.Working;
    public required DateTimeOffset ChosenAt { get; init; }
    public int RowVersion { get; set; }

    /// <summary>Evidence may be mapped and the unit submitted.</summary>
    public bool IsWithLearner => Stage is UnitStage.Working or UnitStage.ReferredBack;
}
