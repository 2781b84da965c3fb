using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Underpin.Qualifications.Crosswalks;

internal static class CrosswalksApi
{
    public static async Task<Ok<List<CrosswalkSummary>>> ListAsync(UnderpinDb db, CancellationToken cancel) =>
        TypedResults.Ok((await db.Crosswalks.AsNoTracking().OrderBy(c => c.Code).Select(c => new { c.Code, c.Title, c.Kind, Items = c.Items.Count }).ToListAsync(cancel))
            .ConvertAll(c => new CrosswalkSummary(c.Code, c.Title, CrosswalkDocument.InSmall(c.Kind), c.Items, $"/crosswalks/{c.Code}")));

    public static async Task<Results<Ok<CrosswalkDocument>, NotFound>> GetAsync(string code, UnderpinDb db, CancellationToken cancel) =>
        await db.Crosswalks.AsNoTracking().WithItems().FirstOrDefaultAsync(c => c.Code == code, cancel) is { } found
            ? TypedResults.Ok(CrosswalkDocument.Of(found)) : TypedResults.NotFound();

    /// <summary>Items and what they cover, in order, read apart so that no line comes twice.</summary>
    public static IQueryable<Crosswalk> WithItems(this IQueryable<Crosswalk> crosswalks) =>
        crosswalks.OrderBy(c => c.Code).Include(c => c.Items.OrderBy(i => i.Order)).ThenInclude(i => i.Maps.OrderBy(m => m.Order)).AsSplitQuery();
}
