using Microsoft.EntityFrameworkCore;
using Underpin.Portfolios;

namespace Underpin.Assessment;

/// <summary>What would go forward if the unit were submitted now.</summary>
internal sealed record SubmissionPlan
{
    public required Guid EnrolmentUnitId { get; init; }
    public required EnrolmentStatus EnrolmentStatus { get; init; }
    public required UnitStage Stage { get; init; }
    public required IReadOnlyList<PlannedCriterion> Criteria { get; init; }

    public IReadOnlyList<PlannedCriterion> Gaps => [.. Criteria.Where(c => c.Evidence.Count == 0)];

    /// <summary>Two queries, whatever the number of criteria and pieces.</summary>
    public static async Task<SubmissionPlan> ReadAsync(UnderpinDb db, EnrolmentUnit unit, EnrolmentStatus enrolment, CancellationToken cancel)
    {
        var criteria = await db.Criteria.AsNoTracking().Where(c => c.UnitId == unit.UnitId).OrderBy(c => c.Order)
            .Select(c => new { c.Id, c.Code, c.Text }).ToListAsync(cancel);
        var mapped = await (
            from mapping in db.EvidenceMappings
            where mapping.EnrolmentUnitId == unit.Id
            join evidence in db.Evidence on mapping.EvidenceId equals evidence.Id
            where evidence.WithdrawnAt == null
            orderby evidence.AddedAt, evidence.Id
            select new { mapping.CriterionId, Evidence = evidence }).AsNoTracking().ToListAsync(cancel);
        var byCriterion = mapped.ToLookup(m => m.CriterionId, m => m.Evidence);
        return new()
        {
            EnrolmentUnitId = unit.Id,
            EnrolmentStatus = enrolment,
            Stage = unit.Stage,
            Criteria = [.. criteria.Select(c => new PlannedCriterion
            {
                Id = c.Id,
                Code = c.Code,
                Text = c.Text,
                Evidence = [.. byCriterion[c.Id].Where(e => e.IsUsable)],
                NotYet = [.. byCriterion[c.Id].Where(e => !e.IsUsable)],
            })],
        };
    }
}

internal sealed record PlannedCriterion
{
    public required Guid Id { get; init; }
    public required string Code { get; init; }
    public required string Text { get; init; }
    public required IReadOnlyList<Evidence> Evidence { get; init; }
    /// <summary>Mapped, but its statement is not confirmed, so it stays behind.</summary>
    public required IReadOnlyList<Evidence> NotYet { get; init; }
}
