using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Underpin.Qualifications;

internal static class QualificationsApi
{
    public static async Task<Ok<List<UnitSummary>>> ListUnitsAsync(UnderpinDb db, CancellationToken cancel) =>
        TypedResults.Ok((await db.Units.AsNoTracking().Where(u => u.IsCurrent).OrderBy(u => u.Code)
            .Select(u => new { u.Code, u.Version, u.Title, u.Level, u.Credit, u.GuidedHours }).ToListAsync(cancel))
            .ConvertAll(u => new UnitSummary(u.Code, u.Version, u.Title, u.Level.Value, u.Credit.Value, u.GuidedHours.Value, $"/units/{u.Code}")));

    public static async Task<Results<Ok<UnitDocument>, NotFound>> GetUnitAsync(string code, int? version, UnderpinDb db, CancellationToken cancel) =>
        await UnitVersions.FindAsync(db, code, version, cancel) is { } unit ? TypedResults.Ok(UnitDocument.Of(unit)) : TypedResults.NotFound();

    public static async Task<Ok<List<QualificationSummary>>> ListQualificationsAsync(UnderpinDb db, CancellationToken cancel) =>
        TypedResults.Ok((await db.Qualifications.AsNoTracking().Where(q => q.IsCurrent).OrderBy(q => q.Code).ToListAsync(cancel))
            .ConvertAll(q => new QualificationSummary(q.Code, q.Version, q.Title, q.Type.ToString(), q.Level.Value, q.Rule.MinimumCredit.Value, q.AwardingBody, $"/qualifications/{q.Code}")));

    public static async Task<Results<Ok<QualificationDocument>, NotFound>> GetQualificationAsync(string code, int? version, UnderpinDb db, CancellationToken cancel) =>
        await db.Qualifications.AsNoTracking().SingleOrDefaultAsync(q => q.Code == code && (version == null ? q.IsCurrent : q.Version == version), cancel) is { } found
            ? TypedResults.Ok(QualificationDocument.Of(found)) : TypedResults.NotFound();
}
