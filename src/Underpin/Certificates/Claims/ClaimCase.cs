using Microsoft.EntityFrameworkCore;
using Underpin.Access;
using Underpin.Assessment;
using Underpin.Platform;
using Underpin.Portfolios;
using Underpin.Qualifications;

namespace Underpin.Certificates.Claims;

/// <summary>An enrolment as a claim sees it: whose it is, what the checks look at, and what the certificate would say.</summary>
internal sealed record ClaimCase
{
    public required Enrolment Enrolment { get; init; }
    public required Account Learner { get; init; }
    public required Qualification Qualification { get; init; }
    public required Organisation Centre { get; init; }
    public required Organisation AwardingBody { get; init; }
    public required ClaimFacts Facts { get; init; }
    public required IReadOnlyList<Unit> Units { get; init; }
    public required IReadOnlyList<ClaimCheck> Checks { get; init; }

    public bool IsReady => Checks.All(c => c.Passed);

    public bool HasDirectClaim => Facts.Approvals.Any(a => a.DirectClaim && a.Covers(Facts.Today));

    /// <summary>In the order of the rule.</summary>
    public IReadOnlyList<CertificateUnit> CountedUnits =>
        [.. AwardingChecks.Counted(Facts).Select(code => Units.First(u => u.Code == code)).Select(u => new CertificateUnit(u.Code, u.Title, u.Level.Value, u.Credit.Value))];

    /// <summary>Reads a case in a constant number of queries; null when there is no such enrolment.</summary>
    public static async Task<ClaimCase?> ReadAsync(UnderpinDb db, Guid enrolmentId, DateOnly today, CancellationToken cancel)
    {
        var head = await (
            from enrolment in db.Enrolments
            where enrolment.Id == enrolmentId
            join learner in db.Users on enrolment.LearnerId equals learner.Id
            join qualification in db.Qualifications on enrolment.QualificationId equals qualification.Id
            join centre in db.Organisations on enrolment.CentreId equals centre.Id
            join body in db.Organisations on qualification.AwardingBody.ToLower() equals body.Code
            select new { enrolment, learner, qualification, centre, body }).SingleOrDefaultAsync(cancel);
        if (head is null) return null;

        var places = await (
            from place in db.EnrolmentUnits
            where place.EnrolmentId == enrolmentId
            join unit in db.Units on place.UnitId equals unit.Id
            select new { place.Id, place.Stage, unit }).AsNoTracking().ToListAsync(cancel);
        var submissions = await db.Submissions.AsNoTracking().Where(s => s.EnrolmentId == enrolmentId)
            .Select(s => new { s.Id, s.EnrolmentUnitId, s.Attempt, s.Status, s.AssessorId }).ToListAsync(cancel);
        var people = await db.Judgements.Where(j => db.Submissions.Any(s => s.Id == j.SubmissionId && s.EnrolmentId == enrolmentId))
            .Select(j => new { j.SubmissionId, Person = j.AssessorId, Reviews = false })
            .Union(db.QualityReviews.Where(r => db.Submissions.Any(s => s.Id == r.SubmissionId && s.EnrolmentId == enrolmentId))
                .Select(r => new { r.SubmissionId, Person = r.QualityAssurerId, Reviews = true }))
            .ToListAsync(cancel);
        var approvals = await db.CentreApprovals
            .Where(a => a.CentreId == head.centre.Id && a.QualificationCode == head.qualification.Code && a.AwardingBodyId == head.body.Id)
            .Select(a => new ApprovedPeriod(a.From, a.Until, a.DirectClaim)).ToListAsync(cancel);
        var held = await db.Certificates
            .Where(c => c.LearnerId == head.learner.Id && c.QualificationCode == head.qualification.Code && c.RevokedAt == null)
            .Select(c => (CertificateNumber?)c.Number).FirstOrDefaultAsync(cancel);

        ClaimedUnit Claimed(Guid place, UnitStage stage, Unit unit)
        {
            var attempts = submissions.Where(s => s.EnrolmentUnitId == place).OrderBy(s => s.Attempt).ToList();
            var ids = attempts.Select(s => s.Id).ToHashSet();
            return new()
            {
                Code = unit.Code,
                Title = unit.Title,
                Stage = stage,
                Latest = attempts.Count == 0 ? null : attempts[^1].Status,
                Assessors = [.. people.Where(p => !p.Reviews && ids.Contains(p.SubmissionId)).Select(p => p.Person)
                    .Concat(attempts.Select(s => s.AssessorId).OfType<Guid>()).Distinct()],
                QualityAssurers = [.. people.Where(p => p.Reviews && ids.Contains(p.SubmissionId)).Select(p => p.Person).Distinct()],
            };
        }

        var facts = new ClaimFacts
        {
            LearnerId = head.learner.Id,
            AccountIsErased = head.learner.ErasedAt is not null,
            EmailIsConfirmed = head.learner.EmailConfirmed,
            Enrolment = head.enrolment.Status,
            EnrolledOn = (head.enrolment.DecidedAt ?? head.enrolment.RequestedAt).UkDate(),
            CentreName = head.centre.Name,
            QualificationTitle = head.qualification.Title,
            Rule = head.qualification.Rule,
            Units = [.. places.Select(p => Claimed(p.Id, p.Stage, p.unit)).OrderBy(u => u.Code, StringComparer.Ordinal)],
            Approvals = approvals,
            Held = held,
            Today = today,
        };
        return new()
        {
            Enrolment = head.enrolment,
            Learner = head.learner,
            Qualification = head.qualification,
            Centre = head.centre,
            AwardingBody = head.body,
            Facts = facts,
            Units = [.. places.Select(p => p.unit)],
            Checks = AwardingChecks.Run(facts),
        };
    }
}
