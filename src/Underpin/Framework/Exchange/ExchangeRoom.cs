using Underpin.Access;
using Underpin.Platform.Pages;
using Underpin.Platform.Search;

namespace Underpin.Framework.Exchange;

/// <summary>What the Framework room offers to programs, and takes in from other publishers.</summary>
internal static class ExchangeRoom
{
    public static void AddExchange(this IServiceCollection services)
    {
        services.AddSingleton(Table);
        services.AddScoped<CaseImport>();
        services.AddSingleton<KeptPackages>();
        services.AddSingleton<WhenPublished>(CaseEditions.WriteMissingAsync);
        services.AddSingleton<SearchableSource>(CaseSearch.SourcesAsync);
        services.AddSingleton(new ErrorsForPrograms("/ims", "application/json", CaseError.Of));
    }

    public static readonly AccessTable Table = new("Exchange of frameworks")
    {
        // route                                                   see
        { "/ims/case/v1p1/CFDocuments",                            [Role.Anyone] },
        { "/ims/case/v1p1/CFDocuments/{id}",                       [Role.Anyone] },
        { "/ims/case/v1p1/CFPackages/{id}",                        [Role.Anyone] },
        { "/ims/case/v1p1/CFItems/{id}",                           [Role.Anyone] },
        { "/ims/case/v1p1/CFItemAssociations/{id}",                [Role.Anyone] },
        { "/ims/case/v1p1/CFAssociations/{id}",                    [Role.Anyone] },
        { "/ims/case/v1p1/CFConcepts/{id}",                        [Role.Anyone] },
        { "/ims/case/v1p1/CFSubjects/{id}",                        [Role.Anyone] },
        { "/ims/case/v1p1/CFItemTypes/{id}",                       [Role.Anyone] },
        { "/ims/case/v1p1/CFLicenses/{id}",                        [Role.Anyone] },
        { "/ims/case/v1p1/CFAssociationGroupings/{id}",            [Role.Anyone] },
        { "/ims/case/v1p1/CFRubrics/{id}",                         [Role.Anyone] },
        { "/downloads/moodle-competencies.csv",                    [Role.Anyone] },
        { "/frameworks/imported",                                  [Role.Anyone] },
        { "/frameworks/imported/{framework:guid}",                 [Role.Anyone] },
        // route                                                   subject                see                      act
        { "/awarding/{organisation:guid}/frameworks/import",       Subject.Organisation,  [Role.FrameworkEditor],  [Role.FrameworkEditor] },
        { "/awarding/{organisation:guid}/frameworks/import/check", Subject.Organisation,  [Role.FrameworkEditor],  [Role.FrameworkEditor] },
    };

    public static void MapExchange(this IEndpointRouteBuilder app)
    {
        app.MapCase();
        app.MapGet("/downloads/moodle-competencies.csv", MoodleCsv.GetAsync).ExcludeFromDescription();
    }
}
