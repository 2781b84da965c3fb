using Microsoft.EntityFrameworkCore;
using Underpin.Access;
using Underpin.Platform;
using Underpin.Platform.Database;

namespace Underpin.Qualifications;

internal sealed record ApproveCentre
{
    public required Guid AwardingBody { get; init; }
    public required Guid Centre { get; init; }
    /// <summary>Its code; the approval is for every version.</summary>
    public required string Qualification { get; init; }
    public required DateOnly From { get; init; }
}

internal sealed record EndApproval
{
    public required Guid AwardingBody { get; init; }
    public required Guid Approval { get; init; }
    public required DateOnly LastDay { get; init; }
    public required string? Reason { get; init; }
    /// <summary>The version of the approval that the officer saw.</summary>
    public required int Seen { get; init; }
}

/// <summary>Which centres may assess what: approved and ended by the body's officers, on record in the body's chain.</summary>
internal sealed class CentreApprovalService(UnderpinDb db)
{
    public async Task<Outcome<CentreApproval>> ApproveAsync(ApproveCentre options, Change change, CancellationToken cancel)
    {
        var body = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == options.AwardingBody, cancel);
        if (await NotAnOfficerAsync(body, change, cancel) is { } stranger) return stranger;
        if (await db.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == options.Centre, cancel) is not { } centre || !centre.Is(OrganisationKinds.Centre)) return new NotACentre();
        if (await Of(body).Where(q => q.Code == options.Qualification).Select(q => q.Title).FirstOrDefaultAsync(cancel) is not { } title) return new NotThisBodysQualification(body.Name);
        if (await db.Memberships.AnyAsync(m => m.AccountId == change.ActorId && m.OrganisationId == centre.Id && m.Until == null, cancel)) return new ApprovingOwnCentre(centre.Name);
        if (CentreApprovalRules.From(options.From, change.At.UkDate()) is { } outside) return outside;
        if (await StandingAsync() is { } standing) return standing;

        var approval = new CentreApproval { AwardingBodyId = body.Id, CentreId = centre.Id, QualificationCode = options.Qualification, From = options.From };
        db.CentreApprovals.Add(approval);
        db.Record(change, body.Id, new CentreApproved(centre.Id, approval.Id, centre.Name, title, options.From));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException clash) when (clash is not DbUpdateConcurrencyException)
        {
            // Another officer approved it a moment ago: the index on approvals without an end says so.
            db.ChangeTracker.Clear();
            if (await StandingAsync() is { } meanwhile) return meanwhile;
            throw;
        }

        return approval;

        async Task<Refusal?> StandingAsync()
        {
            var found = await db.CentreApprovals.AsNoTracking()
                .Where(a => a.CentreId == centre.Id && a.QualificationCode == options.Qualification && (a.Until == null || (a.Until >= options.From && a.Until >= a.From)))
                .OrderBy(a => a.Until == null ? 0 : 1).ThenByDescending(a => a.Until).FirstOrDefaultAsync(cancel);
            return found is null ? null : new AlreadyApproved(centre.Name, title, found.From, found.Until);
        }
    }

    /// <returns>Null when the awarding body has no such approval.</returns>
    public async Task<Outcome<CentreApproval>?> EndAsync(EndApproval options, Change change, CancellationToken cancel)
    {
        var found = await (
            from approval in db.CentreApprovals
            where approval.Id == options.Approval && approval.AwardingBodyId == options.AwardingBody
            join body in db.Organisations on approval.AwardingBodyId equals body.Id
            join centre in db.Organisations on approval.CentreId equals centre.Id
            select new { approval, body, centre }).SingleOrDefaultAsync(cancel);
        if (found is null) return null;
        if (await NotAnOfficerAsync(found.body, change, cancel) is { } stranger) return stranger;
        if (found.approval.Until is { } last) return new ApprovalHasEnded(found.centre.Name, last);
        if (CentreApprovalRules.LastDay(options.LastDay, change.At.UkDate()) is { } outside) return outside;
        if (CentreApprovalRules.Reason(options.Reason) is { } unreasoned) return unreasoned;

        var title = await Of(found.body).Where(q => q.Code == found.approval.QualificationCode).Select(q => q.Title).FirstAsync(cancel);
        db.SeenAs(found.approval, options.Seen);
        found.approval.End(options.LastDay);
        db.Record(change with { Reason = options.Reason!.Trim() }, found.body.Id,
            new CentreApprovalEnded(found.centre.Id, found.approval.Id, found.centre.Name, title, options.LastDay));
        await db.SaveChangesAsync(cancel);
        return (Outcome<CentreApproval>)found.approval;
    }

    /// <summary>What a body awards, the current version of each first.</summary>
    public IQueryable<Qualification> Of(Organisation body) =>
        // Content may write the body in capitals; an organisation's code is lower case.
        db.Qualifications.Where(q => q.AwardingBody.ToLower() == body.Code).OrderByDescending(q => q.IsCurrent).ThenByDescending(q => q.Version);

    async Task<Refusal?> NotAnOfficerAsync(Organisation body, Change change, CancellationToken cancel) =>
        (await db.RolesInAsync(change, body.Id, cancel)).Contains(Role.AwardingOfficer) ? null : new NotTheBodysOfficer(body.Name);
}
