using Microsoft.EntityFrameworkCore;
using Underpin.Portfolios;
using Underpin.Qualifications;

namespace Underpin.Assessment;

/// <summary>A submission with all that its pages show. A constant number of queries, whatever it holds.</summary>
internal sealed record SubmissionReading
{
    public required Submission Submission { get; init; }
    public required string Learner { get; init; }
    public required string UnitCode { get; init; }
    public required string UnitTitle { get; init; }
    public required string Qualification { get; init; }
    public required string Centre { get; init; }
    /// <summary>The assessor the centre gave the learner.</summary>
    public required string? GivenAssessor { get; init; }
    public required IReadOnlyList<OutcomeReading> Outcomes { get; init; }
    /// <summary>Newest first.</summary>
    public required IReadOnlyList<RoundReading> Rounds { get; init; }
    /// <summary>All attempts at the unit, newest first, this one among them.</summary>
    public required IReadOnlyList<AttemptReading> Attempts { get; init; }

    public IEnumerable<CriterionReading> Criteria => Outcomes.SelectMany(o => o.Criteria);
    public int Pieces => Criteria.SelectMany(c => c.Evidence).Select(e => e.Id).Distinct().Count();
    public string UnitName => $"{UnitCode} {UnitTitle}";

    public static async Task<SubmissionReading?> ReadAsync(UnderpinDb db, Guid id, CancellationToken cancel)
    {
        var head = await (
            from submission in db.Submissions
            where submission.Id == id
            join enrolment in db.Enrolments on submission.EnrolmentId equals enrolment.Id
            join qualification in db.Qualifications on enrolment.QualificationId equals qualification.Id
            join unit in db.Units on submission.UnitId equals unit.Id
            join centre in db.Organisations on submission.CentreId equals centre.Id
            join learner in db.Users on submission.LearnerId equals learner.Id
            join given in db.Users on enrolment.AssessorId equals given.Id into assessors
            from given in assessors.DefaultIfEmpty()
            select new { Submission = submission, Qualification = qualification.Title, unit.Code, unit.Title, Centre = centre.Name, Learner = learner.Name, Given = given == null ? null : (Platform.Values.PersonName?)given.Name })
            .AsNoTracking().SingleOrDefaultAsync(cancel);
        if (head is null) return null;
        var judgements = await (
            from judgement in db.Judgements
            where judgement.SubmissionId == id
            select judgement).AsNoTracking().ToListAsync(cancel);
        return new()
        {
            Submission = head.Submission,
            Learner = head.Learner.ToString(),
            UnitCode = head.Code,
            UnitTitle = head.Title,
            Qualification = head.Qualification,
            Centre = head.Centre,
            GivenAssessor = head.Given?.ToString(),
            Outcomes = await OutcomesAsync(db, head.Submission, judgements, cancel),
            Rounds = await RoundsAsync(db, id, cancel),
            Attempts = await db.Submissions.AsNoTracking().Where(s => s.EnrolmentUnitId == head.Submission.EnrolmentUnitId).OrderByDescending(s => s.Attempt)
                .Select(s => new AttemptReading(s.Id, s.Attempt, s.Status, s.SubmittedAt)).ToListAsync(cancel),
        };
    }

    static async Task<IReadOnlyList<OutcomeReading>> OutcomesAsync(UnderpinDb db, Submission submission, List<Judgement> judgements, CancellationToken cancel)
    {
        var outcomes = await db.LearningOutcomes.AsNoTracking().Where(o => o.UnitId == submission.UnitId).OrderBy(o => o.Order).Include(o => o.Criteria.OrderBy(c => c.Order)).ToListAsync(cancel);
        var evidence = await (
            from forward in db.SubmissionEvidence
            where forward.SubmissionId == submission.Id
            join piece in db.Evidence on forward.EvidenceId equals piece.Id
            orderby piece.AddedAt, piece.Id
            select new { forward.CriterionId, Piece = piece }).AsNoTracking().ToListAsync(cancel);
        var byCriterion = evidence.ToLookup(e => e.CriterionId, e => e.Piece);
        var judged = judgements.ToLookup(j => j.CriterionId);
        return [.. outcomes.Select(o => new OutcomeReading(o.Code, o.Title, [.. o.Criteria.Select(c =>
            new CriterionReading(c.Id, c.Code, c.Text, [.. byCriterion[c.Id]], [.. judged[c.Id].OrderByDescending(j => j.Round)]))]))];
    }

    static async Task<IReadOnlyList<RoundReading>> RoundsAsync(UnderpinDb db, Guid id, CancellationToken cancel)
    {
        var decisions = await (
            from decision in db.Set<Decision>()
            where decision.SubmissionId == id
            join assessor in db.Users on decision.AssessorId equals assessor.Id
            join other in db.Users on decision.InPlaceOfId equals other.Id into others
            from other in others.DefaultIfEmpty()
            orderby decision.Round descending
            select new { Decision = decision, Assessor = assessor.Name, InPlaceOf = other == null ? null : (Platform.Values.PersonName?)other.Name }).AsNoTracking().ToListAsync(cancel);
        var reviews = await (
            from review in db.QualityReviews
            where review.SubmissionId == id
            join assurer in db.Users on review.QualityAssurerId equals assurer.Id
            select new { Review = review, assurer.Name }).AsNoTracking().ToDictionaryAsync(r => r.Review.Round, cancel);
        return [.. decisions.Select(d =>
        {
            var review = reviews.GetValueOrDefault(d.Decision.Round);
            return new RoundReading(d.Decision, d.Assessor.ToString(), d.InPlaceOf?.ToString(), review?.Review, review?.Name.ToString());
        })];
    }
}

internal sealed record OutcomeReading(string Code, string Title, IReadOnlyList<CriterionReading> Criteria);

/// <param name="Judgements">Newest round first.</param>
internal sealed record CriterionReading(Guid Id, string Code, string Text, IReadOnlyList<Evidence> Evidence, IReadOnlyList<Judgement> Judgements);

/// <summary>One round: what was decided, and what a quality assurer said to it.</summary>
internal sealed record RoundReading(Decision Decision, string Assessor, string? InPlaceOf, QualityReview? Review, string? QualityAssurer);

internal sealed record AttemptReading(Guid Id, int Attempt, SubmissionStatus Status, DateTimeOffset SubmittedAt);

/// <summary>A piece of evidence as it is shown beside a criterion.</summary>
internal sealed record PieceReading(Evidence Piece, bool Open);
