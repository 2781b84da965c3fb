using Microsoft.EntityFrameworkCore;
using Underpin.Platform.Database;
using Underpin.Platform.Pages;

namespace Underpin.Certificates.Claims;

/// <summary>A line in a list of claims.</summary>
internal sealed record ClaimRow(Guid Id, string Learner, string Qualification, string Centre, DateTimeOffset ClaimedAt, ClaimStatus Status, DateTimeOffset? DecidedAt, string? Reason);

/// <summary>A page of a list of claims: the longest waiting first, then what was decided last.</summary>
/// <param name="Count">All that wait, on this page or not, whatever is searched for.</param>
/// <param name="Oldest">When the longest waiting was claimed.</param>
internal sealed record ClaimList(IReadOnlyList<ClaimRow> Waiting, IReadOnlyList<ClaimRow> Decided, PageKey? Next, int Count, DateTimeOffset? Oldest)
{
    const int RowsOnAPage = 50;
    const int IsWaiting = 0;
    const int IsDecided = 1;

    /// <summary>At most five queries, whatever the number of claims.</summary>
    /// <param name="search">A certificate's whole number, or a part of a learner's name.</param>
    public static async Task<ClaimList> ReadAsync(UnderpinDb db, IQueryable<Claim> claims, string? search, PageKey? after, CancellationToken cancel)
    {
        var waits = await claims.Where(c => c.Status == ClaimStatus.Waiting).GroupBy(_ => 1).Select(g => new { Count = g.Count(), Oldest = g.Min(c => c.ClaimedAt) }).SingleOrDefaultAsync(cancel);
        var found = Find(db, claims, search);

        var waiting = found.Where(c => c.Status == ClaimStatus.Waiting);
        if (after is { Rank: IsWaiting }) waiting = waiting.Where(c => c.ClaimedAt > after.Since || (c.ClaimedAt == after.Since && c.Id.CompareTo(after.Id) > 0));
        var first = after is { Rank: IsDecided } ? [] : await RowsAsync(db, waiting.OrderBy(c => c.ClaimedAt).ThenBy(c => c.Id), RowsOnAPage + 1, cancel);

        var decided = found.Where(c => c.Status != ClaimStatus.Waiting);
        if (after is { Rank: IsDecided }) decided = decided.Where(c => c.DecidedAt < after.Since || (c.DecidedAt == after.Since && c.Id.CompareTo(after.Id) < 0));
        var rest = await RowsAsync(db, decided.OrderByDescending(c => c.DecidedAt).ThenByDescending(c => c.Id), RowsOnAPage + 1 - first.Count, cancel);

        var rows = first.Concat(rest).ToList();
        var shown = rows.Take(RowsOnAPage).ToList();
        var next = rows.Count > RowsOnAPage ? KeyOf(shown[^1]) : null;
        return new([.. shown.Where(r => r.Status == ClaimStatus.Waiting)], [.. shown.Where(r => r.Status != ClaimStatus.Waiting)], next, waits?.Count ?? 0, waits?.Oldest);
    }

    static PageKey KeyOf(ClaimRow row) => row.Status == ClaimStatus.Waiting ? new(IsWaiting, row.ClaimedAt, row.Id) : new(IsDecided, row.DecidedAt!.Value, row.Id);

    static IQueryable<Claim> Find(UnderpinDb db, IQueryable<Claim> claims, string? search)
    {
        if (string.IsNullOrWhiteSpace(search)) return claims;
        if (CertificateNumber.TryParse(search.Trim(), null, out var number)) return claims.Where(c => db.Certificates.Any(x => x.ClaimId == c.Id && x.Number == number));
        var pattern = LikePattern.Holding(search);
        return
            from claim in claims
            join enrolment in db.Enrolments on claim.EnrolmentId equals enrolment.Id
            join learner in db.Users on enrolment.LearnerId equals learner.Id
            where EF.Functions.Like(((string)(object)learner.Name).ToLower(), pattern, LikePattern.Escape)
            select claim;
    }

    static async Task<IReadOnlyList<ClaimRow>> RowsAsync(UnderpinDb db, IOrderedQueryable<Claim> claims, int most, CancellationToken cancel)
    {
        // Keys first, in their order; what a line shows is read for these few.
        var keys = await claims.Take(most).Select(c => c.Id).ToListAsync(cancel);
        if (keys.Count == 0) return [];
        var rows = await (
            from claim in db.Claims
            where keys.Contains(claim.Id)
            join enrolment in db.Enrolments on claim.EnrolmentId equals enrolment.Id
            join learner in db.Users on enrolment.LearnerId equals learner.Id
            join qualification in db.Qualifications on enrolment.QualificationId equals qualification.Id
            join centre in db.Organisations on claim.CentreId equals centre.Id
            select new { claim.Id, learner.Name, qualification.Title, Centre = centre.Name, claim.ClaimedAt, claim.Status, claim.DecidedAt, claim.Reason })
            .AsNoTracking().ToDictionaryAsync(r => r.Id, cancel);
        return [.. keys.Select(id => rows[id]).Select(r => new ClaimRow(r.Id, r.Name.ToString(), r.Title, r.Centre, r.ClaimedAt, r.Status, r.DecidedAt, r.Reason))];
    }
}
