using Underpin.Platform;
using Underpin.Portfolios;
using Underpin.Qualifications;

namespace Underpin.Assessment;

/// <summary>Somebody who assesses or quality-assures at the centre.</summary>
internal sealed record Colleague(Guid Id, string Name);

/// <summary>A statement put forward as evidence, and the account of who made it when they have one.</summary>
internal sealed record Witnessed(Guid PersonId, EvidenceKind Kind, string Title);

/// <summary>What the rules of independence ask about a submission.</summary>
internal sealed record Parties
{
    public required Guid LearnerId { get; init; }
    public required string LearnerName { get; init; }
    public required string CentreName { get; init; }
    /// <summary>Everyone above the learner, wherever they work: their manager, that manager's manager, and so on.</summary>
    public required IReadOnlySet<Guid> ManagersOfLearner { get; init; }
    /// <summary>Everyone who has decided on the submission, in any round.</summary>
    public required IReadOnlySet<Guid> Deciders { get; init; }
    public required IReadOnlyList<Witnessed> Witnessed { get; init; }
    public required IReadOnlyList<Colleague> Assessors { get; init; }
    public required IReadOnlyList<Colleague> QualityAssurers { get; init; }
}

/// <summary>Who may judge what, and what a submission and a decision need. Nothing here reads the database.</summary>
internal static class AssessmentRules
{
    enum Bar
    {
        None,
        NoRole,
        OwnWork,
        OwnJudgement,
        ManagesLearner,
        Witness,
    }

    public static Refusal? MayAssess(Parties parties, Guid? person) => BarToAssess(parties, person) switch
    {
        Bar.None => null,
        Bar.NoRole => new NotAssessorOfCentre(parties.CentreName),
        Bar.OwnWork => new OwnWorkCannotBeAssessed(OtherAssessors(parties)),
        Bar.ManagesLearner => new ManagedLearnerCannotBeAssessed(parties.LearnerName, OtherAssessors(parties)),
        _ => new OwnTestimonyCannotBeAssessed(parties.Witnessed.First(w => w.PersonId == person && w.Kind == EvidenceKind.Witness).Title, OtherAssessors(parties)),
    };

    public static Refusal? MayReview(Parties parties, Guid? person) => BarToReview(parties, person) switch
    {
        Bar.None => null,
        Bar.NoRole => new NotAQualityAssurerHere(parties.CentreName),
        Bar.OwnWork => new OwnWorkCannotBeReviewed(OtherQualityAssurers(parties)),
        Bar.OwnJudgement => new OwnJudgementCannotBeReviewed(OtherQualityAssurers(parties)),
        Bar.ManagesLearner => new ManagedLearnerCannotBeReviewed(parties.LearnerName, OtherQualityAssurers(parties)),
        _ => new OwnStatementCannotBeReviewed(parties.Witnessed.First(w => w.PersonId == person).Title, OtherQualityAssurers(parties)),
    };

    /// <summary>Those at the centre whom no rule keeps from judging this submission.</summary>
    public static IReadOnlyList<Colleague> AbleToAssess(Parties parties) => [.. parties.Assessors.Where(a => BarToAssess(parties, a.Id) == Bar.None)];

    public static IReadOnlyList<Colleague> AbleToReview(Parties parties) => [.. parties.QualityAssurers.Where(q => BarToReview(parties, q.Id) == Bar.None)];

    /// <summary>What the assessor watched, when records of their own observation are put forward.</summary>
    public static bool Observed(Parties parties, Guid? assessor) => parties.Witnessed.Any(w => w.PersonId == assessor && w.Kind == EvidenceKind.Observation);

    public static Refusal? MaySubmit(SubmissionPlan plan, bool declaresOwnWork)
    {
        if (plan.EnrolmentStatus != EnrolmentStatus.Active) return new EnrolmentNotActive(plan.EnrolmentStatus);
        if (plan.Stage is not (UnitStage.Working or UnitStage.ReferredBack)) return new UnitNotWithLearner(plan.Stage);
        if (plan.Gaps is { Count: > 0 } gaps) return new CriteriaWithoutEvidence([.. gaps.Select(g => g.Code)]);
        return declaresOwnWork ? null : new OwnWorkNotDeclared();
    }

    /// <summary>Whether the judgements make a whole decision on the unit's criteria.</summary>
    public static Refusal? MayDecide(IReadOnlyList<Criterion> criteria, IReadOnlyList<CriterionJudgement> judgements, bool accept)
    {
        var known = criteria.ToDictionary(c => c.Id);
        if (judgements.Any(j => !known.ContainsKey(j.CriterionId))) return new CriterionOfAnotherUnit();
        if (judgements.DistinctBy(j => j.CriterionId).Count() != judgements.Count) return new CriterionJudgedTwice();
        var judged = judgements.ToDictionary(j => j.CriterionId);
        var missing = criteria.Where(c => !judged.ContainsKey(c.Id)).ToList();
        if (missing.Count > 0) return new CriteriaNotJudged([.. missing.Select(c => c.Code)]);

        var unmet = criteria.Where(c => !judged[c.Id].IsMet).ToList();
        if (accept) return unmet.Count == 0 ? null : new CriteriaNotMet([.. unmet.Select(Named)]);
        if (unmet.Count == 0) return new NothingToReferBack();
        var unexplained = unmet.Where(c => string.IsNullOrWhiteSpace(judged[c.Id].Feedback)).ToList();
        return unexplained.Count == 0 ? null : new ReferralWithoutFeedback([.. unexplained.Select(Named)]);
    }

    static NamedCriterion Named(Criterion criterion) => new(criterion.Id, criterion.Code);

    static Bar BarToAssess(Parties parties, Guid? person)
    {
        if (parties.Assessors.All(a => a.Id != person)) return Bar.NoRole;
        if (person == parties.LearnerId) return Bar.OwnWork;
        if (parties.ManagersOfLearner.Contains(person!.Value)) return Bar.ManagesLearner;
        // Watching the work is what an assessor does; giving testimony for a learner is not.
        return parties.Witnessed.Any(w => w.PersonId == person && w.Kind == EvidenceKind.Witness) ? Bar.Witness : Bar.None;
    }

    static Bar BarToReview(Parties parties, Guid? person)
    {
        if (parties.QualityAssurers.All(q => q.Id != person)) return Bar.NoRole;
        if (person == parties.LearnerId) return Bar.OwnWork;
        if (parties.Deciders.Contains(person!.Value)) return Bar.OwnJudgement;
        if (parties.ManagersOfLearner.Contains(person.Value)) return Bar.ManagesLearner;
        return parties.Witnessed.Any(w => w.PersonId == person) ? Bar.Witness : Bar.None;
    }

    static AskAnother OtherAssessors(Parties parties) => new("assessor", [.. AbleToAssess(parties).Select(a => a.Name)], parties.CentreName);

    static AskAnother OtherQualityAssurers(Parties parties) => new("quality assurer", [.. AbleToReview(parties).Select(q => q.Name)], parties.CentreName);
}
