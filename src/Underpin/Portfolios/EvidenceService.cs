using Microsoft.EntityFrameworkCore;
using Underpin.Platform;
using Underpin.Platform.Database;
using Underpin.Platform.Files;
using Underpin.Qualifications;

namespace Underpin.Portfolios;

internal sealed record NewEvidence
{
    public required Guid EnrolmentId { get; init; }
    public required EvidenceDraft Draft { get; init; }
    /// <summary>For <see cref="EvidenceKind.File"/>: the file, already taken in.</summary>
    public ReceivedFile? File { get; init; }
}

internal sealed record EvidenceEdit
{
    public required Guid EvidenceId { get; init; }
    public required int Seen { get; init; }
    public required EvidenceDraft Draft { get; init; }
}

internal sealed record EvidenceWithdrawal
{
    public required Guid EvidenceId { get; init; }
    public required int Seen { get; init; }
}

internal sealed record EvidenceClaim
{
    public required Guid EvidenceId { get; init; }
    /// <summary>Every criterion it is claimed for, among the units that are with the learner. Others stay as they are.</summary>
    public required IReadOnlyCollection<Guid> CriterionIds { get; init; }
    public required int Seen { get; init; }
}

internal sealed record GridClaim
{
    public required Guid EnrolmentId { get; init; }
    public required Guid UnitId { get; init; }
    /// <summary>The pieces that the form showed; mappings of others stay as they are.</summary>
    public required IReadOnlyCollection<Guid> EvidenceIds { get; init; }
    public required IReadOnlyCollection<(Guid CriterionId, Guid EvidenceId)> Ticked { get; init; }
    /// <summary>The version of the learner's unit.</summary>
    public required int Seen { get; init; }
}

/// <summary>What learners put into their portfolios, and for which criteria they claim it.</summary>
internal sealed class EvidenceService(UnderpinDb db, StatementService statements, TimeProvider clock)
{
    public async Task<Outcome<Evidence>> AddAsync(NewEvidence added, Change change, CancellationToken cancel)
    {
        var enrolment = await db.Enrolments.SingleAsync(e => e.Id == added.EnrolmentId, cancel);
        if (await CannotWorkAsync(enrolment, change, cancel) is { } closed) return closed;
        var draft = added.Draft.Tidied();
        var email = await db.Users.Where(a => a.Id == enrolment.LearnerId).Select(a => a.Email).SingleAsync(cancel);
        if (EvidenceRules.Faults(draft, clock.Today(), email).Select(f => f.Refusal).FirstOrDefault() is { } fault) return fault;
        if (draft.Kind == EvidenceKind.File && added.File is null) return new FileNeeded();

        var evidence = new Evidence
        {
            EnrolmentId = enrolment.Id,
            Kind = draft.Kind,
            Title = draft.Title!,
            WorkDate = draft.WorkDate,
            Text = draft.Text!,
            Url = draft.Kind == EvidenceKind.Link ? draft.Url : null,
            File = draft.Kind == EvidenceKind.File ? new() { Hash = added.File!.Hash, Name = added.File.Name, ContentType = added.File.ContentType, Size = added.File.Size } : null,
            Statement = draft.NeedsStatement ? new() { Name = draft.PersonName!, Email = draft.PersonEmail!, Relationship = draft.Relationship!, Place = OrNull(draft.Place) } : null,
            AddedAt = change.At,
            AddedById = enrolment.LearnerId,
        };
        db.Evidence.Add(evidence);
        db.Record(change, enrolment.CentreId, new EvidenceAdded(enrolment.Id, evidence.Id, evidence.Kind, evidence.Title, evidence.File?.Hash));
        if (evidence.Statement is not null) await statements.AskAsync(evidence, change.ActorName, enrolment.CentreId, change, cancel);
        await db.SaveChangesAsync(cancel);
        return evidence;
    }

