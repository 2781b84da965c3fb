using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Underpin.Access;
using Underpin.Assessment;
using Underpin.Platform;
using Underpin.Portfolios;
using Underpin.Tests.Portfolios;

namespace Underpin.Tests.Assessment;

/// <summary>Every refusal, asked of the services directly: a hidden button protects nothing.</summary>
public sealed class AssessmentServiceTests(TestSite site) : IClassFixture<TestSite>
{
    readonly TestData _data = site.Data;

    [Fact]
    public async Task Submitting_puts_forward_what_is_mapped_marks_it_and_tells_the_assessor()
    {
        var submission = await _data.SubmissionAsync();
        var rows = await site.DbAsync(db => db.SubmissionEvidence.CountAsync(e => e.SubmissionId == submission.Id));
        Assert.Equal(2 * submission.Criteria.Count, rows);
        Assert.Equal(1, submission.Submission.Attempt);
        Assert.Equal(UnitStage.Submitted, await _data.StageAsync(submission));
        Assert.All(await site.DbAsync(db => db.Evidence.Where(e => e.EnrolmentId == submission.Enrolment.Id).ToListAsync()), e => Assert.Equal(site.Clock.Now(), e.SubmittedAt));
        var mail = await site.DbAsync(db => db.Outbox.SingleAsync(m => m.To == submission.Centre.Assessor.Email));
        Assert.Contains($"/submissions/{submission.Id}/judge", mail.Text);
        Assert.Contains("Joe Bright has submitted", mail.Subject);
    }

    [Fact]
    public async Task A_piece_whose_witness_has_not_confirmed_stays_behind_and_leaves_a_gap()
    {
        var enrolment = await _data.EnrolmentAsync();
        var unit = enrolment.Units[0];
        await _data.EvidenceAsync(enrolment, unit, criteria: ["1.1", "1.2", "2.1"]);
        await _data.EvidenceAsync(enrolment, unit, kind: EvidenceKind.Witness, confirmed: false);
        Assert.Equal(["2.2"], (await _data.SubmitAsync(enrolment, unit)).Refused<CriteriaWithoutEvidence>().Codes);
    }

    [Fact]
    public async Task Nobody_submits_another_person_s_unit_or_one_undeclared_or_one_already_sent()
    {
        var enrolment = await _data.EnrolmentAsync();
        var unit = enrolment.Units[0];
        await _data.EvidenceAsync(enrolment, unit);
        (await _data.SubmitAsync(enrolment, unit, by: await _data.AccountAsync("Mei Lin"))).Refused<NotYourUnit>();
        (await _data.SubmitAsync(enrolment, unit, declares: false)).Refused<OwnWorkNotDeclared>();
        Assert.False((await _data.SubmitAsync(enrolment, unit)).IsRefused);
        (await _data.SubmitAsync(enrolment, unit)).Refused<UnitNotWithLearner>();
    }

    [Fact]
    public async Task Submitting_twice_at_once_makes_one_attempt()
    {
        var enrolment = await _data.EnrolmentAsync();
        var unit = enrolment.Units[0];
        await _data.EvidenceAsync(enrolment, unit);
        var outcomes = await Task.WhenAll(_data.SubmitAsync(enrolment, unit), _data.SubmitAsync(enrolment, unit));
        Assert.Single(outcomes, o => !o.IsRefused);
        Assert.Single(outcomes, o => o.Refusal is AlreadySubmitted or UnitNotWithLearner);
        Assert.Equal(1, await site.DbAsync(db => db.Submissions.CountAsync(s => s.EnrolmentId == enrolment.Id)));
    }

    [Fact]
    public async Task A_learner_who_read_the_unit_before_it_was_sent_elsewhere_is_told_so()
    {
        var enrolment = await _data.EnrolmentAsync();
        var unit = enrolment.Units[0];
        await _data.EvidenceAsync(enrolment, unit);
        var place = enrolment.Place(unit).Id;
        var outcome = await site.RunAsync(async s =>
        {
            // This scope holds the unit as it was; the other window sends it meanwhile.
            _ = await s.GetRequiredService<UnderpinDb>().EnrolmentUnits.SingleAsync(u => u.Id == place);
            await _data.SubmitAsync(enrolment, unit);
            return await s.GetRequiredService<SubmissionService>().SubmitAsync(new() { EnrolmentUnitId = place, DeclaresOwnWork = true }, _data.By(enrolment.Learner), CancellationToken.None);
        });
        Assert.True(outcome.Refusal is AlreadySubmitted or UnitNotWithLearner, outcome.Refusal?.Message);
        Assert.Equal(1, await site.DbAsync(db => db.Submissions.CountAsync(s => s.EnrolmentId == enrolment.Id)));
    }

