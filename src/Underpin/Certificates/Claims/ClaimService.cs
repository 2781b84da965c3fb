using Microsoft.EntityFrameworkCore;
using Underpin.Access;
using Underpin.Certificates.Issuing;
using Underpin.Platform;
using Underpin.Platform.Mail;

namespace Underpin.Certificates.Claims;

internal sealed record ClaimOptions
{
    public required Guid EnrolmentId { get; init; }
}

internal sealed record AwardOptions
{
    public required Guid ClaimId { get; init; }
}

internal sealed record RefuseClaimOptions
{
    public required Guid ClaimId { get; init; }
    public required string Reason { get; init; }
}

/// <summary>A claim, and the number of the certificate when it followed at once.</summary>
internal sealed record ClaimMade(Guid ClaimId, CertificateNumber? Number);

/// <summary>Claims certificates for centres and decides claims for awarding bodies.</summary>
/// <remarks>
/// Works on a context of its own for each attempt: a save that lost a race leaves what it meant to write behind in its context, and must not write
/// it when tried again.
/// </remarks>
internal sealed class ClaimService(IServiceScopeFactory scopes, IssuerIdentity issuer, TimeProvider clock)
{
    const int Attempts = 3;

    public Task<Outcome<ClaimMade>> ClaimAsync(ClaimOptions options, Change change, CancellationToken cancel) => RetryAsync<ClaimMade>(
        async db =>
        {
            if (await ClaimCase.ReadAsync(db, options.EnrolmentId, clock.Today(), cancel) is not { } found) return new NoSuchEnrolment();
            if (!await HasAsync(db, change, found.Centre.Id, MembershipRole.CentreAdministrator, cancel)) return new NotTheCentresAdministrator(found.Centre.Name);
            if (change.ActorId == found.Learner.Id) return new CannotClaimForYourself();
            if (await StandsAsync(db, options.EnrolmentId, cancel)) return new AlreadyClaimed(found.Learner.Name.ToString());
            if (!found.IsReady) return new ChecksNotPassed([.. found.Checks.Where(c => !c.Passed)]);

            var claim = new Claim
            {
                EnrolmentId = found.Enrolment.Id,
                CentreId = found.Centre.Id,
                AwardingBodyId = found.AwardingBody.Id,
                ClaimedById = change.ActorId!.Value,
                ClaimedAt = change.At,
                Checks = found.Checks,
            };
            db.Claims.Add(claim);
            db.Record(change, found.AwardingBody.Id, new CertificateClaimed(found.Enrolment.Id, claim.Id, found.Qualification.Title, found.Checks));
            var certificate = found.HasDirectClaim ? await AwardAsync(db, claim, found, Change.BySystem(clock), directClaim: true, cancel) : null;
            await db.SaveChangesAsync(cancel);
            return new ClaimMade(claim.Id, certificate?.Number);
        },
        async db => await StandsAsync(db, options.EnrolmentId, cancel)
            ? new AlreadyClaimed(await LearnerOfAsync(db, options.EnrolmentId, cancel))
            : null);

    public Task<Outcome<CertificateNumber>> AwardAsync(AwardOptions options, Change change, CancellationToken cancel) => RetryAsync<CertificateNumber>(
        async db =>
        {
            if (await db.Claims.SingleOrDefaultAsync(c => c.Id == options.ClaimId, cancel) is not { } claim) return new NoSuchClaim();
            var found = await CaseOfAsync(db, claim, cancel);
            if (await MayDecideAsync(db, claim, found, change, cancel) is { } refusal) return refusal;
            // Somebody who awarded it since the claim was read is what makes the checks fail: the enrolment is completed by now.
            if (!found.IsReady) return await DecidedAsync(db, claim.Id, cancel) ?? new ChecksNotPassed([.. found.Checks.Where(c => !c.Passed)]);
            claim.Checks = found.Checks;
            var certificate = await AwardAsync(db, claim, found, change, directClaim: false, cancel);
            await db.SaveChangesAsync(cancel);
            return certificate.Number;
        },
        db => DecidedAsync(db, options.ClaimId, cancel));

    public Task<Outcome<bool>> RefuseAsync(RefuseClaimOptions options, Change change, CancellationToken cancel) => RetryAsync<bool>(
        async db =>
        {
            if (await db.Claims.SingleOrDefaultAsync(c => c.Id == options.ClaimId, cancel) is not { } claim) return new NoSuchClaim();
            var found = await CaseOfAsync(db, claim, cancel);
            if (await MayDecideAsync(db, claim, found, change, cancel) is { } refusal) return refusal;
            if (CertificateRules.Reason(options.Reason, "the claim is refused") is { } bad) return bad;
            var reason = options.Reason.Trim();
            claim.Checks = found.Checks;
            claim.Refuse(change.ActorId!.Value, change.At, reason);
            db.Record(change with { Reason = reason }, found.AwardingBody.Id, new ClaimRefused(found.Enrolment.Id, claim.Id, found.Qualification.Title, ClaimStatus.Waiting, claim.Status));
            if (await db.Users.Where(u => u.Id == claim.ClaimedById).Select(u => u.Email).SingleOrDefaultAsync(cancel) is { } email)
                db.Send(email, $"Claim refused: {found.Learner.Name}", ClaimMail.Refused(found, reason, issuer.At($"/portfolio/{found.Enrolment.Id}/claim")), change.At);
            await db.SaveChangesAsync(cancel);
            return true;
        },
        db => DecidedAsync(db, options.ClaimId, cancel));

