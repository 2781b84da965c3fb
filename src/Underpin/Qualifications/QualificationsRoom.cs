using Microsoft.EntityFrameworkCore;
using Underpin.Access;
using Underpin.Framework;
using Underpin.Framework.Drafting;

namespace Underpin.Qualifications;

internal static class QualificationsRoom
{
    public static void AddQualifications(this IServiceCollection services)
    {
        services.AddSingleton(Table);
        services.AddScoped<ContentPublisher>();
        services.AddSingleton<FindTeachingUnits>(FindUnitsTeachingAsync);
        services.AddSingleton<FindTaughtCompetences>(FindTaughtAsync);
    }

    public static readonly AccessTable Table = new("Qualifications")
    {
        // route                             see
        { "/qualifications",                 [Role.Anyone] },
        { "/qualifications/{code}",          [Role.Anyone] },
        { "/units",                          [Role.Anyone] },
        { "/units/{code}",                   [Role.Anyone] },
        { "/api/v1/qualifications",          [Role.Anyone] },
        { "/api/v1/qualifications/{code}",   [Role.Anyone] },
        { "/api/v1/units",                   [Role.Anyone] },
        { "/api/v1/units/{code}",            [Role.Anyone] },
    };

    public static void MapQualifications(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/v1/qualifications", QualificationsApi.ListQualificationsAsync).WithName("ListQualifications").WithSummary("Current qualifications");
        app.MapGet("/api/v1/qualifications/{code}", QualificationsApi.GetQualificationAsync).WithName("GetQualification").WithSummary("A qualification with its rule of combination");
        app.MapGet("/api/v1/units", QualificationsApi.ListUnitsAsync).WithName("ListUnits").WithSummary("Current units");
        app.MapGet("/api/v1/units/{code}", QualificationsApi.GetUnitAsync).WithName("GetUnit").WithSummary("A unit with its outcomes and criteria");
    }

    // Competences of a unit stand in one JSON column, so the (few) current units are looked through here.
    static async Task<IReadOnlyList<TeachingUnit>> FindUnitsTeachingAsync(UnderpinDb db, string competence, CancellationToken cancel) =>
        [.. (await db.Units.AsNoTracking().Where(u => u.IsCurrent).OrderBy(u => u.Code).Select(u => new { u.Code, u.Title, u.Level, u.Competences }).ToListAsync(cancel))
            .SelectMany(u => u.Competences.Where(c => c.Code == competence).Select(c => new TeachingUnit(u.Code, u.Title, u.Level.Value, c.Level)))];

    static async Task<IReadOnlyList<TaughtCompetence>> FindTaughtAsync(UnderpinDb db, CancellationToken cancel) =>
        [.. (await db.Units.AsNoTracking().Where(u => u.IsCurrent).OrderBy(u => u.Code).Select(u => new { u.Code, u.Title, u.Competences }).ToListAsync(cancel))
            .SelectMany(u => u.Competences.Select(c => new TaughtCompetence(c.Code, c.Level, u.Code, u.Title)))];
}