    [Fact]
    public async Task An_assessor_who_is_also_the_learner_cannot_judge_their_own_work()
    {
        var centre = await _data.CentreAsync();
        var submission = await _data.SubmissionAsync(centre, learner: centre.Assessor);
        var ana = await _data.PersonAsync(centre.Organisation, MembershipRole.Assessor, "Ana Kovac");
        Assert.EndsWith("Ask another assessor: Ana Kovac.", (await _data.DecideAsync(submission, accept: true)).Refused<OwnWorkCannotBeAssessed>().Message);
        Assert.False((await _data.DecideAsync(submission, accept: true, by: ana)).IsRefused);
    }

    [Fact]
    public async Task Only_an_assessor_of_the_submission_s_centre_can_judge_it()
    {
        var submission = await _data.SubmissionAsync();
        var elsewhere = await _data.CentreAsync(name: "Harbourside Learning Trust");
        (await _data.DecideAsync(submission, true, by: elsewhere.Assessor)).Refused<NotAssessorOfCentre>();
        (await _data.DecideAsync(submission, true, by: submission.Centre.QualityAssurer)).Refused<NotAssessorOfCentre>();
        (await _data.DecideAsync(submission, true, by: submission.Enrolment.Learner)).Refused<NotAssessorOfCentre>();
    }

