namespace Underpin.Assessment;

/// <summary>What waits for a decision at a centre: the same for the queue and for whoever counts it.</summary>
internal static class AssessmentQueue
{
    public static IQueryable<Submission> Of(UnderpinDb db, Guid centre) =>
        db.Submissions.Where(s => s.CentreId == centre && (s.Status == SubmissionStatus.Waiting || s.Status == SubmissionStatus.Returned));

    /// <summary>What this assessor can decide: not their own work, nor of people they manage; returned work goes back to whoever decided it.</summary>
    public static IQueryable<Submission> For(UnderpinDb db, Guid centre, Guid assessor, IReadOnlyCollection<Guid> managed) =>
        from submission in Of(db, centre)
        join enrolment in db.Enrolments on submission.EnrolmentId equals enrolment.Id
        where submission.LearnerId != assessor && !managed.Contains(submission.LearnerId)
            && (submission.Status == SubmissionStatus.Returned ? submission.AssessorId == assessor : enrolment.AssessorId == null || enrolment.AssessorId == assessor)
        select submission;
}
