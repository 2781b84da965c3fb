using Underpin.Platform.Database;
using Underpin.Platform.History;

namespace Underpin.Qualifications;

/// <summary>
/// An awarding body's leave for a centre to assess a qualification, in all its versions. While it lasts the centre takes learners; those
/// enrolled by its last day may finish.
/// </summary>
internal sealed class CentreApproval : IVersioned, IOnRecord
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid AwardingBodyId { get; init; }
    public required Guid CentreId { get; init; }
    public required string QualificationCode { get; init; }
    /// <summary>Certificates are awarded on the centre's claim once all checks pass, without an officer's decision.</summary>
    public bool DirectClaim { get; set; }
    public required DateOnly From { get; init; }
    /// <summary>The last day; null for no end. Before <see cref="From"/> when it was ended before it began.</summary>
    public DateOnly? Until { get; set; }
    public int RowVersion { get; set; }

    public void End(DateOnly lastDay)
    {
        if (Until is not null) throw new InvalidOperationException("The approval has been ended already.");
        Until = lastDay;
    }
}
