using Microsoft.EntityFrameworkCore;
using Underpin.Assessment;
using Underpin.Certificates;
using Underpin.Certificates.Claims;
using Underpin.Certificates.Register;
using Underpin.Platform;
using Underpin.Platform.Files;
using Underpin.Portfolios;
using static System.DayOfWeek;

namespace Underpin.Demonstration;

/// <summary>What an assessor says of a criterion that is not met yet.</summary>
/// <param name="OffThePoint">What was put forward shows something else; otherwise it fits, but more is needed.</param>
internal sealed record NotMet(string Criterion, string Feedback, bool OffThePoint = false);

/// <summary>One learner's way through one qualification, told act by act.</summary>
internal sealed class LearnerStory(Story story, Cast cast, Person learner, string qualification)
{
    readonly Dictionary<Piece, Guid> _pieces = [];
    Guid _enrolment;
    Guid _claim;
    Guid _certificate;

    /// <summary>Asks for a place on a Tuesday.</summary>
    public void Asks(int weeks, Place employer) => story.On(weeks, Tuesday, "17:10", async () =>
        _enrolment = (await story.Service<EnrolmentService>().RequestAsync(new()
        {
            LearnerId = learner.Id,
            QualificationId = story.Qualifications[qualification],
            CentreId = cast.Estuary.Id,
            EmployerId = employer.Id,
        }, story.By(learner), story.Cancel)).Value);

    /// <summary>Accepted by Bethan on the Thursday, with Ruth as assessor; the learner chooses the optional units on the Friday.</summary>
    public void IsAccepted(int weeks, params string[] optionalUnits)
    {
        story.On(weeks, Thursday, "10:05", async () => _ = (await story.Service<EnrolmentService>().AcceptAsync(
            new() { EnrolmentId = _enrolment, AssessorId = cast.Ruth.Id, Seen = (await EnrolmentAsync()).RowVersion }, story.By(cast.Bethan), story.Cancel)).Value);
        story.On(weeks, Friday, "12:35", async () => _ = (await story.Service<EnrolmentService>().ChooseUnitsAsync(
            new() { EnrolmentId = _enrolment, UnitIds = [.. optionalUnits.Select(u => story.Units[u])], Seen = (await EnrolmentAsync()).RowVersion }, story.By(learner), story.Cancel)).Value);
    }

    /// <summary>
    /// A whole unit: pieces week by week (the last in <paramref name="weeks"/>), whose onlookers confirm them within days; submitted, accepted
    /// by Ruth the week after, and looked at by a quality assurer within the fortnight when it was drawn.
    /// </summary>
    public void Achieves(string unit, int weeks, IReadOnlyList<Piece> pieces, string comment, string feedback, Person reviewer, string reasons, Person? assessor = null)
    {
        for (var i = 0; i < pieces.Count; i++) Adds(unit, weeks + pieces.Count - i, Wednesday, pieces[i]);
        Submits(unit, weeks, Tuesday, comment);
        Accepted(unit, weeks, Friday, assessor ?? cast.Ruth, feedback);
        Agreed(unit, weeks - 1, Wednesday, reviewer, reasons);
    }

    /// <summary>Adds a piece about work of the day before, maps it, and, where somebody's word is needed, that person confirms two days later.</summary>
    public void Adds(string unit, int weeks, DayOfWeek day, Piece piece, bool confirmed = true, string? comment = null)
    {
        story.On(weeks, day, "15:50", async () =>
        {
            var today = story.Clock.Today();
            var service = story.Service<EvidenceService>();
            var evidence = (await service.AddAsync(new()
            {
                EnrolmentId = _enrolment,
                File = piece.File is null ? null : await TakeInAsync(piece.File, today),
                Draft = new()
                {
                    Kind = piece.Kind,
                    Title = piece.Title,
                    WorkDate = today.AddDays(-1),
                    Text = piece.Text,
                    Url = piece.Url,
                    PersonName = piece.SeenBy?.Name,
                    PersonEmail = piece.SeenBy?.Email,
                    Relationship = piece.SeenBy?.Relationship,
                    Place = piece.Place,
                },
            }, story.By(learner), story.Cancel)).Value;
            _pieces[piece] = evidence.Id;
            _ = (await service.ClaimAsync(new() { EvidenceId = evidence.Id, CriterionIds = [.. CriteriaOf(unit, piece.For)], Seen = evidence.RowVersion }, story.By(learner), story.Cancel)).Value;
        });
        if (piece.SeenBy is { } onlooker && confirmed) story.On(weeks, (DayOfWeek)((int)day + 2), "08:25", () => ConfirmAsync(piece, onlooker, comment));
    }

    public void Submits(string unit, int weeks, DayOfWeek day, string comment) => story.On(weeks, day, "16:45", async () =>
        _ = (await story.Service<SubmissionService>().SubmitAsync(new() { EnrolmentUnitId = await PlaceAsync(unit), Comment = comment, DeclaresOwnWork = true }, story.By(learner), story.Cancel)).Value);

    public void Accepted(string unit, int weeks, DayOfWeek day, Person assessor, string feedback, string time = "11:30") =>
        story.On(weeks, day, time, () => DecideAsync(unit, assessor, accept: true, feedback, []));

    public void ReferredBack(string unit, int weeks, DayOfWeek day, Person assessor, string feedback, params NotMet[] notMet) =>
        story.On(weeks, day, "11:30", () => DecideAsync(unit, assessor, accept: false, feedback, notMet));

