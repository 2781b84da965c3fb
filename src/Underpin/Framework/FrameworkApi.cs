using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Underpin.Framework;

internal static class FrameworkApi
{
    public sealed record FrameworkDocument(string Code, string Version, string Title, string Summary, DateOnly PublishedOn, string AwardingBody, IReadOnlyList<ProficiencyLevel> Levels, IReadOnlyList<AreaDocument> Areas, IReadOnlyList<Source> Sources);

    public sealed record AreaDocument(string Code, string Title, string Summary, IReadOnlyList<CompetenceDocument> Competences);

    public sealed record CompetenceDocument(string Code, string Title, string Why, string Without, IReadOnlyList<CompetenceLevel> Levels, string Address);

    public static async Task<Results<Ok<FrameworkDocument>, NotFound>> GetAsync(UnderpinDb db, CancellationToken cancel)
    {
        var framework = await db.Frameworks.AsNoTracking().SingleOrDefaultAsync(f => f.IsCurrent, cancel);
        if (framework is null) return TypedResults.NotFound();
        var areas = await db.Areas.AsNoTracking().Where(a => a.FrameworkId == framework.Id).OrderBy(a => a.Order).ToListAsync(cancel);
        var competences = (await db.Competences.AsNoTracking().Where(c => c.FrameworkId == framework.Id).OrderBy(c => c.Order).ToListAsync(cancel)).ToLookup(c => c.AreaId);
        return TypedResults.Ok(new FrameworkDocument(
            framework.Code, framework.Version, framework.Title, framework.Summary, framework.PublishedOn, framework.AwardingBody, framework.Levels,
            [.. areas.Select(a => new AreaDocument(a.Code, a.Title, a.Summary,
                [.. competences[a.Id].Select(c => new CompetenceDocument(c.Code, c.Title, c.Why, c.Without, c.Levels, $"/framework/{c.Code}"))]))],
            framework.Sources));
    }
}