    public async Task<Outcome<Evidence>> ChangeAsync(EvidenceEdit edit, Change change, CancellationToken cancel)
    {
        var (evidence, enrolment) = await FindAsync(edit.EvidenceId, cancel);
        if (await CannotWorkAsync(enrolment, change, cancel) is { } closed) return closed;
        if (EvidenceRules.CannotChange(evidence, await IsInSettledUnitAsync(evidence.Id, cancel)) is { } locked) return locked;
        var draft = (edit.Draft with { Kind = evidence.Kind }).Tidied();
        var email = await db.Users.Where(a => a.Id == enrolment.LearnerId).Select(a => a.Email).SingleAsync(cancel);
        if (EvidenceRules.Faults(draft, clock.Today(), email).Select(f => f.Refusal).FirstOrDefault() is { } fault) return fault;

        var before = EvidenceWords.Of(evidence);
        db.SeenAs(evidence, edit.Seen);
        evidence.Title = draft.Title!;
        evidence.WorkDate = draft.WorkDate;
        evidence.Text = draft.Text!;
        if (evidence.Kind == EvidenceKind.Link) evidence.Url = draft.Url;
        var askAgain = false;
        if (evidence.Statement is { } statement)
        {
            askAgain = statement.DeclinedAt is not null || !string.Equals(statement.Email, draft.PersonEmail, StringComparison.OrdinalIgnoreCase);
            statement.Name = draft.PersonName!;
            statement.Email = draft.PersonEmail!;
            statement.Relationship = draft.Relationship!;
            statement.Place = OrNull(draft.Place);
            statement.DeclinedAt = null;
        }

        var after = EvidenceWords.Of(evidence);
        if (before == after && !askAgain) return evidence;
        db.Touch(evidence);
        db.Record(change, enrolment.CentreId, new EvidenceChanged(enrolment.Id, evidence.Id, before, after));
        if (askAgain) await statements.AskAsync(evidence, change.ActorName, enrolment.CentreId, change, cancel);
        await db.SaveChangesAsync(cancel);
        return evidence;
    }

    /// <summary>Takes a piece back before anyone was asked to judge it. It leaves every grid; history keeps it.</summary>
    public async Task<Outcome<Evidence>> WithdrawAsync(EvidenceWithdrawal withdrawal, Change change, CancellationToken cancel)
    {
        var (evidence, enrolment) = await FindAsync(withdrawal.EvidenceId, cancel);
        if (await CannotWorkAsync(enrolment, change, cancel) is { } closed) return closed;
        if (EvidenceRules.CannotTakeBack(evidence, await IsInSettledUnitAsync(evidence.Id, cancel)) is { } locked) return locked;
        db.SeenAs(evidence, withdrawal.Seen);
        evidence.WithdrawnAt = change.At;
        db.EvidenceMappings.RemoveRange(await db.EvidenceMappings.Where(m => m.EvidenceId == evidence.Id).ToListAsync(cancel));
        db.Record(change, enrolment.CentreId, new EvidenceWithdrawn(enrolment.Id, evidence.Id, evidence.Title));
        await db.SaveChangesAsync(cancel);
        return evidence;
    }

    public async Task<Outcome<Evidence>> ClaimAsync(EvidenceClaim claim, Change change, CancellationToken cancel)
    {
        var (evidence, enrolment) = await FindAsync(claim.EvidenceId, cancel);
        if (await CannotWorkAsync(enrolment, change, cancel) is { } closed) return closed;
        if (evidence.WithdrawnAt is not null) return new EvidenceTakenBack();
        var units = await db.EnrolmentUnits.Where(u => u.EnrolmentId == enrolment.Id).ToListAsync(cancel);
        var place = await PlacesOfCriteriaAsync(units, cancel);
        var wanted = claim.CriterionIds.ToHashSet();
        if (!wanted.All(place.ContainsKey)) return new CriterionNotYours();
        var now = await db.EvidenceMappings.Where(m => m.EvidenceId == evidence.Id).ToListAsync(cancel);
        // A unit that is with the assessor is not in the form, so what is mapped there neither goes nor comes.
        var gone = now.Where(m => !wanted.Contains(m.CriterionId) && place[m.CriterionId].IsWithLearner).ToList();
        var come = wanted.Except(now.Select(m => m.CriterionId)).ToList();
        if (come.FirstOrDefault(c => !place[c].IsWithLearner) is var locked && locked != Guid.Empty) return new UnitWithAssessor(await TitleAsync(place[locked].UnitId, cancel));
        db.SeenAs(evidence, claim.Seen);
        db.Touch(evidence);
        await MapAsync(enrolment, units, gone, [.. come.Select(c => new EvidenceMapping { EvidenceId = evidence.Id, CriterionId = c, EnrolmentUnitId = place[c].Id, MappedAt = change.At })], change, cancel);
        return evidence;
    }

