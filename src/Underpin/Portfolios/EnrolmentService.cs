using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Underpin.Access;
using Underpin.Platform;
using Underpin.Platform.Database;
using Underpin.Platform.Mail;
using Underpin.Qualifications;

namespace Underpin.Portfolios;

internal sealed record EnrolmentRequest
{
    public required Guid LearnerId { get; init; }
    public required Guid QualificationId { get; init; }
    public required Guid CentreId { get; init; }
    public Guid? EmployerId { get; init; }
}

internal sealed record EnrolmentAcceptance
{
    public required Guid EnrolmentId { get; init; }
    /// <summary>Any assessor of the centre when null.</summary>
    public Guid? AssessorId { get; init; }
    public required int Seen { get; init; }
}

internal sealed record EnrolmentDecline
{
    public required Guid EnrolmentId { get; init; }
    public required string? Reason { get; init; }
    public required int Seen { get; init; }
}

internal sealed record EnrolmentWithdrawal
{
    public required Guid EnrolmentId { get; init; }
    public required string? Reason { get; init; }
    public required int Seen { get; init; }
}

internal sealed record UnitChoice
{
    public required Guid EnrolmentId { get; init; }
    /// <summary>All the optional units the learner wants; the mandatory ones are there anyway.</summary>
    public required IReadOnlyCollection<Guid> UnitIds { get; init; }
    public required int Seen { get; init; }
}

/// <summary>From asking a centre for a place to leaving, and the units in between.</summary>
internal sealed class EnrolmentService(UnderpinDb db, IOptions<SiteOptions> site, TimeProvider clock)
{
    public async Task<Outcome<Guid>> RequestAsync(EnrolmentRequest request, Change change, CancellationToken cancel)
    {
        if (change.ActorId != request.LearnerId) return new NotYourPortfolio();
        var qualification = await db.Qualifications.AsNoTracking().SingleOrDefaultAsync(q => q.Id == request.QualificationId && q.IsCurrent, cancel);
        if (qualification is null) return new QualificationNotOffered();
        var centre = await db.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == request.CentreId, cancel);
        if (centre is null || !await db.ApprovedCentres(qualification, clock.Today()).AnyAsync(c => c.Id == centre.Id, cancel))
            return new CentreNotApproved(centre?.Name ?? "That organisation");
        if (await OpenAsync(request, cancel) is { } open) return new AlreadyEnrolled(open);
        if (request.EmployerId is { } employer && !await db.IsAsync(request.LearnerId, MembershipRole.Staff, employer, cancel)) return new NotYourEmployer();

