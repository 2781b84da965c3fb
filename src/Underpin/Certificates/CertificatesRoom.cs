using Microsoft.EntityFrameworkCore;
using Underpin.Access;
using Underpin.Certificates.Checking;
using Underpin.Certificates.Claims;
using Underpin.Certificates.Issuing;
using Underpin.Certificates.Register;

namespace Underpin.Certificates;

internal static class CertificatesRoom
{
    /// <summary>Marks kept public pages that say whether a certificate is in force.</summary>
    public const string CacheTag = "certificates";

    public static void AddCertificates(this IServiceCollection services)
    {
        services.AddSingleton(Table);
        services.AddSingleton<ISigningKey, FileSigningKey>();
        services.AddSingleton<IssuerIdentity>();
        services.AddScoped<ClaimService>();
        services.AddScoped<RevocationService>();
        services.AddScoped<StatusListPublisher>();
        services.AddScoped<VerificationService>();
    }

    public static void MapCertificates(this IEndpointRouteBuilder app)
    {
        app.MapIssuer();
        app.MapCertificateFiles();
        app.MapVerifyApi();
    }

    // The awarding body has no part in making a claim, so it is left out here.
    static readonly Subject Enrolment = new("enrolment", async (db, id, cancel) =>
        await db.Enrolments.Where(e => e.Id == id).Select(e => new Scope(e.LearnerId, e.CentreId)).SingleOrDefaultAsync(cancel));

    static readonly Subject Claim = new("claim", async (db, id, cancel) =>
        await db.Claims.Where(c => c.Id == id).Select(c => new Scope(null, c.CentreId, c.AwardingBodyId)).SingleOrDefaultAsync(cancel));

    static readonly Subject Certificate = new("certificate", async (db, id, cancel) =>
        await db.Certificates.Where(c => c.Id == id).Select(c => new Scope(c.LearnerId, c.AwardingBodyId)).SingleOrDefaultAsync(cancel));

    public static readonly AccessTable Table = new("Certificates")
    {
        // route                                                             see                                                       act
        { "/portfolio/{enrolment:guid}/claim",          Enrolment,           [Role.CentreAdministrator],                               [Role.CentreAdministrator] },
        { "/centres/{organisation:guid}/claims",        Subject.Organisation, [Role.CentreAdministrator, Role.QualityAssurer] },
        { "/awarding/{organisation:guid}/claims",       Subject.Organisation, [Role.AwardingOfficer, Role.ExternalQualityAssurer] },
        { "/claims/{claim:guid}",                       Claim,               [Role.AwardingOfficer, Role.ExternalQualityAssurer, Role.CentreAdministrator], [Role.AwardingOfficer] },
        { "/awarding/{organisation:guid}/certificates", Subject.Organisation, [Role.AwardingOfficer, Role.ExternalQualityAssurer] },
        { "/certificates/manage/{certificate:guid}",    Certificate,         [Role.AwardingOfficer],                                   [Role.AwardingOfficer] },
        { "/certificates/mine",                                              [Role.SignedIn] },
        { "/verify",                                                         [Role.Anyone],                                            [Role.Anyone] },
        { "/certificates/{number}",                                          [Role.Anyone] },
        { "/certificates/{number}/credential",                               [Role.Anyone] },
        { "/certificates/{number}.pdf",                                      [Role.Anyone] },
        { "/certificates/status/{list:int}",                                 [Role.Anyone] },
        { "/.well-known/jwks.json",                                          [Role.Anyone] },
        { "/.well-known/did.json",                                           [Role.Anyone] },
        { "/api/v1/verify",                                                  [Role.Anyone],                                            [Role.Anyone] },
        { "/api/v1/certificates/{number}",                                   [Role.Anyone] },
    };
}
