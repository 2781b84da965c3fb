using Microsoft.EntityFrameworkCore;
using Underpin.Access;
using Underpin.Portfolios;

namespace Underpin.Assessment;

internal static class AssessmentRoom
{
    public static void AddAssessment(this IServiceCollection services)
    {
        services.AddSingleton(Table);
        services.AddScoped<AssessmentMail>();
        services.AddScoped<SubmissionService>();
        services.AddScoped<JudgementService>();
        services.AddScoped<QualityService>();
    }

    /// <summary>A submission is the learner's, and belongs to the centre and to the body whose qualification it counts for.</summary>
    public static readonly Subject Submission = new("submission", (db, id, cancel) => PortfoliosRoom.ScopeOf(db,
        from submission in db.Submissions join enrolment in db.Enrolments on submission.EnrolmentId equals enrolment.Id where submission.Id == id select enrolment, cancel));

    /// <summary>
    /// The judgements of a centre: its own, and the business of each body that has approved it. A body whose approval has ended still watches
    /// over those who finish.
    /// </summary>
    static readonly Subject Judgements = new("organisation", async (db, id, cancel) =>
    {
        if (!await db.Organisations.AnyAsync(o => o.Id == id, cancel)) return null;
        var bodies = await db.CentreApprovals.Where(a => a.CentreId == id).Select(a => (Guid?)a.AwardingBodyId).Distinct().ToListAsync(cancel);
        return new Scope(null, [id, .. bodies]);
    });

    public static readonly AccessTable Table = new("Assessment")
    {
        // route                                              subject                  see   act
        { "/portfolio/{enrolment:guid}/submit/{unit:guid}",   PortfoliosRoom.Enrolment, [Role.Owner], [Role.Owner] },
        { "/submissions/{submission:guid}",                   Submission,              [Role.Owner, Role.Assessor, Role.QualityAssurer, Role.CentreAdministrator, Role.ExternalQualityAssurer, Role.AwardingOfficer] },
        { "/submissions/{submission:guid}/judge",             Submission,              [Role.Assessor], [Role.Assessor] },
        { "/submissions/{submission:guid}/review",            Submission,              [Role.QualityAssurer], [Role.QualityAssurer] },
        { "/centres/{organisation:guid}/assessing",           Subject.Organisation,    [Role.Assessor, Role.QualityAssurer, Role.CentreAdministrator] },
        { "/centres/{organisation:guid}/sampling",            Judgements,              [Role.QualityAssurer, Role.CentreAdministrator, Role.ExternalQualityAssurer], [Role.QualityAssurer] },
    };
}
