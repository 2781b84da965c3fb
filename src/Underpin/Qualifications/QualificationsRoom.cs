using Underpin.Access;
using Underpin.Framework;
using Underpin.Qualifications.Crosswalks;
using Underpin.Qualifications.Downloads;
using Underpin.Platform.Search;
using Underpin.Qualifications.Searching;

namespace Underpin.Qualifications;

internal static class QualificationsRoom
{
    public static void AddQualifications(this IServiceCollection services)
    {
        services.AddSingleton(Table);
        services.AddScoped<ContentPublisher>();
        services.AddScoped<CentreApprovalService>();
        services.AddAnswersForTheFramework();
        services.AddScoped<SearchService>();
        services.AddSingleton<WhenPublished>(OurContent.WhenPublishedAsync);
        services.AddSingleton<SearchableSource>(OurContent.SourcesAsync);
    }

    public static readonly AccessTable Table = new("Qualifications")
    {
        // route                                                                                        see                                                  act
        { "/qualifications",                 [Role.Anyone] },
        { "/qualifications/{code}",          [Role.Anyone] },
        { "/units",                          [Role.Anyone] },
        { "/units/{code}",                   [Role.Anyone] },
        { "/units/{code}/{criterion}",       [Role.Anyone] },
        { "/crosswalks",                     [Role.Anyone] },
        { "/crosswalks/{code}",              [Role.Anyone] },
        { "/downloads",                      [Role.Anyone] },
        { "/downloads/{file}",               [Role.Anyone] },
        { "/content-rules",                  [Role.Anyone] },
        { "/content-rules/{code}",           [Role.Anyone] },
        { "/api/v1/qualifications",          [Role.Anyone] },
        { "/api/v1/qualifications/{code}",   [Role.Anyone] },
        { "/api/v1/units",                   [Role.Anyone] },
        { "/api/v1/units/{code}",            [Role.Anyone] },
        { "/awarding/{organisation:guid}/centres",                     Subject.Organisation,            [Role.AwardingOfficer, Role.ExternalQualityAssurer] },
        { "/awarding/{organisation:guid}/centres/add",                 Subject.Organisation,            [Role.AwardingOfficer],                              [Role.AwardingOfficer] },
        { "/awarding/{organisation:guid}/centres/{approval:guid}/end", Subject.Organisation,            [Role.AwardingOfficer],                              [Role.AwardingOfficer] },
        { "/api/v1/crosswalks",              [Role.Anyone] },
        { "/api/v1/crosswalks/{code}",       [Role.Anyone] },
        { "/search",                         [Role.Anyone] },
        { "/api/v1/search",                  [Role.Anyone] },
    };

    public static void MapQualifications(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/v1/qualifications", QualificationsApi.ListQualificationsAsync).WithName("ListQualifications").WithSummary("Current qualifications");
        app.MapGet("/api/v1/qualifications/{code}", QualificationsApi.GetQualificationAsync).WithName("GetQualification").WithSummary("A qualification with its rule of combination");
        app.MapGet("/api/v1/units", QualificationsApi.ListUnitsAsync).WithName("ListUnits").WithSummary("Current units");
        app.MapGet("/api/v1/units/{code}", QualificationsApi.GetUnitAsync).WithName("GetUnit").WithSummary("A unit with its outcomes and criteria");
        app.MapGet("/api/v1/crosswalks", CrosswalksApi.ListAsync).WithName("ListCrosswalks").WithSummary("Crosswalks from outside certificates, standards and skills to ours");
        app.MapGet("/api/v1/crosswalks/{code}", CrosswalksApi.GetAsync).WithName("GetCrosswalk").WithSummary("A crosswalk, with how much of ours each outside thing covers");
        app.MapGet("/downloads/{file}", DownloadsApi.GetAsync);
        app.MapGet("/api/v1/search", SearchApi.GetAsync).WithName("Search").WithSummary("Everything published, by words");
    }
}