        var enrolment = new Enrolment
        {
            LearnerNumber = LearnerNumber.Create(),
            LearnerId = request.LearnerId,
            QualificationId = qualification.Id,
            CentreId = centre.Id,
            EmployerId = request.EmployerId,
            RequestedAt = change.At,
        };
        db.Enrolments.Add(enrolment);
        db.Record(change, centre.Id, new EnrolmentRequested(enrolment.Id, enrolment.LearnerNumber, qualification.Title, centre.Name));
        foreach (var address in await db.AdministratorAddressesAsync(centre.Id, cancel))
            db.Send(address, $"{change.ActorName} asks for a place on {qualification.Title}",
                $"{change.ActorName} asks {centre.Name} for a place on {qualification.Title}.\n\nAccept or decline here:\n{Address($"/centres/{centre.Id}/learners/{enrolment.Id}")}\n", change.At);
        await TellLearnerAsync(enrolment, $"Your place on {qualification.Title}: asked for",
            $"You asked {centre.Name} for a place on {qualification.Title}. They will answer here, and we will write to you when they do.", change, cancel);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException) when (!cancel.IsCancellationRequested)
        {
            // The same request sent twice at once: the database let one of them in.
            if (await OpenAsync(request, cancel) is { } other) return new AlreadyEnrolled(other);
            throw;
        }

        return enrolment.Id;
    }

    async Task<Guid?> OpenAsync(EnrolmentRequest request, CancellationToken cancel) => await db.Enrolments.AsNoTracking()
        .Where(e => e.LearnerId == request.LearnerId && e.QualificationId == request.QualificationId && (e.Status == EnrolmentStatus.Requested || e.Status == EnrolmentStatus.Active))
        .Select(e => (Guid?)e.Id).FirstOrDefaultAsync(cancel);

    public async Task<Outcome<Enrolment>> AcceptAsync(EnrolmentAcceptance acceptance, Change change, CancellationToken cancel)
    {
        var (enrolment, refusal) = await WaitingAsync(acceptance.EnrolmentId, change, cancel);
        if (refusal is not null) return refusal;
        var qualification = await db.Qualifications.AsNoTracking().SingleAsync(q => q.Id == enrolment!.QualificationId, cancel);
        if (!await db.ApprovedCentres(qualification, change.At.UkDate()).AnyAsync(c => c.Id == enrolment!.CentreId, cancel)) return new ApprovalHasGone(qualification.Title);
        string? assessor = null;
        if (acceptance.AssessorId is { } assessorId)
        {
            var facts = await AssessorFactsAsync(enrolment!, assessorId, cancel);
            if (EnrolmentRules.CannotAssess(facts) is { } cannot) return cannot;
            assessor = facts.Name;
        }

        var mandatory = await MandatoryAsync(enrolment!.QualificationId, cancel);
        db.SeenAs(enrolment, acceptance.Seen);
        enrolment.Accept(change.At);
        enrolment.AssessorId = acceptance.AssessorId;
        db.EnrolmentUnits.AddRange(mandatory.Select(u => new EnrolmentUnit { EnrolmentId = enrolment.Id, UnitId = u.Id, ChosenAt = change.At }));
        db.Record(change, enrolment.CentreId, new EnrolmentAccepted(enrolment.Id, acceptance.AssessorId, [.. mandatory.Select(u => u.Code)]));
        await TellLearnerAsync(enrolment, "You are enrolled",
            $"Your centre accepted you{(assessor is null ? "" : $", with {assessor} as your assessor")}. Choose your units and add your first evidence:\n{Address($"/portfolio/{enrolment.Id}")}", change, cancel);
        await db.SaveChangesAsync(cancel);
        return enrolment;
    }

    public async Task<Outcome<Enrolment>> DeclineAsync(EnrolmentDecline decline, Change change, CancellationToken cancel)
    {
        var (enrolment, refusal) = await WaitingAsync(decline.EnrolmentId, change, cancel);
        if (refusal is not null) return refusal;
        if (ReasonProblem(decline.Reason, "Say why, so that the learner knows what to do next") is { } problem) return problem;
        db.SeenAs(enrolment!, decline.Seen);
        enrolment!.Decline(change.At, decline.Reason!.Trim());
        db.Record(change, enrolment.CentreId, new EnrolmentDeclined(enrolment.Id, enrolment.Reason!));
        await TellLearnerAsync(enrolment, "Your request for a place was declined",
            $"Your centre did not accept your request. They say:\n\n{enrolment.Reason}\n\nYou can ask another centre:\n{Address($"/portfolio/{enrolment.Id}")}", change, cancel);
        await db.SaveChangesAsync(cancel);
        return enrolment;
    }

    public async Task<Outcome<Enrolment>> WithdrawAsync(EnrolmentWithdrawal withdrawal, Change change, CancellationToken cancel)
    {
        var enrolment = await db.Enrolments.SingleAsync(e => e.Id == withdrawal.EnrolmentId, cancel);
        if (change.ActorId != enrolment.LearnerId) return new NotYourPortfolio();
        if (!enrolment.IsOpen) return new EnrolmentClosed(enrolment.Status);
        if (ReasonProblem(withdrawal.Reason, "Say why in a few words. Your centre will see it") is { } problem) return problem;
        var before = enrolment.Status;
        db.SeenAs(enrolment, withdrawal.Seen);
        enrolment.Withdraw(withdrawal.Reason!.Trim());
        db.Record(change, enrolment.CentreId, new EnrolmentWithdrawn(enrolment.Id, before, enrolment.Reason!));
        foreach (var address in await db.AdministratorAddressesAsync(enrolment.CentreId, cancel))
            db.Send(address, $"{change.ActorName} has withdrawn", $"{change.ActorName} has withdrawn from the qualification. They say:\n\n{enrolment.Reason}\n", change.At);
        await db.SaveChangesAsync(cancel);
        return enrolment;
    }

    public async Task<Outcome<Enrolment>> ChooseUnitsAsync(UnitChoice choice, Change change, CancellationToken cancel)
    {
        var enrolment = await db.Enrolments.Include(e => e.Units).SingleAsync(e => e.Id == choice.EnrolmentId, cancel);
        if (change.ActorId != enrolment.LearnerId) return new NotYourPortfolio();
        var centre = await db.Organisations.Where(o => o.Id == enrolment.CentreId).Select(o => o.Name).SingleAsync(cancel);
        if (EnrolmentRules.CannotWork(enrolment.Status, centre) is { } closed) return closed;

        var mandatory = (await MandatoryAsync(enrolment.QualificationId, cancel)).Select(u => u.Id).ToHashSet();
        var units = await UnitsAsync(enrolment.QualificationId, cancel);
        var optional = units.Where(u => !mandatory.Contains(u.Id)).ToDictionary(u => u.Id, u => u);
        var wanted = choice.UnitIds.ToHashSet();
        if (!wanted.All(optional.ContainsKey)) return new UnitNotOptional();

        var held = enrolment.Units.Where(u => optional.ContainsKey(u.UnitId)).ToList();
        var leaving = held.Where(u => !wanted.Contains(u.UnitId)).ToList();
        var leavingIds = leaving.Select(u => u.Id).ToList();
        var pieces = await db.EvidenceMappings.Where(m => leavingIds.Contains(m.EnrolmentUnitId))
            .GroupBy(m => m.EnrolmentUnitId).Select(g => new { g.Key, Pieces = g.Select(m => m.EvidenceId).Distinct().Count() }).ToDictionaryAsync(g => g.Key, g => g.Pieces, cancel);
        foreach (var unit in leaving)
            if (EnrolmentRules.CannotLeaveOut(optional[unit.UnitId].Title, unit.Stage, pieces.GetValueOrDefault(unit.Id)) is { } refusal) return refusal;

        var joining = wanted.Except(held.Select(u => u.UnitId)).ToList();
        if (leaving.Count == 0 && joining.Count == 0) return enrolment;
        db.SeenAs(enrolment, choice.Seen);
        // Raises the version, so that two windows with the same form cannot both save.
        db.Entry(enrolment).State = EntityState.Modified;
        db.EnrolmentUnits.RemoveRange(leaving);
        db.EnrolmentUnits.AddRange(joining.Select(id => new EnrolmentUnit { EnrolmentId = enrolment.Id, UnitId = id, ChosenAt = change.At }));
        db.Record(change, enrolment.CentreId, new UnitsChosen(enrolment.Id,
            [.. held.Select(u => optional[u.UnitId].Title).Order(StringComparer.Ordinal)], [.. wanted.Select(id => optional[id].Title).Order(StringComparer.Ordinal)]));
        await db.SaveChangesAsync(cancel);
        return enrolment;
    }

    async Task<(Enrolment? Enrolment, Refusal? Refusal)> WaitingAsync(Guid id, Change change, CancellationToken cancel)
    {
        var enrolment = await db.Enrolments.SingleAsync(e => e.Id == id, cancel);
        if (!await db.IsAsync(change.ActorId, MembershipRole.CentreAdministrator, enrolment.CentreId, cancel))
            return (null, new NotThisCentresAdministrator(await db.Organisations.Where(o => o.Id == enrolment.CentreId).Select(o => o.Name).SingleAsync(cancel)));
        if (change.ActorId == enrolment.LearnerId) return (null, new OwnEnrolment());
        if (enrolment.Status != EnrolmentStatus.Requested) return (null, new AlreadyAnswered(enrolment.Status));
        return (enrolment, null);
    }

    async Task<EnrolmentRules.AssessorFacts> AssessorFactsAsync(Enrolment enrolment, Guid assessor, CancellationToken cancel)
    {
        var names = await db.Users.Where(a => a.Id == assessor || a.Id == enrolment.LearnerId).Select(a => new { a.Id, a.Name }).ToDictionaryAsync(a => a.Id, a => a.Name.ToString(), cancel);
        var centre = await db.Organisations.Where(o => o.Id == enrolment.CentreId).Select(o => o.Name).SingleAsync(cancel);
        return new(names.GetValueOrDefault(assessor, "That person"), names[enrolment.LearnerId], centre, assessor == enrolment.LearnerId,
            await db.IsAsync(assessor, MembershipRole.Assessor, enrolment.CentreId, cancel), await LineManagement.IsManagerOf(db, assessor, enrolment.LearnerId, cancel));
    }

    sealed record UnitLine(Guid Id, string Code, string Title, string Group);

    async Task<List<UnitLine>> UnitsAsync(Guid qualification, CancellationToken cancel) => await (
        from place in db.QualificationUnits
        join unit in db.Units on place.UnitId equals unit.Id
        where place.QualificationId == qualification
        orderby place.Order
        select new UnitLine(unit.Id, unit.Code, unit.Title, place.GroupCode)).ToListAsync(cancel);

    async Task<List<UnitLine>> MandatoryAsync(Guid qualification, CancellationToken cancel)
    {
        var rule = await db.Qualifications.Where(q => q.Id == qualification).Select(q => q.Rule).SingleAsync(cancel);
        var groups = rule.Groups.Where(g => g.Mandatory).Select(g => g.Code).ToHashSet();
        return [.. (await UnitsAsync(qualification, cancel)).Where(u => groups.Contains(u.Group))];
    }

    async Task TellLearnerAsync(Enrolment enrolment, string subject, string text, Change change, CancellationToken cancel)
    {
        var email = await db.Users.Where(a => a.Id == enrolment.LearnerId).Select(a => a.Email).SingleAsync(cancel);
        if (email is not null) db.Send(email, subject, text + "\n", change.At);
    }

    static Refusal? ReasonProblem(string? reason, string words) =>
        string.IsNullOrWhiteSpace(reason) ? new SayWhy(words)
        : reason.Length > 1_000 ? new TextTooLong("The reason", 1_000)
        : EvidenceRules.IsReadable(reason.ReplaceLineEndings("\n")) ? null : new UnreadableText("The reason");

    Uri Address(string path) => new(site.Value.PublicAddress, path);
}

internal static class Approvals
{
    /// <summary>The centres whose approval for the qualification, by its awarding body, holds on a day.</summary>
    public static IQueryable<Organisation> ApprovedCentres(this UnderpinDb db, Qualification qualification, DateOnly day)
    {
        // Content may write the body in capitals; an organisation's code is lower case.
        var awardingBody = qualification.AwardingBody.ToLowerInvariant();
        return
            from approval in db.CentreApprovals
            join body in db.Organisations on approval.AwardingBodyId equals body.Id
            join centre in db.Organisations on approval.CentreId equals centre.Id
            where approval.QualificationCode == qualification.Code && body.Code == awardingBody && approval.From <= day && (approval.Until == null || approval.Until >= day)
            orderby centre.Name, centre.Id
            select centre;
    }
}
