using Microsoft.EntityFrameworkCore;

namespace Underpin.Certificates.Claims;

/// <summary>A line in a list of claims.</summary>
internal sealed record ClaimRow(Guid Id, string Learner, string Qualification, string Centre, DateTimeOffset ClaimedAt, ClaimStatus Status, DateTimeOffset? DecidedAt, string? Reason)
{
    /// <summary>In one query. The longest waiting first, then what was decided last.</summary>
    public static async Task<IReadOnlyList<ClaimRow>> ReadAsync(UnderpinDb db, IQueryable<Claim> claims, int most, CancellationToken cancel)
    {
        var rows = await (
            from claim in claims
            join enrolment in db.Enrolments on claim.EnrolmentId equals enrolment.Id
            join learner in db.Users on enrolment.LearnerId equals learner.Id
            join qualification in db.Qualifications on enrolment.QualificationId equals qualification.Id
            join centre in db.Organisations on claim.CentreId equals centre.Id
            orderby claim.Status == ClaimStatus.Waiting ? 0 : 1, claim.DecidedAt descending, claim.ClaimedAt, claim.Id
            select new { claim.Id, learner.Name, qualification.Title, Centre = centre.Name, claim.ClaimedAt, claim.Status, claim.DecidedAt, claim.Reason })
            .AsNoTracking().Take(most).ToListAsync(cancel);
        return [.. rows.Select(r => new ClaimRow(r.Id, r.Name.ToString(), r.Title, r.Centre, r.ClaimedAt, r.Status, r.DecidedAt, r.Reason))];
    }
}
