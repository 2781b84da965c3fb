using Microsoft.EntityFrameworkCore;
using Underpin.Access;
using Underpin.Assessment;
using Underpin.Certificates;
using Underpin.Framework.Drafting;
using Underpin.Portfolios;

namespace Underpin.Homes;

/// <summary>Something that waits for this person, in words, with the place to do it.</summary>
/// <param name="Since">How long the oldest of it has waited; null when nothing waits.</param>
internal sealed record Waiting(string Line, string Detail, string Address, DateTimeOffset? Since);

/// <summary>What waits for a person in the organisations they belong to: one query a role, whatever the number of learners.</summary>
internal static class WaitingWork
{
    public static async Task<IReadOnlyList<Waiting>> FindAsync(UnderpinDb db, CurrentUser user, IReadOnlyList<Place> places, CancellationToken cancel)
    {
        var waiting = new List<Waiting>();
        foreach (var place in places)
        {
            if (place.Has(MembershipRole.CentreAdministrator)) waiting.AddRange(await ForCentreAsync(db, place, cancel));
            if (place.Has(MembershipRole.Assessor)) waiting.AddRange(await ForAssessorAsync(db, user, place, cancel));
            if (place.Has(MembershipRole.QualityAssurer)) waiting.AddRange(await ForQualityAssurerAsync(db, place, cancel));
            if (place.Has(MembershipRole.AwardingOfficer)) waiting.AddRange(await ForAwardingOfficerAsync(db, place, cancel));
            if (place.Has(MembershipRole.FrameworkEditor)) waiting.AddRange(await ForFrameworkEditorAsync(db, place, cancel));
            if (place.Has(MembershipRole.SchoolAdministrator)) waiting.AddRange(await ForSchoolAsync(db, place, cancel));
        }

        return [.. waiting.OrderBy(w => w.Since)];
    }

    static async Task<IEnumerable<Waiting>> ForCentreAsync(UnderpinDb db, Place place, CancellationToken cancel)
    {
        var requests = await db.Enrolments.Where(e => e.CentreId == place.OrganisationId && e.Status == EnrolmentStatus.Requested)
            .GroupBy(_ => 1).Select(g => new { Count = g.Count(), Since = g.Min(e => e.RequestedAt) }).SingleOrDefaultAsync(cancel);
        var learners = $"/centres/{place.OrganisationId}/learners";
        List<Waiting> waiting = [];
        if (requests is not null) waiting.Add(new($"{Count(requests.Count, "person asks", "people ask")} to enrol", $"{place.Name} can accept or decline", learners, requests.Since));
        var ready = await ReadyToClaimAsync(db, place, cancel);
        if (ready is [var only]) waiting.Add(new("1 learner is ready to claim", $"Waiting at {place.Name}", $"{learners}/{only.Enrolment}", only.Since));
        if (ready.Count > 1) waiting.Add(new($"{ready.Count} learners are ready to claim", $"Waiting at {place.Name}", $"{learners}?stage=active", ready.Min(r => r.Since)));
        return waiting;
    }

    /// <summary>Learners whose achieved units make the qualification, and for whom no claim stands; with the day of the last decision.</summary>
    static async Task<List<(Guid Enrolment, DateTimeOffset? Since)>> ReadyToClaimAsync(UnderpinDb db, Place place, CancellationToken cancel)
    {
        // A rule is weighed here and not in the database, so only those with nothing left to do come over.
        var nearly = await (
            from enrolment in db.Enrolments
            join qualification in db.Qualifications on enrolment.QualificationId equals qualification.Id
            where enrolment.CentreId == place.OrganisationId && enrolment.Status == EnrolmentStatus.Active
                && enrolment.Units.Count > 0 && enrolment.Units.All(u => u.Stage == UnitStage.Achieved)
                && !db.Claims.Any(c => c.EnrolmentId == enrolment.Id && c.Status == ClaimStatus.Waiting)
            select new
            {
                enrolment.Id,
                Since = db.Submissions.Where(s => s.EnrolmentId == enrolment.Id).Max(s => s.DecidedAt),
                Units = new UnitsTaken(qualification.Rule,
    (from place in db.EnrolmentUnits join unit in db.Units on place.UnitId equals unit.Id where place.EnrolmentId == enrolment.Id select new TakenUnit(unit.Code, place.Stage)).ToList()),
            }).AsNoTracking().ToListAsync(cancel);
        return [.. nearly.Where(e => e.Units.MakeTheQualification).Select(e => (e.Id, e.Since))];
    }

