using Microsoft.EntityFrameworkCore;
using Underpin.Access;
using Underpin.Qualifications;

namespace Underpin.Portfolios;

/// <summary>A unit of the qualification as it stands on a portfolio; <see cref="Stage"/> is null when it is not chosen.</summary>
internal sealed record PortfolioUnit(Guid UnitId, string Code, string Title, RqfLevel Level, Credit Credit, string Group, Guid? PlaceId, UnitStage? Stage, int Criteria, int Covered)
{
    public bool IsWithLearner => Stage is UnitStage.Working or UnitStage.ReferredBack;
    public bool IsDone => Stage is UnitStage.Accepted or UnitStage.Achieved;
    public int Gaps => Criteria - Covered;
}

/// <summary>A portfolio as a page shows it, read with four queries whatever is in it.</summary>
internal sealed record Portfolio(Enrolment Enrolment, Qualification Qualification, string Learner, string Centre, string? Assessor, IReadOnlyList<PortfolioUnit> Units, int Pieces, int Unconfirmed)
{
    public IReadOnlyList<PortfolioUnit> Taken => [.. Units.Where(u => u.Stage is not null)];

    /// <summary>What is achieved meets the rule.</summary>
    public bool IsAchieved => Qualification.Rule.Evaluate([.. Units.Where(u => u.Stage == UnitStage.Achieved).Select(u => u.Code)]).IsMet;

    /// <summary>How far the chosen units go, whether or not they are done.</summary>
    public RuleProgress Chosen => Qualification.Rule.Evaluate([.. Taken.Select(u => u.Code)]);

    public RuleTree Tree => RuleTree.For(Qualification, Units.ToDictionary(u => u.Code, u => u.Title),
        Units.ToDictionary(u => u.Code, u => u.IsDone ? RuleUnitState.Achieved : u.Stage is null ? RuleUnitState.NotChosen : RuleUnitState.Chosen));

    public bool IsMandatory(PortfolioUnit unit) => Qualification.Rule.Groups.Any(g => g.Mandatory && g.Code == unit.Group);

    /// <summary>What stands between the chosen units and the qualification, naming units by their titles.</summary>
    public static IReadOnlyList<string> Sentences(IEnumerable<RuleItem> items, IReadOnlyDictionary<string, string> titles) =>
        [.. items.Select(i => i switch
        {
            CannotAllCount { Units: var units } => new CannotAllCount([.. units.Select(u => titles.GetValueOrDefault(u, u))]),
            MandatoryUnitMissing missing => missing with { Unit = titles.GetValueOrDefault(missing.Unit, missing.Unit) },
            _ => i,
        }).Select(i => i.Sentence)];

    public static async Task<Portfolio?> ReadAsync(UnderpinDb db, Guid id, CancellationToken cancel)
    {
        var head = await (
            from enrolment in db.Enrolments
            join qualification in db.Qualifications on enrolment.QualificationId equals qualification.Id
            join learner in db.Users on enrolment.LearnerId equals learner.Id
            join centre in db.Organisations on enrolment.CentreId equals centre.Id
            from assessor in db.Users.Where(a => a.Id == enrolment.AssessorId).DefaultIfEmpty()
            where enrolment.Id == id
            select new { enrolment, qualification, Learner = learner.Name, Centre = centre.Name, Assessor = (Account?)assessor }).AsNoTracking().SingleOrDefaultAsync(cancel);
        if (head is null) return null;
        var usable = db.UsableEvidence();
        var units = await (
            from member in db.QualificationUnits
            join unit in db.Units on member.UnitId equals unit.Id
            from place in db.EnrolmentUnits.Where(p => p.EnrolmentId == id && p.UnitId == unit.Id).DefaultIfEmpty()
            where member.QualificationId == head.qualification.Id
            orderby member.Order
            select new PortfolioUnit(unit.Id, unit.Code, unit.Title, unit.Level, unit.Credit, member.GroupCode,
                place == null ? null : place.Id, place == null ? null : place.Stage,
                db.Criteria.Count(c => c.UnitId == unit.Id),
                (from mapping in db.EvidenceMappings
                 join evidence in usable on mapping.EvidenceId equals evidence.Id
                 where place != null && mapping.EnrolmentUnitId == place.Id
                 select mapping.CriterionId).Distinct().Count())).ToListAsync(cancel);
        var pieces = db.Evidence.Where(e => e.EnrolmentId == id && e.WithdrawnAt == null);
        var all = await pieces.CountAsync(cancel);
        var unconfirmed = await pieces.CountAsync(e => (e.Kind == EvidenceKind.Witness || e.Kind == EvidenceKind.Observation) && e.Statement!.ConfirmedAt == null, cancel);
        return new(head.enrolment, head.qualification, head.Learner.ToString(), head.Centre, head.Assessor?.Name.ToString(), units, all, unconfirmed);
    }
}