    async Task<Certificate> AwardAsync(UnderpinDb db, Claim claim, ClaimCase found, Change change, bool directClaim, CancellationToken cancel)
    {
        var facts = new AwardFacts
        {
            CertificateId = Guid.CreateVersion7(),
            Number = await UnusedPlaces.NumberAsync(db, cancel),
            StatusIndex = await UnusedPlaces.StatusIndexAsync(db, cancel),
            HolderName = found.Learner.Name,
            QualificationCode = found.Qualification.Code,
            QualificationTitle = found.Qualification.Title,
            QualificationAim = found.Qualification.Aim,
            QualificationType = found.Qualification.Type,
            Level = found.Qualification.Level,
            Credit = new(found.CountedUnits.Sum(u => u.Credit)),
            AwardingBodyName = found.AwardingBody.Name,
            CentreName = found.Centre.Name,
            Units = found.CountedUnits,
            AwardedAt = change.At,
        };
        var certificate = new Certificate
        {
            Id = facts.CertificateId,
            Number = facts.Number,
            ClaimId = claim.Id,
            EnrolmentId = found.Enrolment.Id,
            LearnerId = found.Learner.Id,
            QualificationCode = facts.QualificationCode,
            AwardingBodyId = found.AwardingBody.Id,
            CentreId = found.Centre.Id,
            HolderName = facts.HolderName,
            QualificationTitle = facts.QualificationTitle,
            QualificationType = facts.QualificationType,
            Level = facts.Level,
            Credit = facts.Credit,
            AwardingBodyName = facts.AwardingBodyName,
            CentreName = facts.CentreName,
            Units = facts.Units,
            AwardedOn = facts.AwardedAt.UkDate(),
            AwardedAt = facts.AwardedAt,
            Credential = issuer.Signer.Sign(CertificateCredential.Of(facts, issuer)),
            StatusIndex = facts.StatusIndex,
        };
        db.Certificates.Add(certificate);
        claim.Award(directClaim ? null : change.ActorId, change.At);
        found.Enrolment.Complete();
        db.Record(change, found.AwardingBody.Id, new CertificateAwarded(certificate.Id, claim.Id, found.Enrolment.Id, facts.Number.ToString(), facts.QualificationTitle, directClaim));
        db.Record(change, found.Centre.Id, new EnrolmentCompleted(found.Enrolment.Id, facts.QualificationTitle, facts.Number.ToString()));
        db.Send(found.Learner.Email!, $"Your certificate: {facts.QualificationTitle}", ClaimMail.Awarded(certificate, issuer), change.At);
        return certificate;
    }

    static async Task<Refusal?> MayDecideAsync(UnderpinDb db, Claim claim, ClaimCase found, Change change, CancellationToken cancel)
    {
        if (!await HasAsync(db, change, claim.AwardingBodyId, MembershipRole.AwardingOfficer, cancel)) return new NotTheAwardingOfficer(found.AwardingBody.Name);
        if (change.ActorId == found.Learner.Id) return new OfficerIsTheLearner();
        if (await db.Memberships.AnyAsync(m => m.AccountId == change.ActorId && m.OrganisationId == claim.CentreId && m.Until == null, cancel)) return new OfficerBelongsToTheCentre(found.Centre.Name);
        return Decided(claim.Status);
    }

    async Task<ClaimCase> CaseOfAsync(UnderpinDb db, Claim claim, CancellationToken cancel) =>
        await ClaimCase.ReadAsync(db, claim.EnrolmentId, clock.Today(), cancel)
        ?? throw new InvalidOperationException($"Claim {claim.Id} has no enrolment, qualification or awarding body.");

    static Task<bool> HasAsync(UnderpinDb db, Change change, Guid organisation, MembershipRole role, CancellationToken cancel) =>
        db.Memberships.AnyAsync(m => m.AccountId == change.ActorId && m.OrganisationId == organisation && m.Role == role && m.Until == null, cancel);

    static Task<bool> StandsAsync(UnderpinDb db, Guid enrolment, CancellationToken cancel) =>
        db.Claims.AnyAsync(c => c.EnrolmentId == enrolment && c.Status != ClaimStatus.Refused, cancel);

    static async Task<string> LearnerOfAsync(UnderpinDb db, Guid enrolment, CancellationToken cancel) =>
        (await db.Enrolments.Where(e => e.Id == enrolment).Join(db.Users, e => e.LearnerId, u => u.Id, (_, u) => u.Name).SingleAsync(cancel)).ToString();

    static async Task<Refusal?> DecidedAsync(UnderpinDb db, Guid claim, CancellationToken cancel) =>
        Decided(await db.Claims.Where(c => c.Id == claim).Select(c => c.Status).SingleAsync(cancel));

    static ClaimIsDecided? Decided(ClaimStatus status) => status switch
    {
        ClaimStatus.Waiting => null,
        ClaimStatus.Awarded => new("awarded"),
        _ => new("refused"),
    };

    /// <summary>
    /// Tries again from the start when a save is turned down by the database, unless <paramref name="lost"/> can say in words what somebody else
    /// did first.
    /// </summary>
    async Task<Outcome<T>> RetryAsync<T>(Func<UnderpinDb, Task<Outcome<T>>> act, Func<UnderpinDb, Task<Refusal?>> lost)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                return await act(scope.ServiceProvider.GetRequiredService<UnderpinDb>());
            }
            catch (DbUpdateException) when (attempt <= Attempts)
            {
                await using var scope = scopes.CreateAsyncScope();
                if (await lost(scope.ServiceProvider.GetRequiredService<UnderpinDb>()) is { } refusal) return refusal;
                if (attempt == Attempts) throw;
            }
        }
    }
}