    static async Task<IEnumerable<Waiting>> ForAssessorAsync(UnderpinDb db, CurrentUser user, Place place, CancellationToken cancel)
    {
        var managed = await db.ManagedByAsync(user.AccountId, cancel);
        var submissions = await AssessmentQueue.For(db, place.OrganisationId, user.AccountId, managed)
            .GroupBy(_ => 1).Select(g => new { Count = g.Count(), Since = g.Min(s => s.SubmittedAt) }).SingleOrDefaultAsync(cancel);
        return submissions is null ? [] :
            [new($"{Count(submissions.Count, "unit waits", "units wait")} for your judgement", place.Name, $"/centres/{place.OrganisationId}/assessing", submissions.Since)];
    }

    static async Task<IEnumerable<Waiting>> ForQualityAssurerAsync(UnderpinDb db, Place place, CancellationToken cancel)
    {
        var drawn = await db.Submissions.Where(s => s.CentreId == place.OrganisationId && s.Status == SubmissionStatus.Sampled)
            .GroupBy(_ => 1).Select(g => new { Count = g.Count(), Since = g.Min(s => s.DecidedAt) }).SingleOrDefaultAsync(cancel);
        return drawn is null ? [] :
            [new($"{Count(drawn.Count, "judgement is", "judgements are")} drawn for quality assurance", place.Name, $"/centres/{place.OrganisationId}/sampling", drawn.Since)];
    }

    static async Task<IEnumerable<Waiting>> ForAwardingOfficerAsync(UnderpinDb db, Place place, CancellationToken cancel)
    {
        var claims = await db.Claims.Where(c => c.AwardingBodyId == place.OrganisationId && c.Status == ClaimStatus.Waiting)
            .GroupBy(_ => 1).Select(g => new { Count = g.Count(), Since = g.Min(c => c.ClaimedAt) }).SingleOrDefaultAsync(cancel);
        return claims is null ? [] :
            [new($"{Count(claims.Count, "claim waits", "claims wait")} for a decision", place.Name, $"/awarding/{place.OrganisationId}/claims", claims.Since)];
    }

    static async Task<IEnumerable<Waiting>> ForFrameworkEditorAsync(UnderpinDb db, Place place, CancellationToken cancel)
    {
        // One draft of a framework is open at a time, so this is one line unless the body has several frameworks.
        var drafts = await (
            from comment in db.DraftComments
            join draft in db.Drafts on comment.DraftId equals draft.Id
            where draft.OrganisationId == place.OrganisationId && draft.Status != DraftStatus.Published && draft.Status != DraftStatus.Abandoned
                && comment.HiddenAt == null && !db.CommentReplies.Any(r => r.CommentId == comment.Id)
            group comment by new { draft.Id, draft.Title } into g
            select new { g.Key.Id, g.Key.Title, Count = g.Count(), Since = g.Min(c => c.At) }).ToListAsync(cancel);
        return drafts.Select(d => new Waiting($"{Count(d.Count, "comment waits", "comments wait")} for a reply", d.Title, $"/drafts/{d.Id}/comments", d.Since));
    }

    static async Task<IEnumerable<Waiting>> ForSchoolAsync(UnderpinDb db, Place place, CancellationToken cancel)
    {
        var unconfirmed = await db.Memberships.CountAsync(m => m.OrganisationId == place.OrganisationId && m.Role == MembershipRole.Staff && m.ConfirmedAt == null && m.Until == null, cancel);
        return unconfirmed == 0 ? [] :
            [new($"{Count(unconfirmed, "person says", "people say")} they work at {place.Name}", "Confirm it, or say that they do not", $"/schools/{place.OrganisationId}/staff", null)];
    }

    static string Count(int number, string one, string many) => number == 1 ? $"1 {one}" : $"{number} {many}";
}
