using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Underpin.Access;
using Underpin.Assessment;
using Underpin.Certificates;
using Underpin.Certificates.Claims;
using Underpin.Certificates.Register;
using Underpin.Platform;
using Underpin.Portfolios;
using Underpin.Qualifications;
using Underpin.Tests.Portfolios;

namespace Underpin.Tests.Certificates;

/// <summary>Learners who are ready for their certificate, and certificates that were awarded by the service.</summary>
internal static class CertificateData
{
    /// <summary>An enrolment whose units are all achieved: submitted once, judged met, not drawn for sampling.</summary>
    public static async Task<TestEnrolment> AchievedAsync(this TestData data, TestCentre? centre = null, Account? learner = null, IReadOnlyList<Unit>? units = null)
    {
        var enrolment = await data.EnrolmentAsync(centre, learner, units: units);
        foreach (var unit in enrolment.Units) await data.SubmissionAsync(enrolment, unit, s => s.Accept(enrolment.Centre.Assessor.Id, data.Site.Clock.Now(), "Clear and complete.", null));
        await data.StageAsync(enrolment, UnitStage.Achieved);
        return enrolment;
    }

    public static Task StageAsync(this TestData data, TestEnrolment enrolment, UnitStage stage, Unit? only = null) => data.Site.DbAsync(async db =>
    {
        foreach (var place in await db.EnrolmentUnits.Where(u => u.EnrolmentId == enrolment.Id && (only == null || u.UnitId == only.Id)).ToListAsync()) place.Stage = stage;
        db.Record(data.ByNobody, enrolment.Centre.Id, new TestData.Arranged(enrolment.Id));
        return await db.SaveChangesAsync();
    });

    public static async Task<Submission> SubmissionAsync(this TestData data, TestEnrolment enrolment, Unit unit, Action<Submission> then, int attempt = 1)
    {
        var submission = new Submission
        {
            EnrolmentId = enrolment.Id,
            EnrolmentUnitId = enrolment.Place(unit).Id,
            UnitId = unit.Id,
            LearnerId = enrolment.Learner.Id,
            CentreId = enrolment.Centre.Id,
            Attempt = attempt,
            SubmittedAt = data.Site.Clock.Now(),
        };
        then(submission);
        await data.SaveAsync(enrolment.Centre.Id, db => db.Submissions.Add(submission));
        return submission;
    }

    public static Task<Account> OfficerAsync(this TestData data, TestEnrolment enrolment) =>
        data.PersonAsync(enrolment.Offer.AwardingBody, MembershipRole.AwardingOfficer, "Fatima Rahman");

    public static Change By(this TestData data, Account person, string? reason = null) =>
        new() { ActorId = person.Id, ActorName = person.Name.ToString(), At = data.Site.Clock.Now(), Reason = reason };

    public static Task<Outcome<ClaimMade>> ClaimAsync(this TestData data, TestEnrolment enrolment, Account? by = null) => data.Site.RunAsync(s =>
        s.GetRequiredService<ClaimService>().ClaimAsync(new() { EnrolmentId = enrolment.Id }, data.By(by ?? enrolment.Centre.Administrator), default));

    public static Task<Outcome<CertificateNumber>> AwardAsync(this TestData data, Guid claim, Account by) => data.Site.RunAsync(s =>
        s.GetRequiredService<ClaimService>().AwardAsync(new() { ClaimId = claim }, data.By(by), default));

    public static Task<Outcome<bool>> RefuseAsync(this TestData data, Guid claim, Account by, string reason = "The name is misspelt") => data.Site.RunAsync(s =>
        s.GetRequiredService<ClaimService>().RefuseAsync(new() { ClaimId = claim, Reason = reason }, data.By(by), default));

    public static Task<Outcome<Certificate>> RevokeAsync(this TestData data, Certificate certificate, Account by, string reason = "Awarded by mistake") => data.Site.RunAsync(s =>
        s.GetRequiredService<RevocationService>().RevokeAsync(new() { CertificateId = certificate.Id, Reason = reason }, data.By(by), default));

    /// <summary>A certificate, awarded by the service on a direct claim.</summary>
    public static async Task<(Certificate Certificate, TestEnrolment Enrolment)> CertificateAsync(this TestData data, string name = "Joe Bright")
    {
        var centre = await data.CentreAsync(directClaim: true);
        var enrolment = await data.AchievedAsync(centre, await data.AccountAsync(name));
        var made = await data.ClaimAsync(enrolment);
        return (await data.CertificateAsync(made.Value.Number!.Value), enrolment);
    }

    public static Task<Certificate> CertificateAsync(this TestData data, CertificateNumber number) =>
        data.Site.DbAsync(db => db.Certificates.AsNoTracking().SingleAsync(c => c.Number == number));
}