    /// <summary>Whether the rules draw a judgement partly rests on its key, which is random: nothing happens when this one was not drawn.</summary>
    public void Agreed(string unit, int weeks, DayOfWeek day, Person reviewer, string reasons) => story.On(weeks, day, "14:10", () => ReviewAsync(unit, reviewer, agreed: true, reasons));

    public void Returned(string unit, int weeks, DayOfWeek day, Person reviewer, string reasons) => story.On(weeks, day, "14:10", () => ReviewAsync(unit, reviewer, agreed: false, reasons));

    /// <summary>Looked at even when the rules left it out.</summary>
    public void DrawnIfNot(string unit, int weeks, DayOfWeek day, Person reviewer, string because) => story.On(weeks, day, "13:40", async () =>
    {
        var submission = await SubmissionAsync(unit);
        if (submission.Status == SubmissionStatus.Accepted)
            _ = (await story.Service<QualityService>().DrawAsync(new() { SubmissionId = submission.Id, Because = because }, story.By(reviewer), story.Cancel)).Value;
    });

    public void IsClaimed(int weeks, DayOfWeek day) => story.On(weeks, day, "09:50", async () =>
        _claim = (await story.Service<ClaimService>().ClaimAsync(new() { EnrolmentId = _enrolment }, story.By(cast.Bethan), story.Cancel)).Value.ClaimId);

    public void IsAwarded(int weeks, DayOfWeek day) => story.On(weeks, day, "15:15", async () =>
    {
        var number = (await story.Service<ClaimService>().AwardAsync(new() { ClaimId = _claim }, story.By(cast.Marcus), story.Cancel)).Value;
        _certificate = await story.Db.Certificates.Where(c => c.Number == number).Select(c => c.Id).SingleAsync(story.Cancel);
    });

    public void IsRevoked(int weeks, DayOfWeek day, string reason) => story.On(weeks, day, "15:40", async () =>
        _ = (await story.Service<RevocationService>().RevokeAsync(new() { CertificateId = _certificate, Reason = reason }, story.By(cast.Marcus), story.Cancel)).Value);

    async Task ConfirmAsync(Piece piece, Onlooker onlooker, string? comment)
    {
        var id = _pieces[piece];
        var evidence = await story.Db.Evidence.AsNoTracking().SingleAsync(e => e.Id == id, story.Cancel);
        _ = (await story.Service<StatementService>().ConfirmAsync(new()
        {
            Token = await story.TokenAsync(onlooker.Email, "/statements/", piece.Title),
            Seen = evidence.RowVersion,
            Name = onlooker.Name,
            Relationship = onlooker.Relationship,
            Comment = comment,
            Declared = true,
            AccountId = onlooker.Account?.Id,
        }, story.Cancel)).Value;
    }

    async Task DecideAsync(string unit, Person assessor, bool accept, string feedback, IReadOnlyList<NotMet> notMet)
    {
        var submission = await SubmissionAsync(unit);
        var criteria = story.Criteria.Where(c => c.Key.Unit == unit).ToList();
        _ = (await story.Service<JudgementService>().DecideAsync(new()
        {
            SubmissionId = submission.Id,
            SeenVersion = submission.RowVersion,
            Accept = accept,
            Feedback = feedback,
            Judgements = [.. criteria.Select(c =>
            {
                var missing = notMet.SingleOrDefault(n => n.Criterion == c.Key.Criterion);
                return new CriterionJudgement
                {
                    CriterionId = c.Value,
                    Valid = missing is null || !missing.OffThePoint,
                    Authentic = true,
                    Current = true,
                    Sufficient = missing is null,
                    Reliable = true,
                    Feedback = missing?.Feedback ?? "",
                };
            })],
        }, story.By(assessor), story.Cancel)).Value;
    }

    async Task ReviewAsync(string unit, Person reviewer, bool agreed, string reasons)
    {
        var submission = await SubmissionAsync(unit);
        if (submission.Status != SubmissionStatus.Sampled) return;
        _ = (await story.Service<QualityService>().ReviewAsync(new() { SubmissionId = submission.Id, SeenVersion = submission.RowVersion, Agreed = agreed, Reasons = reasons }, story.By(reviewer), story.Cancel)).Value;
    }

    async Task<ReceivedFile> TakeInAsync(string name, DateOnly day)
    {
        using var content = new MemoryStream(StoryFiles.Read(name, day));
        return (await story.Service<FileIntake>().ReceiveAsync(name, content, story.Cancel)).Value;
    }

    IEnumerable<Guid> CriteriaOf(string unit, string codes)
    {
        foreach (var word in codes.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            if (char.IsAsciiLetter(word[0])) unit = word;
            else yield return story.Criteria[(unit, word)];
    }

    Task<Enrolment> EnrolmentAsync() => story.Db.Enrolments.AsNoTracking().SingleAsync(e => e.Id == _enrolment, story.Cancel);

    async Task<Guid> PlaceAsync(string unit)
    {
        var id = story.Units[unit];
        return await story.Db.EnrolmentUnits.Where(u => u.EnrolmentId == _enrolment && u.UnitId == id).Select(u => u.Id).SingleAsync(story.Cancel);
    }

    async Task<Submission> SubmissionAsync(string unit)
    {
        var id = story.Units[unit];
        return await story.Db.Submissions.AsNoTracking().Where(s => s.EnrolmentId == _enrolment && s.UnitId == id).OrderByDescending(s => s.Attempt).FirstAsync(story.Cancel);
    }
}