    /// <summary>Saves the ticks of a whole grid at once.</summary>
    /// <exception cref="DbUpdateConcurrencyException">The unit's grid was saved by somebody else since it was read.</exception>
    public async Task<Outcome<EnrolmentUnit>> ClaimGridAsync(GridClaim claim, Change change, CancellationToken cancel)
    {
        var enrolment = await db.Enrolments.SingleAsync(e => e.Id == claim.EnrolmentId, cancel);
        if (await CannotWorkAsync(enrolment, change, cancel) is { } closed) return closed;
        var unit = await db.EnrolmentUnits.SingleOrDefaultAsync(u => u.EnrolmentId == enrolment.Id && u.UnitId == claim.UnitId, cancel);
        if (unit is null) return new CriterionNotYours();
        if (!unit.IsWithLearner) return new UnitWithAssessor(await TitleAsync(unit.UnitId, cancel));
        var criteria = await db.Criteria.Where(c => c.UnitId == unit.UnitId).Select(c => c.Id).ToListAsync(cancel);
        var shown = claim.EvidenceIds.Union(claim.Ticked.Select(t => t.EvidenceId)).ToHashSet();
        var usable = await db.Evidence.Where(e => e.EnrolmentId == enrolment.Id && e.WithdrawnAt == null).Select(e => e.Id).ToListAsync(cancel);
        if (!claim.Ticked.All(t => criteria.Contains(t.CriterionId))) return new CriterionNotYours();
        if (!claim.Ticked.All(t => usable.Contains(t.EvidenceId))) return new EvidenceNotYours();
        var ticked = claim.Ticked.ToHashSet();
        var now = await db.EvidenceMappings.Where(m => m.EnrolmentUnitId == unit.Id).ToListAsync(cancel);
        var gone = now.Where(m => shown.Contains(m.EvidenceId) && !ticked.Contains((m.CriterionId, m.EvidenceId))).ToList();
        var come = ticked.Except(now.Select(m => (m.CriterionId, m.EvidenceId)))
            .Select(t => new EvidenceMapping { EvidenceId = t.EvidenceId, CriterionId = t.CriterionId, EnrolmentUnitId = unit.Id, MappedAt = change.At }).ToList();
        db.SeenAs(unit, claim.Seen);
        await MapAsync(enrolment, [unit], gone, come, change, cancel);
        return unit;
    }

