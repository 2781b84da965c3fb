using Microsoft.EntityFrameworkCore;
using Underpin.Access;
using Underpin.Framework.Consultation;
using Underpin.Framework.Drafting;
using Underpin.Framework.Roles;

namespace Underpin.Framework;

internal static class FrameworkRoom
{
    /// <summary>Marks kept public pages of what is published.</summary>
    public const string ContentTag = "content";

    /// <summary>Marks kept public pages of consultations.</summary>
    public const string ConsultationTag = "consultation";

    public static void AddFramework(this IServiceCollection services)
    {
        services.AddSingleton(Table);
        services.AddScoped<DraftService>();
        services.AddScoped<DraftAdditions>();
        services.AddScoped<PublishService>();
        services.AddScoped<CommentService>();
        services.AddSingleton<PersonalDataSource>(ConsultationPersonalData.ReadAsync);
        services.AddSingleton<ErasureStep>(ConsultationPersonalData.EraseAsync);
    }

    static readonly Subject Draft = new("draft", async (db, id, cancel) =>
        await db.Drafts.Where(d => d.Id == id).Select(d => new Scope(null, d.OrganisationId)).SingleOrDefaultAsync(cancel));

    static readonly Role[] Anyone = [Role.Anyone];
    static readonly Role[] Reads = [Role.FrameworkEditor, Role.AwardingOfficer];
    static readonly Role[] Edits = [Role.FrameworkEditor];

    public static readonly AccessTable Table = new("Framework")
    {
        // route                                  about                  see      act
        { "/profession",                                                 Anyone },
        { "/framework",                                                  Anyone },
        { "/framework/map",                                              Anyone },
        { "/framework/{competence}",                                     Anyone },
        { "/roles",                                                      Anyone },
        { "/roles/compare",                                              Anyone },
        { "/roles/{role}",                                               Anyone },
        { "/api/v1/framework",                                           Anyone },
        { "/api/v1/roles",                                               Anyone },
        { "/api/v1/roles/{role}",                                        Anyone },

        { "/framework/editions",                                         Anyone },
        { "/framework/editions/{version}",                               Anyone },
        { "/framework/compare",                                          Anyone },

        { "/awarding/{organisation:guid}/drafts", Subject.Organisation,  Reads,   Edits },
        { "/drafts/{draft:guid}",                 Draft,                 Reads,   Edits },
        { "/drafts/{draft:guid}/edit/{part}",     Draft,                 Edits,   Edits },
        { "/drafts/{draft:guid}/remove/{competence}", Draft,             Edits,   Edits },
        { "/drafts/{draft:guid}/add/area",        Draft,                 Edits,   Edits },
        { "/drafts/{draft:guid}/add/competence",  Draft,                 Edits,   Edits },
        { "/drafts/{draft:guid}/changes",         Draft,                 Reads },
        { "/drafts/{draft:guid}/comments",        Draft,                 Reads,   Edits },
        { "/drafts/{draft:guid}/consult",         Draft,                 Edits,   Edits },
        { "/drafts/{draft:guid}/publish",         Draft,                 Edits,   Edits },

        // A draft is public once it has been opened for comment; the page asks.
        { "/consultations",                                              Anyone },
        { "/consultations/{draft:guid}",                                 Anyone,  [Role.SignedIn] },
        { "/consultations/{draft:guid}/responses",                       Anyone },
        { "/consultations/{draft:guid}/responses.csv",                   Anyone },
    };

    public static void MapFramework(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/v1/framework", FrameworkApi.GetAsync).WithName("GetFramework").WithSummary("The current edition of the competence framework");
        app.MapGet("/api/v1/roles", RolesApi.ListAsync).WithName("ListRoles").WithSummary("The role profiles of the current edition");
        app.MapGet("/api/v1/roles/{role}", RolesApi.GetAsync).WithName("GetRole").WithSummary("A role profile and the competences that it asks for");
        app.MapResponsesCsv();
    }
}