    [Fact]
    public async Task An_assessor_whose_role_has_ended_can_no_longer_judge()
    {
        var submission = await _data.SubmissionAsync();
        await _data.SaveAsync(submission.Centre.Id, db => db.Memberships.Single(m => m.AccountId == submission.Centre.Assessor.Id && m.Role == MembershipRole.Assessor).End(site.Clock.Today()));
        (await _data.DecideAsync(submission, true)).Refused<NotAssessorOfCentre>();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Who_manages_the_learner_directly_or_through_others_neither_judges_nor_reviews(int between)
    {
        var submission = await _data.SubmissionAsync();
        var school = await _data.OrganisationAsync(OrganisationKinds.School);
        var below = submission.Enrolment.Learner;
        for (var i = 0; i < between; i++)
        {
            var manager = await _data.AccountAsync($"Manager {i}");
            await _data.MemberAsync(below, school, MembershipRole.Staff, manager);
            below = manager;
        }

        var priya = await _data.PersonAsync(submission.Centre.Organisation, MembershipRole.Assessor, "Priya Nair");
        await _data.MemberAsync(priya, submission.Centre.Organisation, MembershipRole.QualityAssurer);
        await _data.MemberAsync(below, school, MembershipRole.Staff, priya);

        Assert.EndsWith("Ask another assessor: Ruth Delaney.", (await _data.DecideAsync(submission, true, by: priya)).Refused<ManagedLearnerCannotBeAssessed>().Message);
        await _data.DecideAsync(submission, accept: true);
        Assert.EndsWith("Ask another quality assurer: Owen Price.", (await _data.ReviewAsync(submission, true, by: priya)).Refused<ManagedLearnerCannotBeReviewed>().Message);
    }

    [Fact]
    public async Task Who_judged_it_cannot_quality_assure_it_nor_can_the_learner_or_a_stranger()
    {
        var centre = await _data.CentreAsync();
        await _data.MemberAsync(centre.Assessor, centre.Organisation, MembershipRole.QualityAssurer);
        var learner = await _data.PersonAsync(centre.Organisation, MembershipRole.QualityAssurer, "Mei Lin");
        var submission = await _data.SubmissionAsync(centre, learner);
        await _data.DecideAsync(submission, accept: true);
        Assert.EndsWith("Ask another quality assurer: Owen Price.", (await _data.ReviewAsync(submission, true, by: centre.Assessor)).Refused<OwnJudgementCannotBeReviewed>().Message);
        (await _data.ReviewAsync(submission, true, by: learner)).Refused<OwnWorkCannotBeReviewed>();
        (await _data.ReviewAsync(submission, true, by: (await _data.CentreAsync()).QualityAssurer)).Refused<NotAQualityAssurerHere>();
        Assert.False((await _data.ReviewAsync(submission, true)).IsRefused);
    }

    [Fact]
    public async Task Testimony_by_the_assessor_bars_them_and_an_observation_of_theirs_goes_on_record()
    {
        var centre = await _data.CentreAsync();
        foreach (var (kind, barred) in new[] { (EvidenceKind.Witness, true), (EvidenceKind.Observation, false) })
        {
            var enrolment = await _data.EnrolmentAsync(centre);
            var piece = await _data.EvidenceAsync(enrolment, enrolment.Units[0], "The hall on open evening", kind);
            await _data.SaveAsync(centre.Id, db => db.Evidence.Single(e => e.Id == piece.Id).Statement!.ConfirmedById = centre.Assessor.Id);
            var submission = await _data.SubmissionAsync(enrolment: enrolment);
            var outcome = await _data.DecideAsync(submission, accept: true);
            if (barred) Assert.Contains("The hall on open evening", outcome.Refused<OwnTestimonyCannotBeAssessed>().Message);
            else Assert.True(await site.DbAsync(db => db.Set<Decision>().Where(d => d.SubmissionId == submission.Id).Select(d => d.ObservedByAssessor).SingleAsync()));
        }
    }

    [Fact]
    public async Task Another_assessor_may_stand_in_and_it_goes_on_record()
    {
        var centre = await _data.CentreAsync();
        var ana = await _data.PersonAsync(centre.Organisation, MembershipRole.Assessor, "Ana Kovac");
        var submission = await _data.SubmissionAsync(centre, assessor: centre.Assessor);
        await _data.DecideAsync(submission, accept: true, by: ana);
        Assert.Equal(centre.Assessor.Id, await site.DbAsync(db => db.Set<Decision>().Where(d => d.SubmissionId == submission.Id).Select(d => d.InPlaceOfId).SingleAsync()));
        var entry = await site.DbAsync(db => db.History.SingleAsync(h => h.About == submission.Enrolment.Id && h.Kind == nameof(SubmissionDecided)));
        Assert.Contains("in place of the learner's own assessor", entry.Payload);
    }

    [Fact]
    public async Task A_forged_criterion_of_another_unit_is_refused()
    {
        var submission = await _data.SubmissionAsync();
        var foreign = submission.Enrolment.Units[1].Outcomes[0].Criteria[0];
        var judgements = submission.AllMet();
        judgements[0] = judgements[0] with { CriterionId = foreign.Id };
        (await _data.DecideAsync(submission, true, judgements: judgements)).Refused<CriterionOfAnotherUnit>();
        Assert.False(await site.DbAsync(db => db.Judgements.AnyAsync(j => j.SubmissionId == submission.Id)));
    }

    [Fact]
    public async Task A_unit_with_an_unmet_criterion_is_not_accepted_and_none_is_left_out()
    {
        var submission = await _data.SubmissionAsync();
        var judgements = submission.AllMet();
        judgements[1] = judgements[1] with { Current = false };
        Assert.Equal("1.2", Assert.Single((await _data.DecideAsync(submission, true, judgements: judgements)).Refused<CriteriaNotMet>().Criteria).Code);
        (await _data.DecideAsync(submission, true, judgements: [.. submission.AllMet().Skip(1)])).Refused<CriteriaNotJudged>();
        (await _data.DecideAsync(submission, false, judgements: judgements)).Refused<ReferralWithoutFeedback>();
        Assert.Equal(SubmissionStatus.Waiting, (await _data.NowAsync(submission)).Status);
    }

    [Fact]
    public async Task A_stale_decision_is_told_who_decided_meanwhile()
    {
        var submission = await _data.SubmissionAsync();
        await _data.DecideAsync(submission, accept: true);
        var refusal = (await _data.DecideAsync(submission, accept: false, seen: 0)).Refused<ChangedMeanwhile>();
        Assert.StartsWith($"Ruth Delaney accepted this on {site.Clock.Now().MomentInWords()}, while you had this page open.", refusal.Message);
        (await _data.DecideAsync(submission, accept: false)).Refused<NotWithAssessor>();
    }

    [Fact]
    public async Task When_two_assessors_decide_at_once_one_wins_and_the_other_is_told()
    {
        var submission = await _data.SubmissionAsync();
        var ana = await _data.PersonAsync(submission.Centre.Organisation, MembershipRole.Assessor, "Ana Kovac");
        var outcome = await site.RunAsync(async s =>
        {
            // Ana's request has read the submission; Ruth's decision is saved before hers is.
            var seen = await s.GetRequiredService<UnderpinDb>().Submissions.SingleAsync(x => x.Id == submission.Id);
            await _data.DecideAsync(submission, accept: true);
            return await s.GetRequiredService<JudgementService>().DecideAsync(
                new() { SubmissionId = submission.Id, SeenVersion = seen.RowVersion, Judgements = submission.AllMet(false, "More, please."), Accept = false }, _data.By(ana), CancellationToken.None);
        });
        Assert.StartsWith("Ruth Delaney accepted this", outcome.Refused<ChangedMeanwhile>().Message);
        Assert.Equal(submission.Criteria.Count, await site.DbAsync(db => db.Judgements.CountAsync(j => j.SubmissionId == submission.Id)));

        var other = await _data.SubmissionAsync(submission.Centre);
        var both = await Task.WhenAll(_data.DecideAsync(other, true, seen: 0), _data.DecideAsync(other, false, by: ana, seen: 0));
        Assert.Single(both, o => !o.IsRefused);
        Assert.Single(both, o => o.Refusal is ChangedMeanwhile);
        Assert.Equal(1, await site.DbAsync(db => db.Set<Decision>().CountAsync(d => d.SubmissionId == other.Id)));
    }

    [Fact]
    public async Task A_withdrawn_enrolment_is_not_decided_on()
    {
        var submission = await _data.SubmissionAsync();
        await _data.SaveAsync(submission.Centre.Id, db => db.Enrolments.Single(e => e.Id == submission.Enrolment.Id).Withdraw("Left the school"));
        (await _data.DecideAsync(submission, true)).Refused<EnrolmentNotActive>();
    }

    [Fact]
    public async Task A_resubmission_leaves_every_row_of_the_first_attempt_as_it_was()
    {
        var first = await _data.SubmissionAsync();
        await _data.DecideAsync(first, accept: false);
        Assert.Equal(UnitStage.ReferredBack, await _data.StageAsync(first));
        var before = await RowsAsync(first);

        await _data.EvidenceAsync(first.Enrolment, first.Unit, "Lamp hours, autumn term");
        var second = first with { Submission = (await _data.SubmitAsync(first.Enrolment, first.Unit)).Value };
        var accepted = await _data.DecideAsync(second, accept: true);
        Assert.Equal(2, second.Submission.Attempt);
        Assert.Equal(SubmissionStatus.Sampled, accepted.Value.Status);
        await _data.ReviewAsync(second, agreed: true);

        Assert.Equal(before, await RowsAsync(first));
        Assert.Equal(UnitStage.Achieved, await _data.StageAsync(second));
    }

    Task<string> RowsAsync(TestSubmission submission) => site.DbAsync(async db => JsonSerializer.Serialize(new
    {
        Submission = await db.Submissions.AsNoTracking().SingleAsync(s => s.Id == submission.Id),
        Evidence = await db.SubmissionEvidence.AsNoTracking().Where(e => e.SubmissionId == submission.Id).OrderBy(e => e.EvidenceId).ThenBy(e => e.CriterionId).ToListAsync(),
        Judgements = await db.Judgements.AsNoTracking().Where(j => j.SubmissionId == submission.Id).OrderBy(j => j.Id).ToListAsync(),
        Decisions = await db.Set<Decision>().AsNoTracking().Where(d => d.SubmissionId == submission.Id).OrderBy(d => d.Id).ToListAsync(),
        Reviews = await db.QualityReviews.AsNoTracking().Where(r => r.SubmissionId == submission.Id).OrderBy(r => r.Id).ToListAsync(),
    }));

    [Fact]
    public async Task A_returned_judgement_is_decided_again_in_a_new_round_and_looked_at_again()
    {
        var submission = await _data.SubmissionAsync();
        await _data.DecideAsync(submission, accept: true);
        Assert.Equal(UnitStage.Accepted, await _data.StageAsync(submission));
        (await _data.ReviewAsync(submission, agreed: false, reasons: " ")).Refused<ReturnWithoutReasons>();
        var returned = await _data.ReviewAsync(submission, agreed: false);
        Assert.Equal(SubmissionStatus.Returned, returned.Value.Status);
        Assert.Equal(UnitStage.Submitted, await _data.StageAsync(submission));
        Assert.Contains("Ask for the date of the photograph.", (await site.DbAsync(db => db.Outbox.SingleAsync(m => m.To == submission.Centre.Assessor.Email && m.Subject.StartsWith("Your judgement")))).Text);

        var again = await _data.DecideAsync(submission, accept: true);
        Assert.Equal("It was returned once: the new decision is looked at too.", again.Value.SampledBecause);
        Assert.Equal([1, 2], await site.DbAsync(db => db.Judgements.Where(j => j.SubmissionId == submission.Id).Select(j => j.Round).Distinct().OrderBy(r => r).ToListAsync()));
        await _data.ReviewAsync(submission, agreed: true);
        Assert.Equal(UnitStage.Achieved, await _data.StageAsync(submission));
        Assert.Equal(["You have achieved", "accepted", "accepted"], (await site.DbAsync(db => db.Outbox.Where(m => m.To == submission.Enrolment.Learner.Email).OrderByDescending(m => m.Id).Select(m => m.Subject).ToListAsync()))
            .Select(s => s.StartsWith("You have achieved") ? "You have achieved" : "accepted"));
    }

    [Fact]
    public async Task A_stale_review_is_told_what_happened_and_what_is_not_drawn_is_not_reviewed()
    {
        var submission = await _data.SubmissionAsync();
        (await _data.ReviewAsync(submission, true)).Refused<NotDrawn>();
        await _data.DecideAsync(submission, accept: true);
        var ana = await _data.PersonAsync(submission.Centre.Organisation, MembershipRole.QualityAssurer, "Ana Kovac");
        var outcome = await site.RunAsync(async s =>
        {
            var seen = await s.GetRequiredService<UnderpinDb>().Submissions.SingleAsync(x => x.Id == submission.Id);
            await _data.ReviewAsync(submission, agreed: true);
            return await s.GetRequiredService<QualityService>().ReviewAsync(new() { SubmissionId = submission.Id, SeenVersion = seen.RowVersion, Agreed = false, Reasons = "No" }, _data.By(ana), CancellationToken.None);
        });
        Assert.StartsWith("Owen Price agreed with the judgement", outcome.Refused<ChangedMeanwhile>().Message);
    }

    [Fact]
    public async Task The_first_decisions_of_an_assessor_are_drawn_and_later_ones_only_for_a_reason()
    {
        var centre = await _data.CentreAsync();
        for (var i = 0; i < 3; i++)
        {
            var drawn = await _data.DecideAsync(await _data.SubmissionAsync(centre), accept: true);
            Assert.Contains("the first 3 are all looked at", drawn.Value.SampledBecause);
        }

        var unsampled = await _data.UnsampledAsync(centre);
        Assert.Equal(UnitStage.Achieved, await _data.StageAsync(unsampled));
        var single = await _data.DecideAsync(await _data.SubmissionAsync(centre, pieces: 1), accept: true);
        Assert.Equal("Everything rests on a single piece of evidence.", single.Value.SampledBecause);
    }

    [Fact]
    public async Task A_quality_assurer_draws_by_hand_with_a_reason_and_nobody_else_does()
    {
        var centre = await _data.CentreAsync();
        for (var i = 0; i < 3; i++) await _data.DecideAsync(await _data.SubmissionAsync(centre), accept: true);
        var submission = await _data.UnsampledAsync(centre);
        (await _data.DrawAsync(submission, by: centre.Assessor)).Refused<NotAQualityAssurerHere>();
        (await _data.DrawAsync(submission, because: " ")).Refused<DrawWithoutReason>();
        Assert.Equal("Drawn by hand: New to the unit", (await _data.DrawAsync(submission)).Value.SampledBecause);
        Assert.Equal(UnitStage.Accepted, await _data.StageAsync(submission));
        (await _data.DrawAsync(submission)).Refused<CannotBeDrawn>();
    }
}
