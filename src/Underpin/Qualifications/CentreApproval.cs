using Underpin.Platform.Database;
using Underpin.Platform.History;

namespace Underpin.Qualifications;

/// <summary>An awarding body's leave for a centre to assess a qualification, in all its versions.</summary>
internal sealed class CentreApproval : IVersioned, IOnRecord
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid AwardingBodyId { get; init; }
    public required Guid CentreId { get; init; }
    public required string QualificationCode { get; init; }
    /// <summary>Certificates are awarded on the centre's claim once all checks pass, without an officer's decision.</summary>
    public bool DirectClaim { get; set; }
    public required DateOnly From { get; init; }
    public DateOnly? Until { get; set; }
    public int RowVersion { get; set; }
}
