using Microsoft.EntityFrameworkCore;
using Underpin.Access;
using Underpin.Platform;
using Underpin.Portfolios;

namespace Underpin.Assessment;

/// <summary>Reads what the rules of independence ask about a submission.</summary>
internal static class PartiesReading
{
    public static async Task<Parties> PartiesAsync(this UnderpinDb db, Submission submission, CancellationToken cancel)
    {
        var about = await (
            from learner in db.Users
            from centre in db.Organisations
            where learner.Id == submission.LearnerId && centre.Id == submission.CentreId
            select new { Learner = learner.Name, Centre = centre.Name }).SingleAsync(cancel);
        var staff = await (
            from membership in db.Memberships
            where membership.OrganisationId == submission.CentreId && membership.Until == null
                && (membership.Role == MembershipRole.Assessor || membership.Role == MembershipRole.QualityAssurer)
            join account in db.Users on membership.AccountId equals account.Id
            where account.ErasedAt == null
            select new { account.Id, account.Name, account.Email, membership.Role }).ToListAsync(cancel);
        var statements = await (
            from evidence in db.Evidence
            where evidence.Statement != null && db.SubmissionEvidence.Any(s => s.SubmissionId == submission.Id && s.EvidenceId == evidence.Id)
            select new { evidence.Title, evidence.Kind, evidence.Statement!.Email, evidence.Statement.ConfirmedById }).ToListAsync(cancel);
        var deciders = await db.Set<Decision>().Where(d => d.SubmissionId == submission.Id).Select(d => d.AssessorId).Distinct().ToListAsync(cancel);

        IReadOnlyList<Colleague> Those(MembershipRole role) =>
            [.. staff.Where(s => s.Role == role).Select(s => new Colleague(s.Id, s.Name.ToString())).OrderBy(c => c.Name, StringComparer.CurrentCulture)];

        return new()
        {
            LearnerId = submission.LearnerId,
            LearnerName = about.Learner.ToString(),
            CentreName = about.Centre,
            ManagersOfLearner = LineManagement.Above(submission.LearnerId, await LineManagement.EdgesAboveAsync(db, submission.LearnerId, cancel)),
            Deciders = deciders.ToHashSet(),
            Witnessed =
            [
                .. from statement in statements
                from person in staff.DistinctBy(s => s.Id)
                where statement.ConfirmedById == person.Id || string.Equals(statement.Email.Trim(), person.Email, StringComparison.OrdinalIgnoreCase)
                select new Witnessed(person.Id, statement.Kind, statement.Title),
            ],
            Assessors = Those(MembershipRole.Assessor),
            QualityAssurers = Those(MembershipRole.QualityAssurer),
        };
    }

    /// <summary>Everyone below a person. One query for each level of management.</summary>
    public static async Task<IReadOnlySet<Guid>> ManagedByAsync(this UnderpinDb db, Guid person, CancellationToken cancel)
    {
        var all = new HashSet<Guid>();
        Guid[] level = [person];
        while (level.Length > 0)
        {
            var above = level;
            var below = await db.Memberships.Where(m => m.Until == null && m.LineManagerId != null && above.Contains(m.LineManagerId.Value)).Select(m => m.AccountId).Distinct().ToListAsync(cancel);
            level = [.. below.Where(all.Add)];
        }

        return all;
    }

    /// <summary>What happened to a submission since somebody opened it, in a sentence.</summary>
    public static async Task<ChangedMeanwhile> MeanwhileAsync(this UnderpinDb db, Guid submissionId, CancellationToken cancel)
    {
        var now = await db.Submissions.AsNoTracking().Where(s => s.Id == submissionId).Select(s => new { s.Status }).SingleAsync(cancel);
        var decided = await (
            from decision in db.Set<Decision>()
            where decision.SubmissionId == submissionId
            join account in db.Users on decision.AssessorId equals account.Id
            orderby decision.Round descending
            select new { account.Name, decision.Accepted, decision.DecidedAt }).FirstOrDefaultAsync(cancel);
        var reviewed = await (
            from review in db.QualityReviews
            where review.SubmissionId == submissionId
            join account in db.Users on review.QualityAssurerId equals account.Id
            orderby review.Round descending
            select new { account.Name, review.Agreed, review.ReviewedAt }).FirstOrDefaultAsync(cancel);
        if (now.Status is SubmissionStatus.Returned or SubmissionStatus.Agreed && reviewed is not null)
            return new($"{reviewed.Name} {(reviewed.Agreed ? "agreed with the judgement" : "returned it to the assessor")} on {reviewed.ReviewedAt.MomentInWords()}, while you had this page open.");
        if (decided is not null)
            return new($"{decided.Name} {(decided.Accepted ? "accepted this" : "referred this back")} on {decided.DecidedAt.MomentInWords()}, while you had this page open.");
        return new("This submission changed while you had the page open. Open it again.");
    }
}
