using Microsoft.EntityFrameworkCore;
using Underpin.Access;

namespace Underpin.Portfolios;

internal static class PortfoliosRoom
{
    public static void AddPortfolios(this IServiceCollection services)
    {
        services.AddSingleton(Table);
        services.AddScoped<EnrolmentService>();
        services.AddScoped<EvidenceService>();
        services.AddScoped<StatementService>();
        services.AddSingleton<Pieces.KeptFiles>();
        services.AddSingleton<PersonalDataSource>(PortfolioPersonalData.ReadAsync);
        services.AddSingleton<ErasureStep>(PortfolioPersonalData.EraseAsync);
    }

    /// <summary>An enrolment belongs to its learner, its centre and the body that awards the qualification. Not to the employer.</summary>
    public static readonly Subject Enrolment = new("enrolment", (db, id, cancel) => ScopeOf(db, db.Enrolments.Where(e => e.Id == id), cancel));

    public static readonly Subject Evidence = new("evidence", (db, id, cancel) =>
        ScopeOf(db, from evidence in db.Evidence join enrolment in db.Enrolments on evidence.EnrolmentId equals enrolment.Id where evidence.Id == id select enrolment, cancel));

    /// <summary>Whose the one enrolment is, for what hangs on it; null when there is none.</summary>
    public static async Task<Scope?> ScopeOf(UnderpinDb db, IQueryable<Enrolment> enrolments, CancellationToken cancel)
    {
        var found = await (
            from enrolment in enrolments
            join qualification in db.Qualifications on enrolment.QualificationId equals qualification.Id
            join organisation in db.Organisations on qualification.AwardingBody.ToLower() equals organisation.Code into bodies
            from body in bodies.DefaultIfEmpty()
            select new { enrolment.LearnerId, enrolment.CentreId, BodyId = (Guid?)body.Id }).SingleOrDefaultAsync(cancel);
        return found is null ? null : new Scope(found.LearnerId, found.CentreId, found.BodyId);
    }

    static readonly Role[] Readers = [Role.Owner, Role.Assessor, Role.QualityAssurer, Role.CentreAdministrator, Role.ExternalQualityAssurer, Role.AwardingOfficer];
    static readonly Role[] AtTheCentre = [Role.CentreAdministrator, Role.Assessor, Role.QualityAssurer];

    public static readonly AccessTable Table = new("Portfolios")
    {
        // route                                                                   see                  act
        { "/enrol/{code}",                                                         [Role.Anyone] },
        { "/enrol/{code}/centre",                                                  [Role.SignedIn],     [Role.SignedIn] },
        { "/enrol/{code}/work",                                                    [Role.SignedIn],     [Role.SignedIn] },
        { "/enrol/{code}/check",                                                   [Role.SignedIn],     [Role.SignedIn] },
        { "/portfolio",                                                            [Role.SignedIn] },
        { "/portfolio/{enrolment:guid}", Enrolment,                                Readers },
        { "/portfolio/{enrolment:guid}/requested", Enrolment,                      [Role.Owner] },
        { "/portfolio/{enrolment:guid}/withdraw", Enrolment,                       [Role.Owner],        [Role.Owner] },
        { "/portfolio/{enrolment:guid}/units", Enrolment,                          [Role.Owner],        [Role.Owner] },
        { "/portfolio/{enrolment:guid}/grid/{unit:guid}", Enrolment,               Readers,             [Role.Owner] },
        { "/portfolio/{enrolment:guid}/evidence", Enrolment,                       Readers },
        { "/portfolio/{enrolment:guid}/evidence/add", Enrolment,                   [Role.Owner],        [Role.Owner] },
        { "/portfolio/{enrolment:guid}/evidence/add/{kind}", Enrolment,            [Role.Owner],        [Role.Owner] },
        { "/portfolio/{enrolment:guid}/history", Enrolment,                        Readers },
        { "/evidence/{evidence:guid}", Evidence,                                   Readers,             [Role.Owner] },
        { "/evidence/{evidence:guid}/edit", Evidence,                              [Role.Owner],        [Role.Owner] },
        { "/evidence/{evidence:guid}/criteria", Evidence,                          [Role.Owner],        [Role.Owner] },
        { "/evidence/{evidence:guid}/file", Evidence,                              Readers },
        { "/statements/{token}",                                                   [Role.Anyone],       [Role.Anyone] },
        { "/centres/{organisation:guid}/learners", Subject.Organisation,           AtTheCentre },
        { "/centres/{organisation:guid}/learners/{enrolment:guid}", Subject.Organisation, AtTheCentre,  [Role.CentreAdministrator] },
    };
}