    async Task MapAsync(Enrolment enrolment, List<EnrolmentUnit> units, List<EvidenceMapping> gone, List<EvidenceMapping> come, Change change, CancellationToken cancel)
    {
        var touched = gone.Concat(come).GroupBy(m => m.EnrolmentUnitId).ToList();
        if (touched.Count == 0) return;
        var unitIds = units.Select(u => u.UnitId).ToList();
        var titles = await db.Units.Where(u => unitIds.Contains(u.Id)).Select(u => new { u.Id, u.Title }).ToDictionaryAsync(u => u.Id, u => u.Title, cancel);
        var codes = await db.Criteria.Where(c => unitIds.Contains(c.UnitId)).Select(c => new { c.Id, c.Code }).ToDictionaryAsync(c => c.Id, c => c.Code, cancel);
        var pieces = gone.Concat(come).Select(m => m.EvidenceId).Distinct().ToList();
        var names = await db.Evidence.Where(e => pieces.Contains(e.Id)).Select(e => new { e.Id, e.Title }).ToDictionaryAsync(e => e.Id, e => e.Title, cancel);
        foreach (var group in touched)
        {
            var unit = units.Single(u => u.Id == group.Key);
            db.Touch(unit);
            db.Record(change, enrolment.CentreId, new EvidenceMapped(enrolment.Id, unit.UnitId, titles[unit.UnitId], Words(come.Where(m => m.EnrolmentUnitId == unit.Id)), Words(gone.Where(m => m.EnrolmentUnitId == unit.Id))));
        }

        db.EvidenceMappings.RemoveRange(gone);
        db.EvidenceMappings.AddRange(come);
        await db.SaveChangesAsync(cancel);

        IReadOnlyList<string> Words(IEnumerable<EvidenceMapping> mappings) => [.. mappings.Select(m => $"{codes[m.CriterionId]}: {names[m.EvidenceId]}").Order(StringComparer.Ordinal)];
    }

    async Task<Refusal?> CannotWorkAsync(Enrolment enrolment, Change change, CancellationToken cancel) =>
        change.ActorId != enrolment.LearnerId ? new NotYourPortfolio()
        : enrolment.Status == EnrolmentStatus.Active ? null
        : EnrolmentRules.CannotWork(enrolment.Status, await db.Organisations.Where(o => o.Id == enrolment.CentreId).Select(o => o.Name).SingleAsync(cancel));

    async Task<(Evidence Evidence, Enrolment Enrolment)> FindAsync(Guid id, CancellationToken cancel)
    {
        var evidence = await db.Evidence.SingleAsync(e => e.Id == id, cancel);
        return (evidence, await db.Enrolments.SingleAsync(e => e.Id == evidence.EnrolmentId, cancel));
    }

    Task<bool> IsInSettledUnitAsync(Guid evidence, CancellationToken cancel) => db.SettledUnitsOf(evidence).AnyAsync(cancel);

    async Task<Dictionary<Guid, EnrolmentUnit>> PlacesOfCriteriaAsync(List<EnrolmentUnit> units, CancellationToken cancel)
    {
        var byUnit = units.ToDictionary(u => u.UnitId);
        var ids = byUnit.Keys.ToList();
        var criteria = await db.Criteria.Where(c => ids.Contains(c.UnitId)).Select(c => new { c.Id, c.UnitId }).ToListAsync(cancel);
        return criteria.ToDictionary(c => c.Id, c => byUnit[c.UnitId]);
    }

    Task<string> TitleAsync(Guid unit, CancellationToken cancel) => db.Units.Where(u => u.Id == unit).Select(u => u.Title).SingleAsync(cancel);

    static string? OrNull(string? text) => string.IsNullOrEmpty(text) ? null : text;
}

internal static class EvidenceQueries
{
    /// <summary>Evidence that counts: not taken back, and confirmed where somebody's word is needed. The same as <see cref="Evidence.IsUsable"/>.</summary>
    public static IQueryable<Evidence> UsableEvidence(this UnderpinDb db) =>
        db.Evidence.Where(e => e.WithdrawnAt == null && ((e.Kind != EvidenceKind.Witness && e.Kind != EvidenceKind.Observation) || e.Statement!.ConfirmedAt != null));

    /// <summary>The units a piece is mapped to in which nothing may change: with an assessor, or accepted.</summary>
    public static IQueryable<EnrolmentUnit> SettledUnitsOf(this UnderpinDb db, Guid evidence) =>
        from mapping in db.EvidenceMappings
        join unit in db.EnrolmentUnits on mapping.EnrolmentUnitId equals unit.Id
        where mapping.EvidenceId == evidence && unit.Stage != UnitStage.Working && unit.Stage != UnitStage.ReferredBack
        select unit;
}
