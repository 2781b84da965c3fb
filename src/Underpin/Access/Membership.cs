using Underpin.Platform.Database;
using Underpin.Platform.History;

namespace Underpin.Access;

/// <summary>A person's part in an organisation.</summary>
internal enum MembershipRole
{
    /// <summary>Works there. The one role a person may claim; the organisation confirms it.</summary>
    Staff,
    SchoolAdministrator,
    /// <summary>Head, business manager, chair of governors: sees what leadership costs, plans it and decides.</summary>
    SchoolLeader,
    CentreAdministrator,
    Assessor,
    QualityAssurer,
    AwardingOfficer,
    ExternalQualityAssurer,
    FrameworkEditor,
}

/// <summary>One person, one role, one organisation, for a time. Ended memberships stay, to say who was what when.</summary>
internal sealed class Membership : IVersioned, IOnRecord
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid AccountId { get; init; }
    public required Guid OrganisationId { get; init; }
    public required MembershipRole Role { get; init; }
    public string? JobTitle { get; set; }
    /// <summary>Staff only: who manages this person there. Whoever manages a learner may not assess them.</summary>
    public Guid? LineManagerId { get; set; }
    public required DateOnly From { get; init; }
    /// <summary>The last day; null while it lasts.</summary>
    public DateOnly? Until { get; private set; }
    /// <summary>Staff only: when the organisation said that the person works there.</summary>
    public DateTimeOffset? ConfirmedAt { get; set; }
    public int RowVersion { get; set; }

    public void End(DateOnly lastDay)
    {
        if (lastDay < From) throw new ArgumentOutOfRangeException(nameof(lastDay), "A membership cannot end before it begins.");
        Until = lastDay;
    }
}
